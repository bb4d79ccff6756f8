package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.HouseDays;
import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.TestPredictions;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@PortalTest
class ExaminationApiTest {
    private static final String EXAMINATIONS = "/api/gatehouse/v1/examinations";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;
    private final Clock clock;

    ExaminationApiTest(PromotionBench bench, WireClients clients, TestPeople people, Clock clock) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
        this.clock = clock;
    }

    @Test
    void aSampleIsDrawnJudgedAgainAndTakenAwayAsAWorkbook() {
        bench.approve(
                people.priya(),
                bench.asked(
                        people.dana(),
                        bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good())));
        WireClient rita = clients.as(people.rita());
        LocalDate today = HouseDays.of(clock.instant());

        WireClient.Answer drawn = rita.post(
                EXAMINATIONS, "{\"from\": \"%s\", \"to\": \"%s\", \"size\": 1, \"seed\": 7}".formatted(today, today));

        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        String one = EXAMINATIONS + "/EX-" + drawn.json().at("/number").asLong();
        bench.runJobs();
        WireClient.Answer done = rita.get(one);
        assertThat(done.at("/state")).as(done.text()).isEqualTo("DONE");
        assertThat(done.at("/items/0/outcome")).isEqualTo("IDENTICAL");
        assertThat(rita.get(one + ".xlsx").status()).isEqualTo(200);
        assertThat(rita.post(one + "/cancel", "{}").status()).isEqualTo(409);
        assertThat(clients.as(people.priya()).get(one).status()).isEqualTo(403);
    }

    @Test
    void whatIsWrongIsNamed() {
        WireClient rita = clients.as(people.rita());

        WireClient.Answer nothing =
                rita.post(EXAMINATIONS, "{\"from\": \"2001-01-01\", \"to\": \"2001-01-01\", \"size\": 1, \"seed\": 7}");
        WireClient.Answer unread =
                rita.post(EXAMINATIONS, "{\"from\": \"soon\", \"to\": \"2001-01-01\", \"size\": 1, \"seed\": 7}");

        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.text()).contains("No promotion was executed in that period");
        assertThat(unread.at("/field")).isEqualTo("from");
        assertThat(rita.get(EXAMINATIONS + "/EX-999999999").status()).isEqualTo(404);
    }
}
