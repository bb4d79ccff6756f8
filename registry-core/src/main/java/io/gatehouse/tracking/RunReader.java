package io.gatehouse.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs with what they logged: a handful of queries for a page of any size, each on a primary key. */
@Component
class RunReader {
    private static final int CHUNK = 1_000;
    /** Looks each run up; with a list of runs in the condition, H2 compares every row that it reads with all of them. */
    private static final String THESE = " from unnest(cast(? as varchar array)) these (id) join ";

    private final JdbcClient jdbc;
    private final RunRows rows;

    RunReader(JdbcClient jdbc, RunRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Run require(String id) {
        return all(List.of(id)).stream().findFirst().orElseThrow(() -> RunRows.unknown(id));
    }

    /** Runs in the order of their ids; unknown ones are left out. */
    List<Run> all(List<String> ids) {
        List<Run> runs = new ArrayList<>(ids.size());
        for (int from = 0; from < ids.size(); from += CHUNK) {
            chunk(ids.subList(from, Math.min(from + CHUNK, ids.size())), runs);
        }
        return runs;
    }

    private void chunk(List<String> ids, List<Run> into) {
        String[] which = ids.toArray(String[]::new);
        Map<String, RunInfo> infos = rows.all(ids);
        Map<String, List<Metric>> metrics = metrics(which);
        Map<String, List<Param>> params = new HashMap<>();
        read(
                "run_id, param_key, param_value",
                "run_param",
                which,
                "param_key",
                row -> params.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Param(row.getString(2), row.getString(3))));
        Map<String, List<Tag>> tags = new HashMap<>();
        read(
                "run_id, tag_key, tag_value",
                "run_tag",
                which,
                "tag_key",
                row -> tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Tag(row.getString(2), row.getString(3))));
        Map<String, List<DatasetInput>> datasets = datasets(which);
        Map<String, List<String>> inputs = new HashMap<>();
        Map<String, List<ModelOutput>> outputs = new HashMap<>();
        models(which, inputs, outputs);
        for (String id : ids) {
            RunInfo info = infos.get(id);
            if (info != null) {
                into.add(new Run(
                        info,
                        metrics.getOrDefault(id, List.of()),
                        params.getOrDefault(id, List.of()),
                        tags.getOrDefault(id, List.of()),
                        datasets.getOrDefault(id, List.of()),
                        inputs.getOrDefault(id, List.of()),
                        outputs.getOrDefault(id, List.of())));
            }
        }
    }

    private Map<String, List<Metric>> metrics(String[] which) {
        Map<String, List<Metric>> metrics = new HashMap<>();
        read(
                "run_id, metric_key, metric_value, is_nan, timestamp_ms, step",
                "run_metric_latest",
                which,
                "metric_key",
                row -> metrics.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Metric(
                                row.getString(2),
                                row.getBoolean(4) ? Double.NaN : row.getDouble(3),
                                row.getLong(5),
                                row.getLong(6))));
        return metrics;
    }

    /** Both in one question, since most runs have neither. */
    private void models(String[] which, Map<String, List<String>> inputs, Map<String, List<ModelOutput>> outputs) {
        jdbc.sql("select run_id, model_id, false as made, 0 as step" + THESE
                        + "run_model_input on run_id = these.id union all select run_id, model_id, true, step" + THESE
                        + "run_model_output on run_id = these.id order by step, model_id")
                .param(1, which)
                .param(2, which)
                .query(row -> {
                    String run = row.getString(1);
                    if (row.getBoolean(3)) {
                        outputs.computeIfAbsent(run, id -> new ArrayList<>())
                                .add(new ModelOutput(row.getString(2), row.getLong(4)));
                    } else {
                        inputs.computeIfAbsent(run, id -> new ArrayList<>()).add(row.getString(2));
                    }
                });
    }

    private record Used(String run, UUID id, DatasetInput dataset) {}

    private Map<String, List<DatasetInput>> datasets(String[] which) {
        List<Used> used = new ArrayList<>();
        read(
                "run_id, d.id, name, digest, source_type, source, schema_json, profile_json",
                "(run_dataset join dataset d on d.id = dataset_id)",
                which,
                "name, digest",
                row -> used.add(new Used(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        new DatasetInput(
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                List.of()))));
        if (used.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<UUID, List<Tag>>> tags = datasetTags(which);
        Map<String, List<DatasetInput>> datasets = new HashMap<>();
        for (Used each : used) {
            List<Tag> ofUse = tags.getOrDefault(each.run, Map.of()).getOrDefault(each.id, List.of());
            datasets.computeIfAbsent(each.run, id -> new ArrayList<>()).add(each.dataset.with(ofUse));
        }
        return datasets;
    }

    private Map<String, Map<UUID, List<Tag>>> datasetTags(String[] which) {
        Map<String, Map<UUID, List<Tag>>> tags = new HashMap<>();
        read(
                "run_id, dataset_id, tag_key, tag_value",
                "run_dataset_tag",
                which,
                "tag_key",
                row -> tags.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                        .computeIfAbsent(row.getObject(2, UUID.class), id -> new ArrayList<>())
                        .add(new Tag(row.getString(3), row.getString(4))));
        return tags;
    }

    private void read(String columns, String table, String[] which, String order, RowCallbackHandler each) {
        jdbc.sql("select " + columns + THESE + table + " on run_id = these.id order by " + order)
                .param(1, which)
                .query(each);
    }
}
