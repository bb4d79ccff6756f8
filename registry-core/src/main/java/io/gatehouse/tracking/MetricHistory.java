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
    /** All columns of the primary key, since H2 takes an index for an order only from its first column on. */
    private static final String IN_ORDER_OF_KEY =
            " order by run_id, metric_key, timestamp_ms, step, metric_value, is_nan limit ?";

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
        Question question = Question.of("metric history", runId, key);
        List<OfRun> found = new ArrayList<>();
        for (Condition range : ranges(PageToken.place(token, question))) {
            if (found.size() <= size) {
                found.addAll(walked(runId, key, range, Math.addExact((long) size, 1) - found.size()));
            }
        }
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
        List<OfRun> found = new ArrayList<>();
        for (String runId : runIds.stream().distinct().sorted().toList()) {
            if (found.size() < most) {
                found.addAll(walked(runId, key, Condition.ALWAYS, (long) most - found.size()));
            }
        }
        return found;
    }

    /** A stretch of the primary key, of which no more is read than is wanted. */
    private List<OfRun> walked(String runId, String key, Condition range, long most) {
        Condition where = new Condition("run_id = ? and metric_key = ?", List.of(runId, key)).and(range);
        return jdbc.sql("select " + COLUMNS + " from run_metric where " + where.sql() + IN_ORDER_OF_KEY)
                .params(where.parameters())
                .param(most)
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

    /**
     * What comes after a place, one range of the primary key after the other: more at its moment and step, later steps of that moment,
     * later moments. One comparison of rows would say the same, and H2 would read the history from its beginning for it.
     */
    private static List<Condition> ranges(Optional<Place> after) {
        if (after.isEmpty()) {
            return List.of(Condition.ALWAYS);
        }
        List<Mark> marks = after.get().marks();
        if (marks.size() != 3
                || !(marks.get(0) instanceof Mark.Whole moment)
                || !(marks.get(1) instanceof Mark.Whole step)) {
            throw PageToken.damaged();
        }
        List<Object> value = switch (marks.get(2)) {
            case Mark.NotANumber nan -> List.of(0.0, true);
            case Mark.Measured measured -> List.of(measured.value(), false);
            default -> throw PageToken.damaged();
        };
        Condition atMoment = new Condition("timestamp_ms = ?", List.of(moment.value()));
        return List.of(
                atMoment.and(new Condition("step = ?", List.of(step.value())))
                        .and(new Condition("(metric_value, is_nan) > (?, ?)", value)),
                atMoment.and(new Condition("step > ?", List.of(step.value()))),
                new Condition("timestamp_ms > ?", List.of(moment.value())));
    }

    private static OfRun metric(ResultSet row, int index) throws SQLException {
        double value = row.getBoolean("is_nan") ? Double.NaN : row.getDouble("metric_value");
        return new OfRun(
                row.getString("run_id"),
                new Metric(row.getString("metric_key"), value, row.getLong("timestamp_ms"), row.getLong("step")));
    }
}
