package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The measurements of runs: the whole history, and the latest of each key beside it. */
@Component
class MetricRows {
    private static final Comparator<Metric> LATER = Comparator.comparingLong(Metric::step)
            .thenComparingLong(Metric::timestamp)
            // NaN stands below where 0 would, so that any number at the same moment wins over it.
            .thenComparingDouble(metric -> Double.isNaN(metric.value()) ? Double.NEGATIVE_INFINITY : metric.value());

    private final JdbcTemplate jdbc;
    private final ObjectProvider<LoggedModelMetrics> models;

    MetricRows(JdbcTemplate jdbc, ObjectProvider<LoggedModelMetrics> models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** Appends measurements of a run that the caller has locked; those that are there already change nothing. */
    void append(RunInfo run, List<Metric> logged) {
        if (logged.isEmpty()) {
            return;
        }
        List<Metric> metrics = logged.stream().map(MetricRows::storable).toList();
        jdbc.batchUpdate(
                """
                insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""", metrics.stream().map(metric -> row(run.id(), metric)).toList());
        keepLatest(run.id(), metrics);
        List<Metric> ofModels =
                metrics.stream().filter(metric -> metric.of() != null).toList();
        if (!ofModels.isEmpty()) {
            models.ifAvailable(store -> store.record(run, ofModels));
        }
    }

    private void keepLatest(String runId, List<Metric> metrics) {
        Map<String, Metric> latest = new HashMap<>();
        for (Metric metric : metrics) {
            latest.merge(metric.key(), metric, (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
        }
        Map<String, Metric> stored = stored(runId, latest.keySet());
        Set<String> known = new HashSet<>(stored.keySet());
        List<Object[]> changed = new ArrayList<>();
        List<Object[]> fresh = new ArrayList<>();
        latest.forEach((key, metric) -> {
            Metric before = stored.get(key);
            if (!known.contains(key)) {
                fresh.add(row(runId, metric));
            } else if (before != null && LATER.compare(metric, before) > 0) {
                changed.add(new Object[] {
                    metric.timestamp(), metric.step(), number(metric), Double.isNaN(metric.value()), runId, key
                });
            }
        });
        jdbc.batchUpdate("""
                insert into run_metric_latest (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
                values (?, ?, ?, ?, ?, ?)""", fresh);
        jdbc.batchUpdate("""
                update run_metric_latest set timestamp_ms = ?, step = ?, metric_value = ?, is_nan = ?
                where run_id = ? and metric_key = ?""", changed);
    }

    private Map<String, Metric> stored(String runId, Set<String> keys) {
        Condition which = Condition.in("metric_key", List.copyOf(keys));
        List<Object> parameters = new ArrayList<>(List.of(runId));
        parameters.addAll(which.parameters());
        Map<String, Metric> stored = new HashMap<>();
        jdbc.query(
                "select metric_key, metric_value, is_nan, timestamp_ms, step from run_metric_latest where run_id = ? and "
                        + which.sql(),
                row -> {
                    double value = row.getBoolean(3) ? Double.NaN : row.getDouble(2);
                    stored.put(row.getString(1), new Metric(row.getString(1), value, row.getLong(4), row.getLong(5)));
                },
                parameters.toArray());
        return stored;
    }

    private static Object[] row(String runId, Metric metric) {
        return new Object[] {
            runId, metric.key(), metric.timestamp(), metric.step(), number(metric), Double.isNaN(metric.value())
        };
    }

    private static double number(Metric metric) {
        return Double.isNaN(metric.value()) ? 0 : metric.value();
    }

    /** Infinities become the largest doubles, and the two zeros one, since databases disagree about them. */
    private static Metric storable(Metric metric) {
        double value = metric.value();
        double kept = Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value + 0.0;
        return new Metric(metric.key(), kept, metric.timestamp(), metric.step(), metric.of());
    }
}
