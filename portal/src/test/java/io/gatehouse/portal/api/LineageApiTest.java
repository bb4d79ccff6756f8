package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionStory;
import io.gatehouse.risklist.RiskLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the data to the file that somebody took away, and back, as programs read it. */
@PortalTest
class LineageApiTest {
    private static final String API = "/api/gatehouse/v1";

    private final PromotionStory story;
    private final RiskLists lists;
    private final WireClients clients;
    private final TestPeople people;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    LineageApiTest(PromotionStory story, RiskLists lists, WireClients clients, TestPeople people) {
        this.story = story;
        this.lists = lists;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void aWorkbookThatWasTakenAwayLeadsBackToTheDataAndTheDataOnToIt() throws IOException {
        PromotionStory.Told told = story.told();
        long list = listed(told.model());
        WireClient vera = clients.as(people.vera());
        assertThat(vera.get(lineage("list-workbook/" + list, "up")).status()).isEqualTo(404);

        assertThat(clients.as(people.carl())
                        .get(API + "/risk-lists/RL-" + list + ".xlsx")
                        .status())
                .isEqualTo(200);

        JsonNode up = vera.get(lineage("list-workbook/" + list, "up")).json();
        assertThat(up.at("/nodes").findValuesAsString("kind"))
                .containsExactly(
                        "DATA",
                        "RUN",
                        "VERSION",
                        "EVIDENCE",
                        "REQUEST",
                        "TENURE",
                        "SCORED_BATCH",
                        "RISK_LIST",
                        "REPORT");
        assertThat(up.at("/edges").findValuesAsString("verb"))
                .contains("put into use", "scored", "made", "was taken away as");
        JsonNode down =
                vera.get(lineage("run/" + told.two().run().info().id(), "down")).json();
        assertThat(down.at("/nodes").findValuesAsString("id"))
                .contains("scored-batch/" + list, "list-workbook/" + list);
    }

    private static String lineage(String node, String direction) {
        return API + "/lineage?node=" + node + "&direction=" + direction;
    }

    private long listed(String model) throws IOException {
        Path table = Files.writeString(
                folder.resolve("scored.csv"), "id,score,tickets,contrib_tickets,contrib_bias\na,0.5,3,0,0\n");
        RiskLists.Posted posted = lists.post(
                people.dana(),
                new RiskLists.BatchDescription(
                        model, 2, LocalDate.of(2026, 11, 18), 0.2, "all", null, null, null, List.of()),
                table);
        return ((RiskLists.Posted.Listed) posted).header().number();
    }
}
