package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import org.junit.jupiter.api.Test;

@PortalTest
class RollbackApiTest {
    private static final String API = "/api/gatehouse/v1/";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;

    RollbackApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void aChampionIsTakenBackAndLookedIntoOverHttp() {
        String model = bench.model(people.dana());
        promoted(model, TestPredictions.good());
        promoted(model, TestPredictions.good().beside(1));
        WireClient priya = clients.as(people.priya());
        String rollback = API + "models/" + model + "/aliases/champion/rollback";

        assertProblem(clients.dana().post(rollback, "{'reason':'x'}"), 403, "NOT_PERMITTED");
        assertProblem(priya.post(rollback, "{}"), 400, "REASON_REQUIRED");
        assertProblem(priya.post(rollback, "{'reason':'x','version':1}"), 409, "CHAMPION_CHANGED");
        assertProblem(priya.post(rollback.replace("champion", "shadow"), "{'reason':'x'}"), 400, "NOT_PROTECTED");
        assertProblem(
                priya.post(API + "models/nobody/aliases/champion/rollback", "{'reason':'x'}"), 404, "UNKNOWN_MODEL");
        Answer back = priya.post(rollback, "{'reason':'Calls doubled'}");

        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.json().at("/to").intValue()).isEqualTo(1);
        String id = back.at("/id");
        assertThat(clients.dana()
                        .get("registered-models/alias", "name", model, "alias", "champion")
                        .at("/model_version/version"))
                .isEqualTo("1");
        assertThat(clients.as(people.vera()).get(API + "rollbacks").text()).contains(id);
        Answer history = clients.as(people.vera()).get(API + "models/" + model + "/aliases/champion/history");
        assertThat("RB-" + history.at("/tenures/0/rollback_number")).isEqualTo(id);

        assertProblem(priya.post(API + "rollbacks/" + id + "/follow-up", "{'finding':'x'}"), 403, "FOUR_EYES");
        assertProblem(priya.post(API + "rollbacks/RB-999999/follow-up", "{'finding':'x'}"), 404, "UNKNOWN_ROLLBACK");
        Answer closed = clients.as(people.ravi())
                .post(API + "rollbacks/" + id + "/follow-up", "{'finding':'The feed was doubled'}");
        assertThat(closed.at("/followed_up_by")).isEqualTo("Ravi Menon");
        assertThat(clients.as(people.vera()).get(API + "rollbacks/" + id).at("/finding"))
                .isEqualTo("The feed was doubled");
        assertThat(clients.as(people.vera())
                        .get(API + "models/" + model + "/rollbacks")
                        .json()
                        .at("/rollbacks"))
                .hasSize(1);
    }

    private void promoted(String model, TestPredictions predictions) {
        bench.approve(people.priya(), bench.asked(people.dana(), bench.candidate(people.dana(), model, predictions)));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/code")).isEqualTo(code);
        assertThat(answer.at("/way_out")).isNotEmpty();
    }
}
