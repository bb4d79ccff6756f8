package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import io.gatehouse.search.Ordering;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs of one experiment in the order of a metric. Walks the index of its values, best first, and looks at so many runs as it takes to
 * fill a page: that costs the same among a thousand runs and a million, where sorting costs more with each.
 */
@Component
class RunsByMetric {
    private static final int LARGEST_STRETCH = 20_000;
    private static final int GROWTH = 4;
    private static final String ANY = "";
    private static final String GREATER = " and metric_value > ?";
    private static final String LESS = " and metric_value < ?";
    /** All columns of the index in one direction, since H2 takes an index for an order only from its first column on. */
    private static final String INDEX_ASCENDING = " order by experiment_id, metric_key, is_nan, metric_value";

    private static final String INDEX_DESCENDING =
            " order by experiment_id desc, metric_key desc, is_nan desc, metric_value desc";
    private static final String STRETCH =
            "unnest(cast(? as varchar array)) stretch (id) join run r on r.id = stretch.id";

    private final JdbcClient jdbc;

    RunsByMetric(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is looked for.
     *
     * @param where holds for the runs {@code r} that count
     * @param order begins with the metric
     */
    record Wanted(long experimentId, Ordering.ByMetric metric, Ordering order, Condition where) {}

    /** The ids of the first {@code most}, or of all if there are fewer. Those without a number follow those with one. */
    List<String> first(Wanted wanted, int most) {
        Set<String> found = new LinkedHashSet<>();
        @Nullable Double after = null;
        int length = Math.min(GROWTH * most, LARGEST_STRETCH);
        long walked = 0;
        while (found.size() < most) {
            List<Place> places = stretch(wanted, after, length);
            List<Place> whole = withoutBrokenTie(places, length);
            if (!whole.isEmpty()) {
                found.addAll(matching(wanted, whole, most - found.size()));
                after = whole.getLast().value;
                walked += whole.size();
            }
            if (places.size() <= length) {
                if (found.size() < most && walked < runs(wanted.experimentId)) {
                    found.addAll(withoutNumber(wanted, most - found.size()));
                }
                break;
            }
            length = whole.isEmpty() ? length * GROWTH : Math.min(length * GROWTH, LARGEST_STRETCH);
        }
        return List.copyOf(found);
    }

    private record Place(String runId, double value) {}

    /** One place more than the length, if there are so many. */
    private List<Place> stretch(Wanted wanted, @Nullable Double after, int length) {
        boolean ascending = wanted.metric.ascending();
        List<Object> parameters = new ArrayList<>(List.of(wanted.experimentId, wanted.metric.key()));
        if (after != null) {
            parameters.add(after);
        }
        parameters.add(length + 1);
        String order = ascending ? INDEX_ASCENDING : INDEX_DESCENDING;
        return jdbc.sql("select run_id, metric_value from run_metric_latest"
                        + " where experiment_id = ? and metric_key = ? and is_nan = false"
                        + (after == null ? ANY : ascending ? GREATER : LESS) + order + " limit ?")
                .params(parameters)
                .query((row, index) -> new Place(row.getString(1), row.getDouble(2)))
                .list();
    }

    /** Runs of equal value go together, because something else decides between them: where a stretch ends among them, they wait for the next. */
    private static List<Place> withoutBrokenTie(List<Place> places, int length) {
        if (places.size() <= length) {
            return places;
        }
        int end = places.size();
        double last = places.getLast().value;
        while (end > 0 && places.get(end - 1).value == last) {
            end--;
        }
        return places.subList(0, end);
    }

    private List<String> matching(Wanted wanted, List<Place> places, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(places.stream().map(Place::runId).toArray(String[]::new));
        parameters.addAll(wanted.where.parameters());
        return ids(wanted.order.pageOfIds("r.id", STRETCH, new Condition(wanted.where.sql(), parameters), most, 0));
    }

    private long runs(long experimentId) {
        return jdbc.sql("select count(*) from run where experiment_id = ?")
                .param(experimentId)
                .query(Long.class)
                .single();
    }

    private List<String> withoutNumber(Wanted wanted, int most) {
        Condition none = new Condition(
                "not exists (select 1 from run_metric_latest n"
                        + " where n.run_id = r.id and n.metric_key = ? and n.is_nan = false)",
                List.of(wanted.metric.key()));
        return ids(wanted.order.pageOfIds("r.id", "run r", none.and(wanted.where), most, 0));
    }

    private List<String> ids(Condition page) {
        return jdbc.sql(page.sql())
                .params(page.parameters())
                .query((row, index) -> row.getString(1))
                .list();
    }
}
