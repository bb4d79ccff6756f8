package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import io.gatehouse.search.MetricBound;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads to the runs of an experiment by the values of a metric, instead of looking at the metric of each run. */
@Component
class RunValues {
    /** So many runs are sorted sooner than enough of them are met on the way through all. */
    private static final int FEW = 1_000;

    private static final String WITHIN =
            "x.experiment_id = ? and x.metric_key = ? and x.is_nan = false and x.metric_value ";

    /** Runs {@code r} with their values {@code x}, once where these are {@link #within} a bound. */
    static final String RUNS_OF = "run_metric_latest x join run r on r.id = x.run_id where ";

    /** Runs {@code r} of ids that are the first parameter. */
    static final String THESE = "unnest(cast(? as varchar array)) these (id) join run r on r.id = these.id";

    private final JdbcClient jdbc;

    RunValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Condition within(long experiment, MetricBound bound) {
        return new Condition(WITHIN + bound.sign() + " ?", List.of(experiment, bound.key(), bound.bound()));
    }

    /** Ids of the runs that have such a value, for {@link #THESE}; empty if there are many. */
    Optional<String[]> few(long experiment, MetricBound bound) {
        Condition within = within(experiment, bound);
        List<String> ids = jdbc.sql("select x.run_id from run_metric_latest x where " + within.sql() + " limit ?")
                .params(within.parameters())
                .param(FEW + 1)
                .query((row, index) -> row.getString(1))
                .list();
        return ids.size() <= FEW ? Optional.of(ids.toArray(String[]::new)) : Optional.empty();
    }
}
