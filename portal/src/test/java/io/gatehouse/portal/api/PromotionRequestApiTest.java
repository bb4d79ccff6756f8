package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import org.junit.jupiter.api.Test;

@PortalTest
class PromotionRequestApiTest {
    private static final String REQUESTS = "/api/gatehouse/v1/promotion-requests";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;

    PromotionRequestApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
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
        bench.runJobs(people.dana(), Long.parseLong(id.substring(3)));

        WireClient.Answer voted = clients.as(people.priya()).post(REQUESTS + "/" + id + "/votes", "{'vote':'APPROVE'}");

        assertThat(opened.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).contains(link);
        assertThat(voted.status()).as(voted.text()).isEqualTo(200);
        assertThat(voted.at("/state")).isEqualTo("EXECUTED");
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

        assertProblem(clients.dana().post(votes, "{'vote':'APPROVE'}"), 403, "NOT_PERMITTED");
        assertProblem(clients.as(people.both()).post(votes, "{'vote':'APPROVE'}"), 409, "FOUR_EYES");
        assertProblem(priya.post(votes, "{'vote':'APPROVE'}"), 409, "CHECKS_NOT_PASSED");
        assertProblem(priya.post(votes, "{'vote':'REJECT','reason':'x','digest':'0'}"), 409, "CHANGED_SINCE");
        assertProblem(priya.post(votes, "{'vote':'REJECT'}"), 409, "REASON_REQUIRED");
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
    }

    private Candidate candidate(TestPredictions predictions) {
        Actor dana = people.dana();
        return bench.candidate(dana, bench.model(dana), predictions);
    }

    private static String wish(Candidate candidate) {
        return "{'model':'" + candidate.model() + "','version':" + candidate.version() + ",'note':'better'}";
    }

    static void assertProblem(WireClient.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.at("/detail")).isNotBlank();
    }
}
