package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Execution;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@PortalTest
class PromotionRequestApiTest {
    private static final String DELEGATIONS = "/api/gatehouse/v1/delegations";
    private static final String REQUESTS = "/api/gatehouse/v1/promotion-requests";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;
    private final Policies policies;
    private final Clock clock;

    PromotionRequestApiTest(
            PromotionBench bench, WireClients clients, TestPeople people, Policies policies, Clock clock) {
        this.clock = clock;
        this.policies = policies;
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void aRequestIsOpenedJudgedAndExecutedOverHttp() {
        Candidate candidate = candidate(TestPredictions.good());
        WireClient.Answer opened = clients.dana().post(REQUESTS, wish(candidate));
        WireClient.Answer again = clients.as(people.dmitri()).post(REQUESTS, wish(candidate));
        String link = opened.headers().firstValue("Location").orElseThrow();
        String id = link.substring(link.lastIndexOf('/') + 1);
        bench.runJobs();

        WireClient.Answer voted = clients.as(people.priya()).post(REQUESTS + "/" + id + "/votes", "{'vote':'APPROVE'}");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).contains(link);
        assertThat(voted.status()).as(voted.text()).isEqualTo(200);
        assertThat(voted.at("/state")).isEqualTo("EXECUTED");
    }

    @Test
    void whatIsApprovedForLaterSaysWhenAndCanBeSentBackOverHttp() {
        PolicyDocument usual = policies.of(Use.HUMAN_REVIEWED).orElseThrow().document();
        policies.put(people.ritaOnRecord(), usual.executed(new Execution(null, 24)));
        try {
            String one = REQUESTS + "/PR-" + bench.asked(people.dana(), candidate(TestPredictions.good()));
            WireClient priya = clients.as(people.priya());
            assertThat(priya.get(one).at("/execute_at")).isEmpty();

            assertThat(priya.post(one + "/votes", "{'vote':'APPROVE'}").at("/state"))
                    .isEqualTo("APPROVED");
            WireClient.Answer scheduled = priya.get(one);
            assertThat(scheduled.at("/open")).isEqualTo("true");
            assertThat(Instant.parse(scheduled.at("/execute_at")))
                    .isBetween(
                            clock.instant().plus(Duration.ofHours(23)),
                            clock.instant().plus(Duration.ofHours(24)));

            assertProblem(priya.post(one + "/votes", "{'vote':'REJECT','reason':'no'}"), 409, "NOT_OPEN");
            assertThat(priya.post(one + "/evaluate", "").at("/state")).isEqualTo("EVALUATING");
            assertThat(priya.get(one).at("/execute_at")).isEmpty();
        } finally {
            policies.put(people.ritaOnRecord(), usual);
        }
    }

    @Test
    void aMlflowClientIsRefusedWithTheLinkOfTheRequestThatItOpened() {
        Candidate candidate = candidate(TestPredictions.good());

        WireClient.Answer refused = clients.dana()
                .post(
                        "registered-models/alias",
                        "{'name':'" + candidate.model() + "','alias':'champion','version':'1'}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorCode()).isEqualTo("PERMISSION_DENIED");
        assertThat(refused.message()).containsPattern("http://127.0.0.1:\\d+/promotions/PR-\\d+");
    }

    @Test
    void votesAreRefusedByTheRulesOfTheGate() {
        Candidate candidate = candidate(TestPredictions.unfair());
        String votes = REQUESTS + "/PR-" + bench.asked(people.both(), candidate) + "/votes";
        WireClient priya = clients.as(people.priya());

        assertProblem(clients.as(people.dmitri()).post(votes, "{'vote':'APPROVE'}"), 403, "NOT_PERMITTED");
        assertProblem(clients.dana().post(votes, "{'vote':'APPROVE'}"), 403, "FOUR_EYES");
        assertProblem(clients.as(people.both()).post(votes, "{'vote':'APPROVE'}"), 403, "FOUR_EYES");
        assertProblem(priya.post(votes, "{'vote':'APPROVE'}"), 409, "CHECKS_NOT_PASSED");
        assertProblem(priya.post(votes, "{'vote':'REJECT','reason':'x','digest':'0'}"), 409, "CHANGED_SINCE");
        assertProblem(priya.post(votes, "{'vote':'REJECT'}"), 400, "REASON_REQUIRED");
        assertProblem(priya.post(votes, "{'vote':'MAYBE'}"), 400, "INVALID_FIELD");
        assertThat(priya.post(votes, "{'vote':'REJECT','reason':'Misses the young'}")
                        .at("/state"))
                .isEqualTo("REJECTED");
        assertProblem(clients.as(people.ravi()).post(votes, "{'vote':'APPROVE'}"), 409, "NOT_OPEN");
    }

    @Test
    void whatIsNotThereIsAProblemDetail() {
        WireClient vera = clients.as(people.vera());

        assertProblem(vera.get(REQUESTS + "/PR-999999"), 404, "UNKNOWN_REQUEST");
        assertProblem(vera.get("/api/gatehouse/v1/no-such-call"), 404, "UNKNOWN");
        assertProblem(clients.dana().raw("POST", REQUESTS, "{\"model\":"), 400, "INVALID_BODY");
        assertProblem(clients.as(people.carl()).get(REQUESTS), 403, "PERMISSION_DENIED");
        assertProblem(vera.send("DELETE", REQUESTS, BodyPublishers.noBody()), 405, "METHOD_NOT_ALLOWED");
        assertProblem(
                clients.dana().send("POST", REQUESTS, BodyPublishers.ofString("a=b"), "Content-Type", "text/plain"),
                415,
                "UNSUPPORTED_TYPE");
    }

    @Test
    void eachWishThatCannotBeGrantedHasItsStatusFieldAndWayOut() {
        Candidate candidate = candidate(TestPredictions.good());
        Candidate weak =
                bench.candidate(people.dana(), people.dana(), bench.model(people.dana()), TestPredictions.good(), 0.71);

        assertWish("{'version':1}", 400, "INVALID_FIELD", "model");
        assertWish(wish(candidate, "'one'", "champion", "HUMAN_REVIEWED"), 400, "INVALID_FIELD", "version");
        assertWish(wish(candidate, "1", "champion", "SOMEHOW"), 400, "INVALID_FIELD", "use");
        assertWish(wish(candidate, "1", "shadow", "HUMAN_REVIEWED"), 400, "NOT_PROTECTED", "alias");
        assertWish("{'model':'nobodys','version':1}", 404, "UNKNOWN_MODEL", "model");
        assertWish(wish(candidate, "7", "champion", "HUMAN_REVIEWED"), 404, "UNKNOWN_VERSION", "version");
        assertWish(wish(candidate, "1", "champion", "AUTOMATED"), 409, "USE_UNAVAILABLE", "use");
        assertWish(wish(weak, "1", "champion", "HUMAN_REVIEWED"), 422, "BELOW_FLOOR", "version");
        assertThat(clients.as(people.vera()).post(REQUESTS, wish(candidate)).status())
                .isEqualTo(403);
    }

    private void assertWish(String wish, int status, String code, String field) {
        WireClient.Answer answer = clients.dana().post(REQUESTS, wish);

        assertProblem(answer, status, code);
        assertThat(answer.at("/field")).isEqualTo(field);
        assertThat(answer.at("/sentence")).isEqualTo(answer.at("/detail"));
        assertThat(answer.at("/way_out")).isNotBlank();
    }

    @Test
    void whoAskedHasTheChecksRunAgainAndTakesTheRequestBack() {
        Candidate candidate = candidate(null);
        long number = bench.asked(people.dana(), candidate);
        String request = REQUESTS + "/PR-" + number;

        WireClient.Answer without = clients.dana().get(request);
        assertThat(without.at("/state")).isEqualTo("CHANGES_REQUESTED");
        assertThat(without.at("/evaluation_problem")).contains("predictions.parquet");

        bench.evidence(people.dana(), candidate.run(), TestPredictions.good());
        assertProblem(clients.as(people.vera()).post(request + "/evaluate", "{}"), 403, "NOT_PERMITTED");
        WireClient.Answer again = clients.dana().post(request + "/evaluate", "{}");
        assertThat(again.status()).as(again.text()).isEqualTo(202);
        bench.runJobs();
        WireClient.Answer judged = clients.dana().get(request);
        assertThat(judged.at("/state")).isEqualTo("AWAITING_REVIEW");
        assertThat(judged.at("/evaluation/number")).startsWith("EV-");
        assertThat(judged.at("/evaluation/checks/0/sentence")).isNotBlank();

        assertProblem(clients.as(people.dmitri()).post(request + "/withdraw", "{}"), 403, "NOT_YOURS");
        assertThat(clients.dana()
                        .send("POST", request + "/withdraw", BodyPublishers.noBody())
                        .at("/state"))
                .isEqualTo("WITHDRAWN");
        assertProblem(clients.dana().post(request + "/evaluate", "{}"), 409, "NOT_OPEN");
    }

    @Test
    void requestsAreFoundByModelAndStatusPageByPage() {
        String model = bench.model(people.dana());
        long first = bench.ask(people.dana(), bench.candidate(people.dana(), model, null));
        long second = bench.ask(people.dana(), bench.candidate(people.dana(), model, null));
        long gone = bench.ask(people.dana(), bench.candidate(people.dana(), model, null));
        clients.dana().post(REQUESTS + "/PR-" + gone + "/withdraw", "{'reason':'wrong data'}");
        WireClient vera = clients.as(people.vera());

        WireClient.Answer page = vera.get(REQUESTS, "model", model, "status", "open", "max_results", "1");
        assertThat(page.at("/promotion_requests/0/number")).isEqualTo("PR-" + first);
        WireClient.Answer next = vera.get(
                REQUESTS,
                "model",
                model,
                "status",
                "open",
                "max_results",
                "1",
                "page_token",
                page.at("/next_page_token"));
        assertThat(next.at("/promotion_requests/0/number")).isEqualTo("PR-" + second);
        assertThat(next.at("/next_page_token")).isEmpty();
        assertThat(vera.get(REQUESTS, "model", model, "status", "withdrawn").at("/promotion_requests/0/number"))
                .isEqualTo("PR-" + gone);
        assertThat(vera.get(REQUESTS, "model", model, "status", "decided")
                        .json()
                        .at("/promotion_requests"))
                .hasSize(1);
        assertProblem(vera.get(REQUESTS, "status", "soon"), 400, "INVALID_FIELD");
        assertProblem(vera.get(REQUESTS, "max_results", "0"), 400, "INVALID_FIELD");
        assertProblem(vera.get(REQUESTS, "page_token", "zzz"), 400, "INVALID_FIELD");
    }

    @Test
    void whoeverMayReadSaysSomethingOfARequestOrOfOneCheck() {
        String comments = REQUESTS + "/PR-" + bench.ask(people.dana(), candidate(null)) + "/comments";
        WireClient vera = clients.as(people.vera());

        WireClient.Answer said = vera.post(comments, "{'text':'Why these rows?','check':'FAIRNESS'}");
        assertThat(said.status()).as(said.text()).isEqualTo(201);
        assertThat(said.at("/number")).isEqualTo("1");
        clients.dana().post(comments, "{'text':'They are all there are.'}");
        WireClient.Answer thread = vera.get(comments);
        assertThat(thread.json().at("/comments")).hasSize(2);
        assertThat(thread.at("/comments/0/check")).isEqualTo("FAIRNESS");
        assertThat(thread.at("/comments/1/by")).isEqualTo("Dana Ortiz");

        assertProblem(vera.post(comments, "{}"), 400, "COMMENT_REQUIRED");
        assertProblem(vera.post(comments, "{'text':'x','check':'LUCK'}"), 400, "INVALID_FIELD");
        assertProblem(vera.post(comments, "{'text':'" + "x".repeat(4_001) + "'}"), 400, "INVALID_FIELD");
        assertProblem(clients.as(people.carl()).post(comments, "{'text':'x'}"), 403, "NOT_PERMITTED");
        assertProblem(vera.post(REQUESTS + "/PR-999999999/comments", "{'text':'x'}"), 404, "UNKNOWN_REQUEST");
        assertProblem(vera.get(REQUESTS + "/PR-999999999/comments"), 404, "UNKNOWN_REQUEST");
    }

    @Test
    void aReviewerHandsReviewingOverAndEndsItAgain() {
        people.vera();
        String wanted = "{'to':'vera','until':'" + LocalDate.now(clock).plusDays(7) + "','reason':'On leave'}";
        WireClient ravi = clients.as(people.ravi());

        assertProblem(clients.as(people.dmitri()).post(DELEGATIONS, wanted), 403, "NOT_PERMITTED");
        assertProblem(ravi.post(DELEGATIONS, wanted.replace("vera", "nobody")), 400, "UNKNOWN_PERSON");
        assertProblem(ravi.post(DELEGATIONS, wanted.replace("vera", "ravi")), 400, "SAME_PERSON");
        assertProblem(ravi.post(DELEGATIONS, "{'to':'vera','until':'soon','reason':'x'}"), 400, "INVALID_FIELD");
        assertProblem(ravi.post(DELEGATIONS, wanted.replace("On leave", " ")), 400, "REASON_REQUIRED");
        WireClient.Answer made = ravi.post(DELEGATIONS, wanted);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertProblem(ravi.post(DELEGATIONS, wanted), 409, "ALREADY_HANDED");
        assertThat(clients.as(people.vera()).get(DELEGATIONS).at("/delegations/0/from"))
                .isEqualTo("ravi");
        String one = DELEGATIONS + "/" + made.at("/id");
        assertThat(ravi.send("DELETE", one, BodyPublishers.noBody()).at("/holds"))
                .isEqualTo("false");
        assertProblem(ravi.send("DELETE", one, BodyPublishers.noBody()), 404, "UNKNOWN_DELEGATION");
    }

    private Candidate candidate(@Nullable TestPredictions predictions) {
        Actor dana = people.dana();
        return bench.candidate(dana, bench.model(dana), predictions);
    }

    private static String wish(Candidate candidate) {
        return "{'model':'" + candidate.model() + "','version':" + candidate.version() + ",'note':'better'}";
    }

    private static String wish(Candidate candidate, String version, String alias, String use) {
        return "{'model':'" + candidate.model() + "','version':" + version + ",'alias':'" + alias + "','use':'" + use
                + "'}";
    }

    static void assertProblem(WireClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.at("/detail")).isNotBlank();
    }
}
