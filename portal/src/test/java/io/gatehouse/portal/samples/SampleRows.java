package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;
import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists.Filter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Subscribers by falling probability, the same at every call. */
final class SampleRows {
    private static final List<String> PLANS = List.of("basic", "standard", "premium", "family");
    private static final List<String> AGES = List.of("18-24", "25-34", "35-44", "45 and above");
    private static final List<String> REASONS = List.of(
            "Watches 2.1 hours a month; most watch about 18",
            "4 support tickets in 90 days; most have 1",
            "2 payments failed in 6 months",
            "Finishes 22 % of what is started; most finish 60 %",
            "Has been with us for 3 months; most for 30",
            "Hours watched fell by 48 % against the month before");

    private SampleRows() {}

    static RiskListPage page(Header header, Filter filter, int offset, int limit) {
        List<Row> matching = IntStream.rangeClosed(1, (int) header.listed())
                .mapToObj(rank -> row(rank, (int) header.listed()))
                .filter(row -> matches(row, filter))
                .toList();
        return new RiskListPage(
                header, matching.stream().skip(offset).limit(limit).toList(), matching.size());
    }

    private static boolean matches(Row row, Filter filter) {
        return (filter.text().isEmpty() || row.customer().contains(filter.text()))
                && (filter.band() == null || row.band().equals(filter.band()))
                && (filter.movement() == null || row.movement() == filter.movement())
                && filter.segments().entrySet().stream()
                        .allMatch(wanted ->
                                wanted.getValue().equals(row.segments().get(wanted.getKey())));
    }

    private static Row row(int rank, int listed) {
        double probability = 0.93 - 0.73 * (rank - 1) / listed;
        Movement movement = Movement.values()[rank * 7 % 4];
        String band = probability >= 0.6 ? "very high" : probability >= 0.4 ? "high" : "raised";
        double before = movement == Movement.UP
                ? probability - 0.09
                : movement == Movement.DOWN ? probability + 0.06 : probability;
        return new Row(
                rank,
                "SF-%06d".formatted(104_729 + rank * 7_919 % 41_000),
                probability,
                band,
                movement,
                movement == Movement.NEW ? null : before,
                Map.of(
                        "plan_type",
                        PLANS.get(rank % 4),
                        "age_band",
                        AGES.get(rank * 3 % 4),
                        "region",
                        rank % 3 == 0 ? "north" : "south"),
                usd(List.of(9.99, 14.99, 24.99, 29.99).get(rank % 4)),
                List.of(
                        say(REASONS.get(rank % 6)),
                        say(REASONS.get((rank + 2) % 6)),
                        say(REASONS.get((rank * 2 + 3) % 6))));
    }
}
