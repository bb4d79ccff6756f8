package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.tracking.RunComparison.Cell;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays runs side by side. */
@Component
public class RunComparisons {
    /** Tags that MLflow sets for itself say who and where; of those, the code is what makes runs differ. */
    private static final String HOUSEKEEPING = "mlflow.";

    private static final String COMMIT = "mlflow.source.git.commit";
    private static final String SCRIPT = "mlflow.source.name";

    private final JdbcClient jdbc;
    private final RunReader reader;
    private final RunPages pages;
    private final ExperimentRows experiments;

    RunComparisons(JdbcClient jdbc, RunReader reader, RunPages pages, ExperimentRows experiments) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.pages = pages;
        this.experiments = experiments;
    }

    /** These runs side by side, at most {@link RunComparison#MOST}; those that are not known are left out. */
    @Transactional(readOnly = true)
    public RunComparison compare(Actor actor, List<String> ids) {
        Permissions.require(actor, Action.READ_TRACKING);
        List<Run> runs =
                reader.all(ids.stream().distinct().limit(RunComparison.MOST).toList());
        Map<Long, String> names =
                experiments
                        .all(runs.stream()
                                .map(run -> run.info().experimentId())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Experiment::id, Experiment::name));
        return new RunComparison(pages.rowsOf(runs), names, lines(runs));
    }

    /** The metrics of which one of these runs logged more than one measurement, by name: those that make a curve. */
    @Transactional(readOnly = true)
    public List<String> curves(Actor actor, List<String> ids) {
        Permissions.require(actor, Action.READ_TRACKING);
        // The history is only looked into until a second measurement is found.
        return jdbc.sql("""
                        select distinct l.metric_key from unnest(cast(? as varchar array)) these (id)
                        join run_metric_latest l on l.run_id = these.id
                        where exists (select 1 from run_metric m where m.run_id = l.run_id and m.metric_key = l.metric_key
                                      and (m.timestamp_ms <> l.timestamp_ms or m.step <> l.step))
                        order by l.metric_key""")
                .param(1, ids.toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .list();
    }

    private static List<Line> lines(List<Run> runs) {
        Map<Kind, Map<String, Map<Integer, Cell>>> found = new HashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            int column = i;
            Run run = runs.get(i);
            run.metrics().forEach(metric -> put(found, Kind.METRIC, metric.key(), column, Cell.of(metric.value())));
            run.params().forEach(param -> put(found, Kind.PARAM, param.key(), column, Cell.of(param.value())));
            run.datasets().forEach(data -> put(found, Kind.DATA, data.name(), column, Cell.of(data.digest())));
            run.tags().stream()
                    .filter(tag -> !tag.key().startsWith(HOUSEKEEPING)
                            || tag.key().equals(COMMIT)
                            || tag.key().equals(SCRIPT))
                    .forEach(tag -> put(found, Kind.TAG, tag.key(), column, Cell.of(tag.value())));
        }
        return Stream.of(Kind.values())
                .flatMap(kind -> found.getOrDefault(kind, Map.of()).entrySet().stream()
                        .map(line -> new Line(kind, line.getKey(), inOrder(line.getValue(), runs.size()))))
                .toList();
    }

    private static void put(
            Map<Kind, Map<String, Map<Integer, Cell>>> found, Kind kind, String key, int column, Cell cell) {
        found.computeIfAbsent(kind, any -> new TreeMap<>())
                .computeIfAbsent(key, any -> new HashMap<>())
                .put(column, cell);
    }

    private static List<Optional<Cell>> inOrder(Map<Integer, Cell> cells, int columns) {
        List<Optional<Cell>> inOrder = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            inOrder.add(Optional.ofNullable(cells.get(i)));
        }
        return inOrder;
    }
}
