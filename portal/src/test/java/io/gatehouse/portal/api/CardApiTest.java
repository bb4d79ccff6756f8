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
class CardApiTest {
    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;

    CardApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void aCardIsReadAnsweredAndTakenAwayAsMarkdown() {
        String card = judged();
        WireClient dana = clients.dana();
        Answer before = dana.get(card);
        assertThat(before.json().at("/revision").intValue()).isZero();
        assertThat(before.text()).contains("\"name\":\"Random seed\"", "\"name\":\"Data hash\"", "0123456789abcdef");
        assertThat(before.json().at("/figures").size()).isGreaterThan(3);
        assertThat(before.json().at("/groups").size()).isGreaterThan(3);
        assertThat(before.json().at("/required/of").intValue()).isZero();

        Answer saved =
                put(dana, card, "{'base_revision':0,'answers':{'limitations':'Few under *25*.','owner':'Retention'}}");

        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.json().at("/revision").intValue()).isEqualTo(1);
        assertThat(saved.json().at("/answered/given").intValue()).isEqualTo(2);
        assertThat(saved.at("/fields/0/state")).isEqualTo("GIVEN");
        assertThat(saved.at("/fields/0/by")).isEqualTo("Dana Ortiz");
        assertThat(saved.at("/fields/1/state")).isEqualTo("NOT_ANSWERED");
        Answer markdown = clients.as(people.carl()).get(card + ".md");
        assertThat(markdown.text())
                .startsWith("# Model card: ")
                .contains("## Intended use", "### Limitations", "> Few under *25*.", "Nobody has answered this yet");
    }

    @Test
    void whatCannotBeSavedIsRefusedAndNothingOfItIsStored() {
        String card = judged();
        WireClient dana = clients.dana();
        put(dana, card, "{'answers':{'owner':'Retention'}}");

        assertProblem(put(dana, card, "{'answers':{'owner':'Somebody'}}"), 409, "CHANGED_SINCE");
        assertProblem(put(dana, card, "{'base_revision':8,'answers':{'owner':'x'}}"), 409, "UNKNOWN_REVISION");
        assertProblem(put(dana, card, "{'base_revision':1,'answers':{'owners':'x'}}"), 400, "INVALID_FIELD");
        assertProblem(put(dana, card, "{'base_revision':1}"), 400, "INVALID_FIELD");
        assertProblem(put(clients.as(people.vera()), card, "{'answers':{'owner':'x'}}"), 403, "NOT_PERMITTED");
        assertProblem(dana.get(card.replace("/1/card", "/9/card")), 404, "UNKNOWN_VERSION");
        assertProblem(
                put(dana, card.replace("/1/card", "/9/card"), "{'answers':{'owner':'x'}}"), 404, "UNKNOWN_VERSION");
        assertThat(dana.get(card).json().at("/revision").intValue()).isEqualTo(1);
    }

    private static Answer put(WireClient client, String path, String json) {
        return client.raw("PUT", path, json.replace('\'', '"'));
    }

    private String judged() {
        String model = bench.model(people.dana());
        bench.asked(people.dana(), bench.candidate(people.dana(), model, TestPredictions.good()));
        return "/api/gatehouse/v1/models/" + model + "/versions/1/card";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.at("/code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.at("/way_out")).isNotEmpty();
    }
}
