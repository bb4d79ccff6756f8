package io.gatehouse.tracking;

import io.gatehouse.house.HouseDatabase;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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

    private static final Comparator<Metric> BY_KEY = Comparator.comparing(Metric::key)
            .thenComparingLong(Metric::timestamp)
            .thenComparingLong(Metric::step);

    private static final String APPEND_ONE = """
            insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String APPEND_TO_ACTIVE = """
            insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
            select r.id, cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as double precision), cast(? as boolean)
            from run r where r.id = ? and r.lifecycle = 'active' for update
            on conflict do nothing""";

    /** {@link #APPEND_TO_ACTIVE} and what keeps the latest, for a database whose statements write to several tables. */
    private static final String LOG_TO_ACTIVE = """
            with logging as (select id, experiment_id from run where id = ? and lifecycle = 'active' for update),
            measured (metric_key, timestamp_ms, step, metric_value, is_nan) as (
                values (cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as double precision), cast(? as boolean))),
            appended as (
                insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
                select logging.id, measured.* from logging cross join measured
                on conflict do nothing returning run_id),
            latest as (
                insert into run_metric_latest as l (run_id, metric_key, timestamp_ms, step, metric_value, is_nan, experiment_id)
                select logging.id, measured.*, logging.experiment_id from logging cross join measured
                on conflict (run_id, metric_key) do update
                set timestamp_ms = excluded.timestamp_ms, step = excluded.step, metric_value = excluded.metric_value,
                    is_nan = excluded.is_nan
                where l.step < excluded.step or l.step = excluded.step and (l.timestamp_ms < excluded.timestamp_ms
                      or l.timestamp_ms = excluded.timestamp_ms and not excluded.is_nan
                         and (l.is_nan or l.metric_value < excluded.metric_value)))
            select count(*) from appended""";

    private static final String INSERT_LATEST_OF_RUN = """
            insert into run_metric_latest (run_id, metric_key, timestamp_ms, step, metric_value, is_nan, experiment_id)
            select r.id, cast(? as varchar), cast(? as bigint), cast(? as bigint), cast(? as double precision), cast(? as boolean),
                   r.experiment_id
            from run r where r.id = ?
            on conflict do nothing""";

    private static final String APPEND = """
            insert into run_metric (run_id, metric_key, timestamp_ms, step, metric_value, is_nan)
            select ?, k, t, s, v, n
            from unnest(cast(? as varchar array), cast(? as bigint array), cast(? as bigint array),
                        cast(? as double precision array), cast(? as boolean array)) logged (k, t, s, v, n)
            on conflict do nothing""";

    private static final String UPDATE_LATEST = """
            update run_metric_latest set timestamp_ms = ?, step = ?, metric_value = ?, is_nan = ?
            where run_id = ? and metric_key = ?
              and (step < ? or step = ? and (timestamp_ms < ? or timestamp_ms = ? and ? = false and (is_nan or metric_value < ?)))""";

    private static final String INSERT_LATEST = """
            insert into run_metric_latest (run_id, metric_key, timestamp_ms, step, metric_value, is_nan, experiment_id)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final ObjectProvider<LoggedModelMetrics> models;
    private final HouseDatabase database;

    MetricRows(JdbcTemplate jdbc, ObjectProvider<LoggedModelMetrics> models, HouseDatabase database) {
        this.jdbc = jdbc;
        this.models = models;
        this.database = database;
    }

    /** Appends measurements of a run that the caller has locked; those that are there already change nothing. */
    void append(RunInfo run, List<Metric> logged) {
        if (logged.isEmpty()) {
            return;
        }
        List<Metric> metrics = logged.stream().map(MetricRows::storable).toList();
        if (metrics.size() == 1) {
            Metric one = metrics.getFirst();
            jdbc.update(
                    APPEND_ONE,
                    run.id(),
                    one.key(),
                    one.timestamp(),
                    one.step(),
                    number(one),
                    Double.isNaN(one.value()));
        } else {
            jdbc.update(APPEND, columns(run.id(), metrics));
        }
        keepLatest(run, metrics);
        List<Metric> ofModels =
                metrics.stream().filter(metric -> metric.of() != null).toList();
        if (!ofModels.isEmpty()) {
            models.ifAvailable(store -> store.record(run, ofModels));
        }
    }

    /**
     * Locks a run and appends to it in one question, since a client that logs value by value waits for each question.
     *
     * @return false if nothing was stored: the run is unknown or not active, the measurement is there already, or it is of a model
     */
    boolean appendToActive(String runId, Metric logged) {
        Metric one = storable(logged);
        Object[] values = {one.key(), one.timestamp(), one.step(), number(one), Double.isNaN(one.value()), runId};
        if (one.of() != null || jdbc.update(APPEND_TO_ACTIVE, values) == 0) {
            return false;
        }
        if (jdbc.update(UPDATE_LATEST, change(runId, one)) == 0) {
            // The key is new, or its latest value is a later one and stays.
            jdbc.update(INSERT_LATEST_OF_RUN, values);
        }
        return true;
    }

    /**
     * As {@link #appendToActive}, in one statement that needs no transaction around it.
     *
     * @return false too if the database has no such statement
     */
    boolean logToActive(String runId, Metric logged) {
        if (logged.of() != null || !database.writesToSeveralTablesAtOnce()) {
            return false;
        }
        Metric one = storable(logged);
        Integer appended = jdbc.queryForObject(
                LOG_TO_ACTIVE,
                Integer.class,
                runId,
                one.key(),
                one.timestamp(),
                one.step(),
                number(one),
                Double.isNaN(one.value()));
        return appended != null && appended > 0;
    }

    /** A column at a time, each one parameter. In the order of the key, which is that of the index. */
    private static Object[] columns(String runId, List<Metric> metrics) {
        List<Metric> sorted = metrics.stream().sorted(BY_KEY).toList();
        return new Object[] {
            runId,
            sorted.stream().map(Metric::key).toArray(String[]::new),
            sorted.stream().map(Metric::timestamp).toArray(Long[]::new),
            sorted.stream().map(Metric::step).toArray(Long[]::new),
            sorted.stream().map(MetricRows::number).toArray(Double[]::new),
            sorted.stream().map(metric -> Double.isNaN(metric.value())).toArray(Boolean[]::new)
        };
    }

    /** Most measurements come after those before them, so the update is tried first; what it did not touch is new, or not the latest. */
    private void keepLatest(RunInfo run, List<Metric> metrics) {
        Map<String, Metric> latest = new LinkedHashMap<>();
        for (Metric metric : metrics) {
            latest.merge(metric.key(), metric, (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
        }
        List<Metric> each = List.copyOf(latest.values());
        int[] updated = jdbc.batchUpdate(
                UPDATE_LATEST,
                each.stream().map(metric -> change(run.id(), metric)).toList());
        List<Metric> untouched = IntStream.range(0, updated.length)
                .filter(i -> updated[i] == 0)
                .mapToObj(each::get)
                .toList();
        if (untouched.isEmpty()) {
            return;
        }
        Set<String> known = known(run.id(), untouched);
        jdbc.batchUpdate(
                INSERT_LATEST,
                untouched.stream()
                        .filter(metric -> !known.contains(metric.key()))
                        .map(metric -> row(run, metric))
                        .toList());
    }

    private Set<String> known(String runId, List<Metric> metrics) {
        return new HashSet<>(jdbc.queryForList(
                "select metric_key from run_metric_latest where run_id = ? and metric_key = any(?)",
                String.class,
                runId,
                metrics.stream().map(Metric::key).toArray(String[]::new)));
    }

    private static Object[] row(RunInfo run, Metric metric) {
        return new Object[] {
            run.id(),
            metric.key(),
            metric.timestamp(),
            metric.step(),
            number(metric),
            Double.isNaN(metric.value()),
            run.experimentId()
        };
    }

    private static Object[] change(String runId, Metric metric) {
        boolean isNan = Double.isNaN(metric.value());
        return new Object[] {
            metric.timestamp(),
            metric.step(),
            number(metric),
            isNan,
            runId,
            metric.key(),
            metric.step(),
            metric.step(),
            metric.timestamp(),
            metric.timestamp(),
            isNan,
            number(metric)
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
