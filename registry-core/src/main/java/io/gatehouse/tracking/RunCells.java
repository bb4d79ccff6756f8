package io.gatehouse.tracking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single values out of what runs logged, and the names of all of it: a table of a few columns reads no more than those, however much there is. */
@Component
class RunCells {
    /** Tags that MLflow sets for itself, and that nobody searches by. */
    private static final String HOUSEKEEPING = "mlflow.";

    private static final String BEST_CHILD = "best_child_run_id";
    private static final String THESE = " from unnest(cast(? as varchar array)) these (id) join ";
    private static final String THESE_OF_THESE =
            " from unnest(cast(? as varchar array)) these (id) cross join unnest(cast(? as varchar array)) named (wanted) join ";

    private final JdbcClient jdbc;

    RunCells(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest of these metrics, by run. */
    Map<String, Map<String, Double>> metrics(List<String> runs, Collection<String> keys) {
        Map<String, Map<String, Double>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.sql("select l.run_id, l.metric_key, l.metric_value, l.is_nan" + THESE_OF_THESE
                        + "run_metric_latest l on l.run_id = these.id and l.metric_key = named.wanted")
                .param(1, runs.toArray(String[]::new))
                .param(2, keys.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                            .put(row.getString(2), row.getBoolean(4) ? Double.NaN : row.getDouble(3));
                });
        return found;
    }

    /** These parameters, by run. */
    Map<String, Map<String, String>> params(List<String> runs, Collection<String> keys) {
        Map<String, Map<String, String>> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.sql("select p.run_id, p.param_key, p.param_value" + THESE_OF_THESE
                        + "run_param p on p.run_id = these.id and p.param_key = named.wanted")
                .param(1, runs.toArray(String[]::new))
                .param(2, keys.toArray(String[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return found;
    }

    List<String> metricKeys(List<String> runs) {
        return names("l.metric_key" + THESE + "run_metric_latest l on l.run_id = these.id", runs);
    }

    List<String> tagKeys(List<String> runs) {
        return names("t.tag_key" + THESE + "run_tag t on t.run_id = these.id", runs).stream()
                .filter(key -> !key.startsWith(HOUSEKEEPING))
                .toList();
    }

    /** By name, each with how many different values it has. */
    SortedMap<String, Integer> paramKeys(List<String> runs) {
        SortedMap<String, Integer> found = new TreeMap<>();
        jdbc.sql("select p.param_key, count(distinct p.param_value)" + THESE
                        + "run_param p on p.run_id = these.id group by p.param_key")
                .param(1, runs.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getInt(2));
                });
        return found;
    }

    /** The nested runs that these name as the best of their search. */
    Set<String> best(List<String> runs) {
        return new HashSet<>(
                jdbc.sql("select t.tag_value" + THESE + "run_tag t on t.run_id = these.id and t.tag_key = ?")
                        .param(1, runs.toArray(String[]::new))
                        .param(2, BEST_CHILD)
                        .query((row, index) -> row.getString(1))
                        .list());
    }

    private List<String> names(String what, List<String> runs) {
        return jdbc
                .sql("select distinct " + what)
                .param(1, runs.toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
