package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.tracking.RunComparison.Kind;
import io.gatehouse.tracking.RunComparison.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    /** Runs whose values are asked for at once: H2 puts an answer of many thousand rows aside on its disk first. */
    private static final int AT_A_TIME = 20;

    /** Each run with its place; with a list of runs in the condition, H2 compares every row that it reads with all of them. */
    private static final String THESE =
            " from unnest(cast(? as varchar array), cast(? as integer array)) these (id, place) join ";

    private final JdbcClient jdbc;
    private final RunPages pages;
    private final ExperimentRows experiments;

    RunComparisons(JdbcClient jdbc, RunPages pages, ExperimentRows experiments) {
        this.jdbc = jdbc;
        this.pages = pages;
        this.experiments = experiments;
    }

    /** These runs side by side, at most {@link RunComparison#MOST}; those that are not known are left out. */
    @Transactional(readOnly = true)
    public RunComparison compare(Actor actor, List<String> ids) {
        List<RunRow> runs = pages.these(
                actor, ids.stream().distinct().limit(RunComparison.MOST).toList(), RunPages.Columns.NONE);
        Map<Long, String> names = experiments
                .all(runs.stream().map(RunRow::experimentId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Experiment::id, Experiment::name));
        return new RunComparison(runs, names, lines(runs));
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

    private List<Line> lines(List<RunRow> runs) {
        ComparedCells cells = new ComparedCells(runs.size());
        for (int from = 0; from < runs.size(); from += AT_A_TIME) {
            int to = Math.min(from + AT_A_TIME, runs.size());
            String[] ids = runs.subList(from, to).stream().map(RunRow::id).toArray(String[]::new);
            Integer[] places = IntStream.range(from, to).boxed().toArray(Integer[]::new);
            read(
                    "metric_key, metric_value, is_nan" + THESE + "run_metric_latest on run_id = these.id",
                    ids,
                    places,
                    row -> cells.number(
                            Kind.METRIC,
                            row.getString(2),
                            row.getInt(1),
                            row.getBoolean(4) ? Double.NaN : row.getDouble(3)));
            read(
                    "param_key, param_value" + THESE + "run_param on run_id = these.id",
                    ids,
                    places,
                    row -> cells.text(Kind.PARAM, row.getString(2), row.getInt(1), row.getString(3)));
            read(
                    "name, digest" + THESE
                            + "(run_dataset join dataset d on d.id = dataset_id) on run_id = these.id order by name, digest",
                    ids,
                    places,
                    row -> cells.text(Kind.DATA, row.getString(2), row.getInt(1), row.getString(3)));
            read("tag_key, tag_value" + THESE + "run_tag on run_id = these.id", ids, places, row -> {
                String key = row.getString(2);
                if (!key.startsWith(HOUSEKEEPING) || key.equals(COMMIT) || key.equals(SCRIPT)) {
                    cells.text(Kind.TAG, key, row.getInt(1), row.getString(3));
                }
            });
        }
        return cells.lines();
    }

    private void read(String columns, String[] ids, Integer[] places, RowCallbackHandler each) {
        jdbc.sql("select these.place, " + columns)
                .param(1, ids)
                .param(2, places)
                .query(each);
    }
}
