package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as people look at them: a tree of lines under an experiment, and a page for each. */
@Component
public class RunPages {
    private static final int MOST_CHILDREN = 500;

    private final JdbcClient jdbc;
    private final RunReader reader;
    private final ExperimentRows experiments;

    RunPages(JdbcClient jdbc, RunReader reader, ExperimentRows experiments) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.experiments = experiments;
    }

    /**
     * Which lines to show.
     *
     * @param experimentId of the runs
     * @param filter in MLflow's language. Empty: only runs at the top. Otherwise all that match, nested ones too
     * @param orderBy in MLflow's language, newest first if empty
     */
    public record Lines(long experimentId, String filter, List<String> orderBy) {
        public Lines {
            orderBy = List.copyOf(orderBy);
        }
    }

    /** A stretch of the lines. @throws io.gatehouse.search.InvalidSearchException if filter or order are wrong */
    @Transactional(readOnly = true)
    public List<RunRow> page(Actor actor, Lines lines, long offset, int limit) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition query = RunSearch.SCOPE
                .orderOf(lines.orderBy)
                .under("r.experiment_id")
                .pageOfIds("r.id", "run r", where(lines), limit, offset);
        return rows(jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, index) -> row.getString(1))
                .list());
    }

    /** How many lines there are. */
    @Transactional(readOnly = true)
    public int count(Actor actor, Lines lines) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = where(lines);
        return jdbc.sql("select count(*) from run r where " + where.sql())
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /** The runs nested in one, in an order as in {@link Lines}. */
    @Transactional(readOnly = true)
    public List<RunRow> children(Actor actor, String runId, List<String> orderBy, long offset, int limit) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = new Condition("r.parent_run_id = ? and r.lifecycle = 'active'", List.of(runId));
        Condition query = RunSearch.SCOPE.orderOf(orderBy).pageOfIds("r.id", "run r", where, limit, offset);
        return rows(jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, index) -> row.getString(1))
                .list());
    }

    /** Everything about one run; empty if it is not known. */
    @Transactional(readOnly = true)
    public Optional<RunDetail> detail(Actor actor, String runId) {
        Permissions.require(actor, Action.READ_TRACKING);
        return reader.all(List.of(runId)).stream().findFirst().map(run -> {
            RunRow row = rows(List.of(runId)).getFirst();
            String parent = run.info().parentRunId();
            return new RunDetail(
                    run,
                    row,
                    experiments
                            .find(run.info().experimentId())
                            .map(Experiment::name)
                            .orElse(""),
                    parent == null
                            ? null
                            : rows(List.of(parent)).stream().findFirst().orElse(null),
                    children(actor, runId, List.of("start_time ASC"), 0, MOST_CHILDREN));
        });
    }

    private static Condition where(Lines lines) {
        Condition living =
                new Condition("r.experiment_id = ? and r.lifecycle = 'active'", List.<Object>of(lines.experimentId));
        return lines.filter.isBlank()
                ? living.and(new Condition("r.parent_run_id is null", List.of()))
                : living.and(RunSearch.SCOPE.where(Filter.parse(lines.filter)));
    }

    private List<RunRow> rows(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return rowsOf(reader.all(ids));
    }

    /** Runs as lines, in their order. */
    List<RunRow> rowsOf(List<Run> runs) {
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> children =
                children(runs.stream().map(run -> run.info().id()).toList());
        Map<UUID, String> trainers = trainers(runs);
        List<RunRow> rows = new ArrayList<>(runs.size());
        for (Run run : runs) {
            rows.add(row(run, children, trainers));
        }
        return rows;
    }

    private static RunRow row(Run run, Map<String, Integer> children, Map<UUID, String> trainers) {
        RunInfo info = run.info();
        @Nullable Long end = info.endMs();
        return new RunRow(
                info.id(),
                info.experimentId(),
                info.name(),
                info.parentRunId(),
                children.getOrDefault(info.id(), 0),
                info.status(),
                info.lifecycle(),
                Instant.ofEpochMilli(info.startMs()),
                end == null ? null : Duration.between(Instant.ofEpochMilli(info.startMs()), Instant.ofEpochMilli(end)),
                trainers.getOrDefault(info.createdBy(), ""),
                run.metrics().stream().collect(Collectors.toMap(Metric::key, Metric::value)),
                run.params().stream().collect(Collectors.toMap(Param::key, Param::value)),
                run.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)));
    }

    private Map<String, Integer> children(List<String> ids) {
        Condition which = Condition.in("parent_run_id", ids);
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select parent_run_id, count(*) from run where lifecycle = 'active' and " + which.sql()
                        + " group by parent_run_id")
                .params(which.parameters())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    private Map<UUID, String> trainers(List<Run> runs) {
        Condition which = Condition.in(
                "id",
                runs.stream().map(run -> run.info().createdBy()).distinct().toList());
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, display_name from person where " + which.sql())
                .params(which.parameters())
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }
}
