package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.usd;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.risklist.RiskListPage;
import io.gatehouse.risklist.RiskListPage.Header;
import io.gatehouse.risklist.RiskListPage.Previous;
import io.gatehouse.risklist.RiskLists;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** This week's list, longer than usual, and last week's. */
public final class SampleRiskLists implements RiskLists {
    private final Story story;

    public SampleRiskLists(Story story) {
        this.story = story;
    }

    @Override
    public Posted post(Actor actor, BatchDescription description, Path file) {
        throw new UnsupportedOperationException("Samples are not written to");
    }

    @Override
    public List<Header> all(Actor actor) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        return List.of(
                header(
                        7,
                        1,
                        340,
                        new Previous(6, day(8), 278, 105, 43),
                        "340 of 4,012 subscribers may leave, 62 more than last week.",
                        "Support tickets rose by half; a top reason of support tickets with a happy subscriber may be a false alarm."),
                header(6, 8, 278, null, "278 of 4,006 subscribers may leave.", "Nothing unusual."));
    }

    @Override
    public Map<String, Length> ofVersionsInUse(Actor actor, Collection<String> models) {
        return models.contains(Story.CHURN) ? Map.of(Story.CHURN, new Length(day(1), 4_012, 340)) : Map.of();
    }

    @Override
    public Optional<Header> header(Actor actor, long number) {
        return all(actor).stream().filter(header -> header.number() == number).findFirst();
    }

    @Override
    public long countUpTo(Actor actor, long number, Filter filter, int most) {
        return Math.min(
                most,
                page(actor, number, filter, 0, 0).map(RiskListPage::matching).orElse(0L));
    }

    @Override
    public Optional<RiskListPage> page(Actor actor, long number, Filter filter, int offset, int limit) {
        return all(actor).stream()
                .filter(header -> header.number() == number)
                .findFirst()
                .map(header -> SampleRows.page(header, filter, offset, limit));
    }

    @Override
    public List<RiskListPage.Row> after(Actor actor, long number, Filter filter, From from, int limit) {
        return page(actor, number, filter, 0, Integer.MAX_VALUE).stream()
                .flatMap(page -> page.rows().stream())
                .filter(row -> row.rank() > from.rank())
                .skip(from.skipped())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<RiskListPage.Row> before(Actor actor, Header list, String customer) {
        return Optional.ofNullable(list.previous())
                .flatMap(before -> page(actor, before.number(), Filter.ALL, 0, Integer.MAX_VALUE))
                .flatMap(page -> page.rows().stream()
                        .filter(row -> row.customer().equals(customer))
                        .findFirst());
    }

    /** Every third of those on the list before, scored lower now, and a few of them not at all. */
    @Override
    public List<RiskListPage.Left> left(Actor actor, Header list, int after, int limit) {
        Permissions.require(actor, Action.READ_RISK_LIST);
        Previous previous = list.previous();
        return previous == null
                ? List.of()
                : after(actor, previous.number(), Filter.ALL, 0, Integer.MAX_VALUE).stream()
                        .filter(row -> row.rank() % 3 == 0)
                        .limit(previous.left())
                        .filter(row -> row.rank() > after)
                        .limit(limit)
                        .map(row -> new RiskListPage.Left(row, row.rank() % 4 == 0 ? null : 0.1, true))
                        .toList();
    }

    @Override
    public Map<String, List<String>> groups(Actor actor, long number) {
        Map<String, TreeSet<String>> groups = new TreeMap<>();
        page(actor, number, Filter.ALL, 0, Integer.MAX_VALUE)
                .orElseThrow()
                .rows()
                .forEach(row -> row.segments()
                        .forEach((name, value) -> groups.computeIfAbsent(name, any -> new TreeSet<>())
                                .add(value)));
        return groups.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /** Samples name nobody, so a reading of them leaves no record. */
    @Override
    public void recordRead(Actor actor, long number, String how) {
        Permissions.require(actor, Action.READ_RISK_LIST);
    }

    private LocalDate day(int daysAgo) {
        return story.daysAgo(daysAgo).atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private Header header(long number, int daysAgo, long listed, @Nullable Previous previous, String... summary) {
        return new Header(
                new UUID(7, number),
                number,
                Story.CHURN,
                2,
                true,
                day(daysAgo),
                "active subscribers",
                0.20,
                4_012,
                listed,
                usd(listed * 16.4),
                previous,
                List.of(summary).stream().map(Story::say).toList(),
                "Dana Ortiz",
                story.daysAgo(daysAgo),
                "9ab1".repeat(16),
                List.of("plan_type", "age_band", "region"));
    }
}
