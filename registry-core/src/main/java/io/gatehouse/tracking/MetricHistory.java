package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.InvalidSearchException;
import io.gatehouse.search.Mark;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Place;
import io.gatehouse.search.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The measurements of runs over time. Pages follow the primary key, so the thousandth costs what the first does. */
@Component
public class MetricHistory {
    private static final String COLUMNS = "run_id, metric_key, metric_value, is_nan, timestamp_ms, step";
    private static final String IN_TIME = "timestamp_ms, step, metric_value, is_nan";

    private static final String SAMPLE = """
            select * from (
                select shares.*, row_number() over (partition by run_id, share
                                                    order by step, timestamp_ms, metric_value, is_nan) as place
                from (select %s,
                             ntile(?) over (partition by run_id order by step, timestamp_ms, metric_value, is_nan) as share,
                             row_number() over (partition by run_id
                                                order by step desc, timestamp_ms desc, metric_value desc, is_nan desc) as from_end
                      from run_metric where %s) shares) placed
            where place = 1 or from_end = 1
            order by run_id, step, timestamp_ms, metric_value, is_nan""";

    private final JdbcClient jdbc;

    MetricHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A measurement and the run that it belongs to. */
    public record OfRun(String runId, Metric metric) {}

    /** Steps from one to another, both included. */
    public record Steps(long from, long to) {}

    /**
     * One metric of a run by timestamp, step and value; empty if the run or the key is unknown.
     *
     * @throws InvalidSearchException if the token is not one of ours
     */
    @Transactional(readOnly = true)
    public Page<Metric> of(Actor actor, String runId, String key, int size, Optional<String> token) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = new Condition("run_id = ? and metric_key = ?", List.of(runId, key));
        Question question = Question.of("metric history", runId, key);
        Optional<Place> after = PageToken.place(token, question);
        if (after.isPresent()) {
            // A row comparison, so that the database starts at the right place in the key.
            where = where.and(
                    new Condition("(timestamp_ms, step, metric_value, is_nan) > (?, ?, ?, ?)", values(after.get())));
        }
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(Math.addExact((long) size, 1));
        List<OfRun> found = jdbc.sql("select " + COLUMNS + " from run_metric where " + where.sql() + " order by "
                        + IN_TIME + " limit ?")
                .params(parameters)
                .query(MetricHistory::metric)
                .list();
        List<Metric> metrics = found.stream().map(OfRun::metric).toList();
        return metrics.size() <= size
                ? new Page<>(metrics, Optional.empty())
                : new Page<>(
                        metrics.subList(0, size), Optional.of(PageToken.after(place(metrics.get(size - 1)), question)));
    }

    /** One metric of several runs by run, timestamp, step and value; at most {@code most} in all. */
    @Transactional(readOnly = true)
    public List<OfRun> ofRuns(Actor actor, List<String> runIds, String key, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = Condition.in("run_id", runIds).and(new Condition("metric_key = ?", List.of(key)));
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add(most);
        return jdbc.sql("select " + COLUMNS + " from run_metric where " + where.sql() + " order by run_id, " + IN_TIME
                        + " limit ?")
                .params(parameters)
                .query(MetricHistory::metric)
                .list();
    }

    /**
     * A picture of one metric in several runs: at most {@code most} measurements of each, evenly chosen among its own by step and time,
     * the first and the last among them; the last alone where one is wished. However many were logged at one step, no more come.
     *
     * @param within absent for all steps
     */
    @Transactional(readOnly = true)
    public List<OfRun> sampled(Actor actor, List<String> runIds, String key, Optional<Steps> within, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = Condition.in("run_id", runIds).and(new Condition("metric_key = ?", List.of(key)));
        if (within.isPresent()) {
            Steps steps = within.get();
            where = where.and(new Condition("step between ? and ?", List.of(steps.from, steps.to)));
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(most);
        parameters.addAll(where.parameters());
        Map<String, List<OfRun>> found = jdbc
                .sql(SAMPLE.formatted(COLUMNS, where.sql()))
                .params(parameters)
                .query(MetricHistory::metric)
                .list()
                .stream()
                .collect(Collectors.groupingBy(OfRun::runId));
        return runIds.stream()
                .flatMap(run -> atMost(found.getOrDefault(run, List.of()), most).stream())
                .toList();
    }

    /** The first of every share and the last of all may be one more than wished: then the last share gives way. */
    private static List<OfRun> atMost(List<OfRun> sample, int most) {
        if (sample.size() <= most) {
            return sample;
        }
        List<OfRun> fewer = new ArrayList<>(sample);
        fewer.remove(fewer.size() - 2);
        return fewer;
    }

    private static Place place(Metric last) {
        Mark value = Double.isNaN(last.value()) ? new Mark.NotANumber() : new Mark.Measured(last.value());
        return Place.of(new Mark.Whole(last.timestamp()), new Mark.Whole(last.step()), value);
    }

    private static List<Object> values(Place place) {
        List<Mark> marks = place.marks();
        if (marks.size() != 3
                || !(marks.get(0) instanceof Mark.Whole timestamp)
                || !(marks.get(1) instanceof Mark.Whole step)) {
            throw PageToken.damaged();
        }
        return switch (marks.get(2)) {
            case Mark.NotANumber nan -> List.of(timestamp.value(), step.value(), 0.0, true);
            case Mark.Measured measured -> List.of(timestamp.value(), step.value(), measured.value(), false);
            default -> throw PageToken.damaged();
        };
    }

    private static OfRun metric(ResultSet row, int index) throws SQLException {
        double value = row.getBoolean("is_nan") ? Double.NaN : row.getDouble("metric_value");
        return new OfRun(
                row.getString("run_id"),
                new Metric(row.getString("metric_key"), value, row.getLong("timestamp_ms"), row.getLong("step")));
    }
}
