package io.gatehouse.portal.api;

import static io.gatehouse.portal.api.PromotionRequestApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import org.junit.jupiter.api.Test;

@PortalTest
class EvaluationApiTest {
    private static final String API = "/api/gatehouse/v1";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;

    EvaluationApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void aVersionIsJudgedWithoutAskingForPromotion() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        String path = API + "/models/" + candidate.model() + "/versions/1/evaluations";

        WireClient.Answer made = clients.dana().post(path, "{'use':'ASSISTED'}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/policy/name")).isEqualTo("assisted");
        assertThat(made.text()).doesNotContain("NaN").doesNotContain("Infinity");
        WireClient vera = clients.as(people.vera());
        assertThat(vera.get(made.headers().firstValue("Location").orElseThrow()).at("/digest"))
                .isEqualTo(made.at("/digest"));
        assertThat(vera.get(path).at("/evaluations/0/id")).isEqualTo(made.at("/id"));
    }

    @Test
    void everySegmentCarriesItsFiguresAndItsCounts() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.unfair());
        String path = API + "/models/" + candidate.model() + "/versions/1/evaluations";

        WireClient.Answer made = clients.dana().post(path, "{'policy':'human-reviewed'}");

        assertThat(made.at("/checks/0/check")).isEqualTo("FAIRNESS");
        assertThat(made.at("/checks/0/verdict")).isEqualTo("FAIL");
        assertThat(made.json().at("/checks/0/segments"))
                .filteredOn(segment -> segment.at("/group").asString("").equals("18-24"))
                .singleElement()
                .satisfies(young -> {
                    assertThat(young.at("/verdict").asString("")).isEqualTo("FAIL");
                    assertThat(young.at("/estimate").doubleValue()).isLessThan(0.8);
                    assertThat(young.at("/ci_high").doubleValue()).isLessThan(0.8);
                    assertThat(young.at("/counts/false_negatives").longValue()).isPositive();
                });
    }

    @Test
    void theWayOutTheMonthAndTheRulingAreToldToo() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.unfair());
        String path = API + "/models/" + candidate.model() + "/versions/1/evaluations";

        WireClient.Answer made = clients.dana().post(path, "{'policy':'human-reviewed'}");

        assertThat(made.at("/ruling_sha256")).matches("[0-9a-f]{64}");
        assertThat(made.json().at("/way_out/acting_threshold").doubleValue()).isEqualTo(0.2);
        assertThat(made.json().at("/way_out/thresholds")).hasSize(99);
        assertThat(made.at("/way_out/thresholds/19/fairness")).isEqualTo("FAIL");
        assertThat(made.json().at("/way_out/sentences")).isNotEmpty();
        assertThat(made.json().at("/checks"))
                .filteredOn(check -> check.at("/check").asString("").equals("VALUE"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.at("/month/currency").asString("")).isEqualTo("USD");
                    assertThat(value.at("/month/net/ci_low").doubleValue())
                            .isLessThan(value.at("/month/net/estimate").doubleValue());
                    assertThat(value.at("/month/hangs_on/0/turns_the_sign").isBoolean())
                            .isTrue();
                });
        assertThat(made.json().at("/checks/0/crossings").isArray()).isTrue();
    }

    @Test
    void whatCannotBeJudgedSaysWhatToDo() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        String path = API + "/models/" + candidate.model() + "/versions/";

        WireClient.Answer without = clients.dana().post(path + "1/evaluations", "{}");

        assertProblem(without, 422, "NO_EVIDENCE");
        assertThat(without.at("/detail")).contains("predictions.parquet");
        assertProblem(clients.dana().post(path + "7/evaluations", "{}"), 404, "UNKNOWN");
        assertProblem(clients.dana().post(path + "one/evaluations", "{}"), 400, "INVALID_FIELD");
        assertProblem(
                clients.dana().post(path + "1/evaluations", "{'policy':'assisted','use':'HUMAN_REVIEWED'}"),
                400,
                "INVALID_FIELD");
        assertProblem(clients.as(people.vera()).post(path + "1/evaluations", "{}"), 403, "PERMISSION_DENIED");
    }

    @Test
    void aPredictionFileThatIsNoneIsNamedAsSuch() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        bench.put(people.dana(), candidate.run(), "evaluation/predictions.parquet", "not a table");

        WireClient.Answer answer =
                clients.dana().post(API + "/models/" + candidate.model() + "/versions/1/evaluations", "{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail")).contains("evaluation/predictions.parquet");
    }

    @Test
    void policiesAreReadAndPut() {
        WireClient rita = clients.as(people.rita());
        WireClient.Answer read = rita.get(API + "/policies/human-reviewed/versions/1");

        assertThat(rita.get(API + "/policies").json().at("/policies")).hasSize(3);
        assertThat(read.at("/document/fairness/tolerance")).isEqualTo("0.8");
        assertThat(rita.raw(
                                "PUT",
                                API + "/policies/human-reviewed",
                                read.json().at("/document").toString())
                        .status())
                .isEqualTo(200);
        assertProblem(rita.raw("PUT", API + "/policies/human-reviewed", "{\"name\":\"x\"}"), 400, "POLICY_REJECTED");
        assertProblem(rita.get(API + "/policies/no-such"), 404, "UNKNOWN");
        assertProblem(clients.as(people.carl()).get(API + "/policies"), 403, "PERMISSION_DENIED");
    }
}
