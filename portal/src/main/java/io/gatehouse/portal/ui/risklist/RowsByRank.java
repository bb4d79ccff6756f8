package io.gatehouse.portal.ui.risklist;

import io.gatehouse.people.Actor;
import io.gatehouse.risklist.RiskListPage.Row;
import io.gatehouse.risklist.RiskLists;
import io.gatehouse.risklist.RiskLists.Filter;
import io.gatehouse.risklist.RiskLists.From;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rows of a list as a grid asks for them, by their places among those that the filter leaves. It remembers which rank it reached at
 * which place, so that whoever scrolls on costs the same however far down they are.
 */
class RowsByRank implements Serializable {
    private final transient RiskLists lists;
    private final long number;
    private final transient Filter filter;
    private final TreeMap<Integer, Integer> reached = new TreeMap<>(Map.of(0, 0));

    RowsByRank(RiskLists lists, long number, Filter filter) {
        this.lists = lists;
        this.number = number;
        this.filter = filter;
    }

    List<Row> rows(Actor actor, int offset, int limit) {
        List<Row> rows = lists.after(actor, number, filter, from(offset), limit);
        if (!rows.isEmpty()) {
            reached.put(offset + rows.size(), rows.getLast().rank());
        }
        return rows;
    }

    /** Of a whole list the ranks are the places. */
    private From from(int offset) {
        if (filter.equals(Filter.ALL)) {
            return new From(offset, 0);
        }
        Map.Entry<Integer, Integer> before = Objects.requireNonNull(reached.floorEntry(offset));
        return new From(before.getValue(), offset - before.getKey());
    }
}
