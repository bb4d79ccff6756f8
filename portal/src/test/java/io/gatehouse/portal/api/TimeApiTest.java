package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionStory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PortalTest
class TimeApiTest {
    private static final String API = "/api/gatehouse/v1";

    private final PromotionStory story;
    private final WireClients clients;
    private final TestPeople people;
    private final Clock clock;

    TimeApiTest(PromotionStory story, WireClients clients, TestPeople people, Clock clock) {
        this.story = story;
        this.clients = clients;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void theChampionsOfAMomentCarryApproverPolicyFiguresAndWhatTheRunClaimed() {
        PromotionStory.Told told = story.told();
        WireClient vera = clients.as(people.vera());

        JsonNode then =
                champion(vera.get(API + "/champions?at=" + clock.instant().minus(Duration.ofDays(60))), told.model());

        assertThat(then.at("/tenure/version").asInt()).isEqualTo(1);
        assertThat(then.at("/tenure/approved_by/0").asString()).isEqualTo("Priya Shah");
        assertThat(then.at("/tenure/policy").asString()).startsWith("human-reviewed v");
        assertThat(then.at("/figures/fairness").asString()).isEqualTo("PASS");
        assertThat(then.at("/figures/roi").isNumber()).isTrue();
        assertThat(then.at("/figures/claimed/recomputed").isNumber()).isTrue();
        assertThat(then.at("/figures/claimed/live").isNull()).isTrue();
        assertThat(then.at("/figures/claimed/in_use/english").asString()).startsWith("No outcomes yet");
        JsonNode nobody = champion(vera.get(API + "/champions?at=2001-01-01"), told.model());
        assertThat(nobody.at("/tenure").isNull()).isTrue();
        assertThat(nobody.at("/sentence/code").asString()).isEqualTo("then.nobody.yet");
    }

    @Test
    void timelineAndQuartersAreToldAndWhatIsWrongIsNamed() {
        PromotionStory.Told told = story.told();
        WireClient vera = clients.as(people.vera());
        String model = API + "/models/" + told.model();

        assertThat(vera.get(model + "/timeline").json().at("/events").findValuesAsString("kind"))
                .contains("PROMOTED");
        JsonNode quarters = vera.get(model + "/quarters?with=2001-Q1").json();
        assertThat(quarters.at("/later/champion/tenure/version").asInt()).isEqualTo(2);
        assertThat(quarters.at("/against/code").asString()).isEqualTo("quarters.first");
        assertThat(vera.get(model + "/quarters?quarter=spring")
                        .json()
                        .at("/field")
                        .asString(""))
                .isEqualTo("quarter");
        assertThat(vera.get(model + "/quarters?with=2999-Q1").status()).isEqualTo(400);
        assertThat(vera.get(API + "/champions?at=soon").json().at("/field").asString(""))
                .isEqualTo("at");
        for (String path : List.of("/champions", "/reports/champions.xlsx")) {
            WireClient.Answer notCome = vera.get(API + path + "?at=2999-01-01");
            assertThat(notCome.status()).isEqualTo(400);
            assertThat(notCome.text()).contains("at has not come yet: 2999-01-01");
        }
        assertThat(vera.get(API + "/models/nobodys/timeline").status()).isEqualTo(404);
        assertThat(clients.as(people.adam()).get(API + "/champions").status()).isEqualTo(403);
    }

    @Test
    void bothAreWorkbooksToo() {
        PromotionStory.Told told = story.told();
        WireClient carl = clients.as(people.carl());

        WireClient.Answer asOf = carl.get(API + "/reports/champions.xlsx?at=2026-03-14");
        WireClient.Answer timeline = carl.get(API + "/reports/timelines/" + told.model() + ".xlsx?with=2001-Q1");

        assertThat(asOf.status()).as(asOf.text()).isEqualTo(200);
        assertThat(asOf.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("gatehouse-in-use-on-2026-03-14");
        assertThat(timeline.status()).as(timeline.text()).isEqualTo(200);
        assertThat(carl.get(API + "/reports/timelines/nobodys.xlsx").status()).isEqualTo(404);
    }

    @Test
    void aQuarterOfAllModelsIsToldInTheNumbersOfItsWorkbook() {
        PromotionStory.Told told = story.told();
        WireClient vera = clients.as(people.vera());

        JsonNode quarter = vera.get(API + "/quarters?with=2001-Q1").json();
        WireClient.Answer workbook = vera.get(API + "/reports/quarters.xlsx?with=2001-Q1");

        assertThat(StreamSupport.stream(quarter.at("/models").spliterator(), false)
                        .filter(model -> model.at("/model").asString().equals(told.model()))
                        .map(model -> model.at("/change").asString() + " "
                                + model.at("/later/tenure/version").asInt()))
                .containsExactly("FIRST 2");
        assertThat(quarter.at("/decisions").findValuesAsString("number"))
                .contains(Long.toString(told.first()), Long.toString(told.second()));
        assertThat(workbook.status()).as(workbook.text()).isEqualTo(200);
        assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("gatehouse-quarter-");
        assertThat(vera.get(API + "/quarters?quarter=spring")
                        .json()
                        .at("/field")
                        .asString(""))
                .isEqualTo("quarter");
        assertThat(clients.as(people.adam()).get(API + "/quarters").status()).isEqualTo(403);
        assertThat(clients.as(people.carl())
                        .get(API + "/quarters")
                        .json()
                        .at("/decisions")
                        .isNull())
                .isTrue();
    }

    private static JsonNode champion(WireClient.Answer answer, String model) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return StreamSupport.stream(answer.json().at("/champions").spliterator(), false)
                .filter(then -> then.at("/model").asString().equals(model))
                .findFirst()
                .orElseThrow();
    }
}
