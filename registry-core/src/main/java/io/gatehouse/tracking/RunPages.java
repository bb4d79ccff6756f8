package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import io.gatehouse.search.Filter;
import io.gatehouse.search.MetricBound;
import io.gatehouse.search.Ordering;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as people look at them: a tree of lines under an experiment, and a page for each. */
@Component
public class RunPages {
    private static final int MOST_CHILDREN = 500;
    /** Runs that are looked at to find out what was logged: so many at the top, and four times as many nested in them. */
    private static final int LOOKED_AT = 50;

    /** Counted of an experiment, to say how many there are. */
    public static final int MOST_COUNTED = 10_000;

    /**
     * What a run {@code r} is nested in, {@code p}, whatever its tag says: another living run of the same experiment. Were it nested in one
     * that was deleted, never came here, or is the run itself, it would be nowhere.
     */
    private static final String PARENT =
            "p.id = r.parent_run_id and p.id <> r.id and p.experiment_id = r.experiment_id and p.lifecycle = 'active'";

    /** Runs {@code r} that stand at the top of their experiment. Their parent is looked up only for those that the query meets on its way. */
    static final String AT_THE_TOP =
            "(r.parent_run_id is null or (select p.id from run p where " + PARENT + ") is null)";

    private static final String NESTED =
            "run r join run p on " + PARENT + " where r.experiment_id = ? and r.lifecycle = 'active'";

    private final JdbcClient jdbc;
    private final RunRows infos;
    private final RunReader reader;
    private final RunCells cells;
    private final RunValues values;
    private final ExperimentRows experiments;

    RunPages(
            JdbcClient jdbc,
            RunRows infos,
            RunReader reader,
            RunCells cells,
            RunValues values,
            ExperimentRows experiments) {
        this.values = values;
        this.jdbc = jdbc;
        this.infos = infos;
        this.reader = reader;
        this.cells = cells;
        this.experiments = experiments;
    }

    /**
     * Which lines to show.
     *
     * @param experimentId of the runs
     * @param filter in MLflow's language. Empty: only runs at the top. Otherwise all that match, nested ones too
     * @param orderBy in MLflow's language, newest first if empty
     * @param until what came later is left out, so that lines stay where they are while somebody reads them
     * @param view of deleted runs, nested ones stand in line with the others
     */
    public record Lines(
            long experimentId, String filter, List<String> orderBy, Optional<Instant> until, LifecycleView view) {
        public Lines {
            orderBy = List.copyOf(orderBy);
        }

        /** Those that are there whenever they are asked for. */
        public Lines(long experimentId, String filter, List<String> orderBy) {
            this(experimentId, filter, orderBy, Optional.empty(), LifecycleView.ACTIVE_ONLY);
        }

        /** Whether nothing else narrows them down: then runs lie under those that they are nested in, and only the top is among the lines. */
        public boolean isTree() {
            return filter.isBlank() && view == LifecycleView.ACTIVE_ONLY;
        }

        public Lines inOrder(List<String> wanted) {
            return new Lines(experimentId, filter, wanted, until, view);
        }

        public Lines upTo(Instant moment) {
            return new Lines(experimentId, filter, orderBy, Optional.of(moment), view);
        }
    }

    /** What is read of each run beside what every run has: a table needs no more than its columns. */
    public record Columns(Set<String> metrics, Set<String> params) {
        /** For those who only ask which runs there are. */
        public static final Columns NONE = new Columns(Set.of(), Set.of());

        public Columns {
            metrics = Set.copyOf(metrics);
            params = Set.copyOf(params);
        }
    }

    /**
     * A stretch of the lines with these columns; the rows have no tags.
     *
     * @throws io.gatehouse.search.InvalidSearchException if filter or order are wrong
     */
    @Transactional(readOnly = true)
    public List<RunRow> page(Actor actor, Lines lines, Columns columns, long offset, int limit) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows(ids(lines, offset, limit), columns);
    }

    /** The runs nested in one with these columns, in an order as in {@link Lines}; the rows have no tags. */
    @Transactional(readOnly = true)
    public List<RunRow> children(
            Actor actor, String runId, List<String> orderBy, Columns columns, long offset, int limit) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows(childIds(runId, orderBy, offset, limit), columns);
    }

    /** How these runs stand now, with these columns; the rows have no tags. */
    @Transactional(readOnly = true)
    public List<RunRow> these(Actor actor, List<String> ids, Columns columns) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows(ids, columns);
    }

    /** What the newest runs of an experiment and those nested in them logged. */
    @Transactional(readOnly = true)
    public LoggedKeys keys(Actor actor, long experiment) {
        Permissions.require(actor, Action.READ_TRACKING);
        List<String> looked = new ArrayList<>(ids(new Lines(experiment, "", List.of()), 0, LOOKED_AT));
        Condition nested = Condition.in("parent_run_id", List.copyOf(looked));
        if (!looked.isEmpty()) {
            List<Object> parameters = new ArrayList<>(nested.parameters());
            parameters.add(4 * LOOKED_AT);
            jdbc.sql("select id, experiment_id from run where lifecycle = 'active' and " + nested.sql()
                            + " order by start_ms desc, id limit ?")
                    .params(parameters)
                    .query(row -> {
                        if (row.getLong(2) == experiment) {
                            looked.add(row.getString(1));
                        }
                    });
        }
        RunCount all = counted("run r where r.experiment_id = ? and r.lifecycle = 'active'", experiment);
        return new LoggedKeys(
                all,
                // Of very many nobody is told how many are nested, so their parents are not looked up.
                all.more() ? 0 : counted(NESTED, experiment).counted(),
                cells.metricKeys(looked),
                cells.paramKeys(looked),
                cells.tagKeys(looked),
                cells.best(looked));
    }

    private RunCount counted(String from, long experiment) {
        return RunCount.of(
                jdbc.sql("select count(*) from (select 1 from " + from + " limit ?) counted")
                        .params(experiment, MOST_COUNTED + 1)
                        .query(Integer.class)
                        .single(),
                MOST_COUNTED);
    }

    private List<String> ids(Lines lines, long offset, int limit) {
        Condition where = where(lines);
        Ordering order = RunSearch.SCOPE.orderOf(lines.orderBy);
        Condition query = bound(lines)
                .flatMap(bound -> values.few(lines.experimentId, bound))
                .map(few -> order.pageOfIds("r.id", RunValues.THESE, after(few, where), limit, offset))
                .orElseGet(() -> order.under("r.experiment_id").pageOfIds("r.id", "run r", where, limit, offset));
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** How many lines there are. @param most that are counted */
    @Transactional(readOnly = true)
    public RunCount count(Actor actor, Lines lines, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition where = where(lines);
        Condition counted = bound(lines)
                .map(bound -> RunValues.within(lines.experimentId, bound)
                        .and(living(lines))
                        .and(RunSearch.SCOPE.where(bound.rest())))
                .map(within -> new Condition(RunValues.RUNS_OF + within.sql(), within.parameters()))
                .orElseGet(() -> new Condition("run r where " + where.sql(), where.parameters()));
        List<Object> parameters = new ArrayList<>(counted.parameters());
        parameters.add(most + 1);
        return RunCount.of(
                jdbc.sql("select count(*) from (select 1 from " + counted.sql() + " limit ?) counted")
                        .params(parameters)
                        .query(Integer.class)
                        .single(),
                most);
    }

    /** A parameter of the tables comes before those of the condition. */
    private static Condition after(String[] ids, Condition where) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(ids);
        parameters.addAll(where.parameters());
        return new Condition(where.sql(), parameters);
    }

    private static Optional<MetricBound> bound(Lines lines) {
        return lines.filter.isBlank() ? Optional.empty() : RunSearch.SCOPE.bound(Filter.parse(lines.filter));
    }

    /** How many lines were logged after a moment, nested ones too; as this process heard of them, whatever their clients say. */
    @Transactional(readOnly = true)
    public int newer(Actor actor, Lines lines, Instant moment) {
        Permissions.require(actor, Action.READ_TRACKING);
        Condition living =
                new Condition("r.experiment_id = ? and r.lifecycle = 'active'", List.<Object>of(lines.experimentId));
        Condition matching =
                lines.filter.isBlank() ? living : living.and(RunSearch.SCOPE.where(Filter.parse(lines.filter)));
        // What a client says it started at leads along the index; clocks of clients differ by less than a day.
        Condition where = matching.and(new Condition(
                "r.start_ms >= ? and r.created_at > ?",
                List.<Object>of(moment.minus(Duration.ofDays(1)).toEpochMilli(), moment.atOffset(ZoneOffset.UTC))));
        return jdbc.sql("select count(*) from run r where " + where.sql())
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    private List<String> childIds(String runId, List<String> orderBy, long offset, int limit) {
        Condition where =
                new Condition("r.parent_run_id = ? and r.lifecycle = 'active' and not " + AT_THE_TOP, List.of(runId));
        Condition query = RunSearch.SCOPE.orderOf(orderBy).pageOfIds("r.id", "run r", where, limit, offset);
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query((row, index) -> row.getString(1))
                .list();
    }

    /** When a run was deleted; empty if it is there, or not known. */
    @Transactional(readOnly = true)
    public Optional<Instant> deletedAt(Actor actor, String runId) {
        Permissions.require(actor, Action.READ_TRACKING);
        return jdbc.sql("select deleted_at from run where id = ? and deleted_at is not null")
                .param(runId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Everything about one run; empty if it is not known. */
    @Transactional(readOnly = true)
    public Optional<RunDetail> detail(Actor actor, String runId) {
        Permissions.require(actor, Action.READ_TRACKING);
        return reader.all(List.of(runId)).stream().findFirst().map(run -> {
            RunRow row = rows(List.of(runId), Columns.NONE).getFirst();
            return new RunDetail(
                    run,
                    row,
                    experiments
                            .find(run.info().experimentId())
                            .map(Experiment::name)
                            .orElse(""),
                    parent(run.info()).orElse(null),
                    children(actor, runId, List.of("start_time ASC"), Columns.NONE, 0, MOST_CHILDREN));
        });
    }

    /** As {@link #PARENT} has it. */
    private Optional<RunRow> parent(RunInfo run) {
        return Optional.ofNullable(run.parentRunId()).filter(id -> !id.equals(run.id())).stream()
                .flatMap(id -> rows(List.of(id), Columns.NONE).stream())
                .filter(parent -> parent.experimentId() == run.experimentId() && parent.lifecycle() == Lifecycle.ACTIVE)
                .findFirst();
    }

    private static Condition where(Lines lines) {
        Condition living = new Condition("r.experiment_id = ?", List.<Object>of(lines.experimentId)).and(living(lines));
        return lines.isTree()
                ? living.and(new Condition(AT_THE_TOP, List.of()))
                : living.and(RunSearch.SCOPE.where(Filter.parse(lines.filter)));
    }

    private static Condition living(Lines lines) {
        Condition living = lines.view.on("r.lifecycle");
        return lines.until
                .map(moment -> living.and(
                        new Condition("r.created_at <= ?", List.<Object>of(moment.atOffset(ZoneOffset.UTC)))))
                .orElse(living);
    }

    private List<RunRow> rows(List<String> ids, Columns columns) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, RunInfo> known = infos.all(ids);
        Map<String, Map<String, Double>> metrics = cells.metrics(ids, columns.metrics);
        Map<String, Map<String, String>> params = cells.params(ids, columns.params);
        Around around = around(known.values());
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .map(info -> row(
                        info,
                        metrics.getOrDefault(info.id(), Map.of()),
                        params.getOrDefault(info.id(), Map.of()),
                        Map.of(),
                        around))
                .toList();
    }

    /** What lines say of runs that their own rows do not know: how many are nested in each, and the names of who trained them. */
    private record Around(Map<String, Integer> children, Map<UUID, String> trainers) {}

    private Around around(Collection<RunInfo> runs) {
        return new Around(children(runs), trainers(runs));
    }

    private static RunRow row(
            RunInfo info,
            Map<String, Double> metrics,
            Map<String, String> params,
            Map<String, String> tags,
            Around around) {
        @Nullable Long end = info.endMs();
        return new RunRow(
                info.id(),
                info.experimentId(),
                info.name(),
                info.parentRunId(),
                around.children.getOrDefault(info.id(), 0),
                info.status(),
                info.lifecycle(),
                Instant.ofEpochMilli(info.startMs()),
                end == null ? null : Duration.between(Instant.ofEpochMilli(info.startMs()), Instant.ofEpochMilli(end)),
                around.trainers.getOrDefault(info.createdBy(), ""),
                metrics,
                params,
                tags);
    }

    /** As {@link #PARENT} has it. The parents are known here, so that none is looked up for each of the many that may be nested in it. */
    private Map<String, Integer> children(Collection<RunInfo> runs) {
        Map<String, RunInfo> parents = new HashMap<>();
        runs.stream().filter(run -> run.lifecycle() == Lifecycle.ACTIVE).forEach(run -> parents.put(run.id(), run));
        Condition which = Condition.in("parent_run_id", List.copyOf(parents.keySet()));
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select parent_run_id, experiment_id, count(*) from run where lifecycle = 'active' and " + which.sql()
                        + " and id <> parent_run_id group by parent_run_id, experiment_id")
                .params(which.parameters())
                .query(row -> {
                    RunInfo parent = parents.get(row.getString(1));
                    if (parent != null && parent.experimentId() == row.getLong(2)) {
                        counts.put(parent.id(), row.getInt(3));
                    }
                });
        return counts;
    }

    private Map<UUID, String> trainers(Collection<RunInfo> runs) {
        Condition which = Condition.in(
                "id", runs.stream().map(RunInfo::createdBy).distinct().toList());
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, display_name from person where " + which.sql())
                .params(which.parameters())
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }
}
