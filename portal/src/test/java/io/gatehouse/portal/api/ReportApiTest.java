package io.gatehouse.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import io.gatehouse.promotion.PromotionBench.Candidate;
import io.gatehouse.promotion.TestPredictions;
import java.util.List;
import org.junit.jupiter.api.Test;

@PortalTest
class ReportApiTest {
    private static final String REPORTS = "/api/gatehouse/v1/reports";

    private final PromotionBench bench;
    private final WireClients clients;
    private final TestPeople people;

    ReportApiTest(PromotionBench bench, WireClients clients, TestPeople people) {
        this.bench = bench;
        this.clients = clients;
        this.people = people;
    }

    @Test
    void theDossierOfARequestIsAWorkbook() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);

        WireClient.Answer answer =
                clients.as(people.priya()).get(REPORTS + "/promotion-requests/PR-" + number + ".xlsx");

        assertWorkbook(answer);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".xlsx");
    }

    @Test
    void fairnessAndRoiAreWorkbooksOfTheirOwn() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());
        long number = bench.asked(people.dana(), candidate);
        WireClient priya = clients.as(people.priya());
        String evaluations = "/api/gatehouse/v1/models/" + candidate.model() + "/versions/1/evaluations";
        String evaluation = priya.get(evaluations).at("/evaluations/0/id").toString();

        for (String matter : List.of("fairness", "roi")) {
            assertWorkbook(priya.get(REPORTS + "/promotion-requests/PR-" + number + "/" + matter + ".xlsx"));
            assertWorkbook(priya.get(REPORTS + "/evaluations/" + evaluation + "/" + matter + ".xlsx"));
            assertThat(priya.get(REPORTS + "/promotion-requests/PR-987654321/" + matter + ".xlsx")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aModelWithOneVersionIsComparedWithNobodyAndStillWritten() {
        Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), TestPredictions.good());

        assertWorkbook(
                clients.as(people.vera()).get(REPORTS + "/comparisons/" + candidate.model() + ".xlsx?versions=1"));
        assertWorkbook(clients.as(people.vera()).get(REPORTS + "/champions/" + candidate.model() + ".xlsx"));
    }

    @Test
    void theInventoryIsAWorkbookForWhoMayReadTheRegistry() {
        bench.candidate(people.dana(), bench.model(people.dana()), null);

        assertWorkbook(clients.as(people.vera()).get(REPORTS + "/models.xlsx"));
        assertThat(clients.as(people.adam()).get(REPORTS + "/models.xlsx").status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotThereIsAProblemAndNoWorkbook() {
        WireClient vera = clients.as(people.vera());

        assertThat(vera.get(REPORTS + "/champions/nobody.xlsx").status()).isEqualTo(404);
        assertThat(vera.get(REPORTS + "/comparisons/nobody.xlsx?versions=1").status())
                .isEqualTo(400);
        assertThat(vera.get(REPORTS + "/comparisons/nobody.xlsx?versions=one").status())
                .isEqualTo(400);
        assertThat(clients.as(people.priya())
                        .get(REPORTS + "/promotion-requests/PR-987654321.xlsx")
                        .status())
                .isEqualTo(404);
        assertThat(clients.as(people.carl())
                        .get("/api/gatehouse/v1/risk-lists/RL-987654321.xlsx")
                        .status())
                .isEqualTo(404);
        assertThat(clients.as(people.carl())
                        .get("/api/gatehouse/v1/risk-lists/list")
                        .at("/field"))
                .isEqualTo("id");
    }

    private static void assertWorkbook(WireClient.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.text()).startsWith("PK");
    }
}
