package io.gatehouse.portal.ui.risklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.people.Actor;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.risklist.RiskListPage.Movement;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.risklist.RiskLists.From;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scrolling down a long list costs the same everywhere. */
class RowsByRankTest {
    private static final Filter EVERY_THIRD = Filter.ALL.withBand("high");
    private static final Actor CARL = new Actor(
            new Person(
                    new UUID(1, 1),
                    "carl",
                    "Carl",
                    "",
                    Person.Kind.HUMAN,
                    new UUID(1, 1),
                    Set.of(Role.CUSTOMER_SUCCESS),
                    true),
            Actor.Via.SCREEN,
            "test");

    private final List<From> asked = new ArrayList<>();

    /** Of a list without end, in which every third customer fits a filter. */
    private final RiskLists lists = (RiskLists) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {RiskLists.class}, (proxy, method, arguments) -> {
                From from = (From) arguments[3];
                asked.add(from);
                int step = arguments[2].equals(Filter.ALL) ? 1 : 3;
                int first = from.rank() / step + 1 + from.skipped();
                return IntStream.range(first, first + (int) arguments[4])
                        .mapToObj(place -> row(place * step))
                        .toList();
            });

    @Test
    void ofAWholeListThePlaceIsTheRank() {
        RowsByRank rows = new RowsByRank(lists, 7, Filter.ALL);

        assertThat(rows.rows(CARL, 900_000, 2)).extracting(Row::rank).containsExactly(900_001, 900_002);
        assertThat(asked).containsExactly(new From(900_000, 0));
    }

    @Test
    void whoScrollsOnSkipsNothing() {
        RowsByRank rows = new RowsByRank(lists, 7, EVERY_THIRD);

        assertThat(rows.rows(CARL, 0, 2)).extracting(Row::rank).containsExactly(3, 6);
        assertThat(rows.rows(CARL, 2, 2)).extracting(Row::rank).containsExactly(9, 12);
        assertThat(rows.rows(CARL, 7, 1)).extracting(Row::rank).containsExactly(24);
        assertThat(rows.rows(CARL, 1, 1)).extracting(Row::rank).containsExactly(6);

        assertThat(asked).containsExactly(new From(0, 0), new From(6, 0), new From(12, 3), new From(0, 1));
    }

    private static Row row(int rank) {
        return new Row(rank, "c" + rank, 0.5, "high", Movement.NEW, null, Map.of(), null, List.of());
    }
}
