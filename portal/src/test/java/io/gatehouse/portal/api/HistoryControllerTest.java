package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.registry.RegisteredModels;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@PortalTest
class HistoryControllerTest {
    private static final String API = "/api/gatehouse/v1";

    private final WireClients clients;
    private final RegisteredModels models;
    private final TestPeople people;

    HistoryControllerTest(WireClients clients, RegisteredModels models, TestPeople people) {
        this.clients = clients;
        this.models = models;
        this.people = people;
    }

    @Test
    void aModelThatWasNeverPromotedHasAnEmptyHistory() {
        Actor dana = people.dana();
        String model = models.create(dana, "churn-" + UUID.randomUUID(), null, Map.of())
                .orThrow()
                .name();
        String path = API + "/models/" + model + "/aliases/champion/history";

        WireClient.Answer all = clients.dana().get(path);

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.json().at("/tenures").isArray()).isTrue();
        assertThat(clients.dana().get(path + "?at=2026-03-14").status()).isEqualTo(200);
        assertThat(clients.dana().get(path + "?at=soon").json().at("/field").asString(""))
                .isEqualTo("at");
        assertThat(clients.dana().get(path + "?at=2999-01-01").text()).contains("at has not come yet");
    }

    @Test
    void whatIsNotOnRecordIsAnswered404WithTheWayOut() {
        WireClient.Answer model = clients.dana().get(API + "/models/nobodys/aliases/champion/history");
        WireClient.Answer node = clients.dana().get(API + "/lineage?node=run/0");
        WireClient.Answer direction = clients.dana().get(API + "/lineage?node=run/0&direction=sideways");

        assertThat(model.status()).isEqualTo(404);
        assertThat(node.status()).isEqualTo(404);
        assertThat(node.json().at("/code").asString("")).isEqualTo("UNKNOWN_NODE");
        assertThat(direction.status()).isEqualTo(400);
    }
}
