package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Risk lists as programs read them. */
@PortalTest
class RiskListApiTest {
    private static final String LISTS = "/api/gatehouse/v1/risk-lists/RL-";

    private final RegisteredModels models;
    private final ModelVersions versions;
    private final RiskLists lists;
    private final WireClients clients;
    private final TestPeople people;
    private final AuditTrail audit;
    private final String model = "churn-" + UUID.randomUUID();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    RiskListApiTest(
            RegisteredModels models,
            ModelVersions versions,
            RiskLists lists,
            WireClients clients,
            TestPeople people,
            AuditTrail audit) {
        this.models = models;
        this.versions = versions;
        this.lists = lists;
        this.clients = clients;
        this.people = people;
        this.audit = audit;
    }

    @Test
    void aProgramReadsPageByPageWhoIsNoLongerOnAList() throws IOException {
        models.create(people.dana(), model, null, Map.of()).orThrow();
        versions.create(people.dana(), new NewVersion(model, "s3://elsewhere/model", null, "", null, null, Map.of()))
                .orThrow();
        long first = listed(11, "a,0.9", "b,0.8", "c,0.7");
        long second = listed(18, "b,0.1", "d,0.6");

        JsonNode page = get(people.carl(), second + "/left?max_results=2");
        assertThat(page.at("/since").stringValue()).isEqualTo("RL-" + first);
        assertThat(page.at("/left").intValue()).isEqualTo(3);
        assertThat(page.at("/rows").findValuesAsString("customer")).containsExactly("a", "b");
        assertThat(page.at("/rows/0/probability_before").doubleValue()).isEqualTo(0.9);
        assertThat(page.at("/rows/0/probability").isNull())
                .as("not scored again")
                .isTrue();
        assertThat(page.at("/rows/1/probability").doubleValue()).isEqualTo(0.1);
        assertThat(page.at("/next_after").intValue()).isEqualTo(2);
        assertThat(page.at("/scores_kept").booleanValue()).isTrue();
        assertThat(audit.of("risk-list/" + first))
                .as("whose customers they are")
                .extracting(AuditEvent::action)
                .containsOnlyOnce("risk_list.read");
        JsonNode last = get(people.carl(), second + "/left?max_results=2&after=2");
        assertThat(last.at("/rows").findValuesAsString("customer")).containsExactly("c");
        assertThat(last.at("/next_after").isNull()).isTrue();

        JsonNode none = get(people.carl(), first + "/left");
        assertThat(none.at("/since").isNull()).isTrue();
        assertThat(none.at("/rows").isEmpty()).isTrue();
        assertThat(clients.as(people.vera()).get(LISTS + second + "/left").status())
                .isEqualTo(403);
        assertThat(clients.as(people.carl())
                        .get(LISTS + second + "/left?max_results=0")
                        .at("/field"))
                .isEqualTo("max_results");
    }

    private JsonNode get(Actor actor, String path) {
        WireClient.Answer answer = clients.as(actor).get(LISTS + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Each row's whole log-odds come from one feature, so that the explanation adds up. */
    private long listed(int day, String... rows) throws IOException {
        StringBuilder csv = new StringBuilder("id,score,tickets,contrib_tickets,contrib_bias\n");
        for (String row : rows) {
            double score = Double.parseDouble(row.split(",")[1]);
            csv.append(row).append(",3,").append(Math.log(score / (1 - score))).append(",0\n");
        }
        RiskLists.Posted posted = lists.post(
                people.dana(),
                new RiskLists.BatchDescription(
                        model, 1, LocalDate.of(2026, 11, day), 0.2, "all", null, null, null, List.of()),
                Files.writeString(folder.resolve("scored-" + day + ".csv"), csv));
        assertThat(posted).isInstanceOf(RiskLists.Posted.Listed.class);
        return ((RiskLists.Posted.Listed) posted).header().number();
    }
}
