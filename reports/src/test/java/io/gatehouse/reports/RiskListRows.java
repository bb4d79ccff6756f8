package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.EVIL;
import static io.gatehouse.reports.ReadModels.LONG_NAME;
import static io.gatehouse.reports.ReadModels.MODEL;
import static io.gatehouse.reports.ReadModels.SHA;
import static io.gatehouse.reports.ReadModels.dollars;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Risk lists as the demo would show them. */
final class RiskListRows {
    private RiskListRows() {}

    static RiskListPage.Header riskList(long listed) {
        return new RiskListPage.Header(
                UUID.fromString("0192f3a0-0000-7000-8000-000000000001"),
                7,
                MODEL,
                3,
                true,
                LocalDate.of(2025, 4, 16),
                "active subscribers",
                0.2,
                4_000,
                listed,
                dollars(5_412.66),
                new RiskListPage.Previous(6, LocalDate.of(2025, 4, 9), 278, 121, 59),
                List.of(
                        said("340 subscribers may leave, 62 more than a week ago."),
                        said(
                                "Sessions rose for everybody since autoplay started, so scores of basic plans are less sure.")),
                "Dana Scientist",
                Instant.parse("2025-04-16T02:10:00Z"),
                SHA,
                List.of("plan_type", "region"));
    }

    /** Rows by rank; the second has a name that starts like a formula, the third lacks everything that can be absent. */
    static Iterator<RiskListPage.Row> riskRows(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(RiskListRows::riskRow).iterator();
    }

    /** Those who are no longer on it: every second was not scored again. */
    static Iterator<RiskListPage.Left> left() {
        return IntStream.rangeClosed(1, 59)
                .mapToObj(
                        rank -> new RiskListPage.Left(riskRow(rank), rank % 2 == 0 ? null : 0.1 + rank / 1_000d, true))
                .iterator();
    }

    private static RiskListPage.Row riskRow(int rank) {
        double probability = 0.95 - 0.7 * rank / 400;
        String band = rank <= 42 ? "very high" : rank <= 160 ? "high" : "raised";
        if (rank == 2) {
            return new RiskListPage.Row(
                    2,
                    EVIL,
                    probability,
                    band,
                    Movement.NEW,
                    null,
                    Map.of("plan_type", "Größe"),
                    dollars(14.99),
                    List.of(said("-1 ticket"), said(LONG_NAME)));
        }
        if (rank == 3) {
            return new RiskListPage.Row(
                    3, LONG_NAME, Double.NaN, band, Movement.SAME, Double.NaN, Map.of(), null, List.of());
        }
        return new RiskListPage.Row(
                rank,
                "S-" + (10_000 + rank * 7),
                Math.max(0.2, probability),
                band,
                Movement.values()[rank % 4],
                Math.max(0.1, probability - 0.04),
                Map.of("plan_type", rank % 3 == 0 ? "basic" : "premium", "region", rank % 2 == 0 ? "north" : "south"),
                dollars(rank % 3 == 0 ? 9.99 : 24.99),
                List.of(
                        said("Sessions down to 4 in 30 days, usually 14"),
                        said("3 support tickets in 90 days, 2 of them unhappy"),
                        said("Two payments failed in 6 months")));
    }
}
