package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.search.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what runs log. Every call stores all that it was given, or nothing; repeating a call changes nothing. */
@Component
public class RunLog {
    private static final int MOST_MODELS = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RunRows rows;
    private final RunTags tags;
    private final MetricRows metrics;
    private final DatasetRows datasets;
    private final GroupCommit together;
    private final RunActivity activity;

    RunLog(
            JdbcClient jdbc,
            JdbcTemplate batches,
            RunRows rows,
            RunTags tags,
            MetricRows metrics,
            DatasetRows datasets,
            GroupCommit together,
            RunActivity activity) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
        this.tags = tags;
        this.metrics = metrics;
        this.datasets = datasets;
        this.together = together;
        this.activity = activity;
    }

    /** Stores metrics, params and tags together. */
    @Transactional
    public void log(Actor actor, String runId, Batch batch) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        batch.require();
        RunInfo run = rows.lockActive(runId);
        params(runId, batch.params());
        metrics.append(run, batch.metrics());
        tags.set(runId, batch.tags());
        activity.logged(run);
    }

    /** Stores one metric, together with those that others log for that run meanwhile. In a transaction of its own, never in another. */
    public void logMetric(Actor actor, String runId, Metric metric) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        Batch.requireMetric(metric, "");
        together.write(runId, metric, new Appending());
    }

    private final class Appending implements GroupCommit.Storing {
        @Override
        public boolean alone(String runId, Metric metric) {
            boolean stored = metrics.logToActive(runId, metric);
            if (stored) {
                activity.logged(runId);
            }
            return stored;
        }

        @Override
        public void together(String runId, List<Metric> logged) {
            if (logged.size() > 1 || !metrics.appendToActive(runId, logged.getFirst())) {
                metrics.append(rows.lockActive(runId), logged);
            }
            activity.logged(runId);
        }
    }

    @Transactional
    public void logParam(Actor actor, String runId, Param param) {
        LoggedText.requireKey(param.key(), "key");
        log(actor, runId, new Batch(List.of(), List.of(param), List.of()));
    }

    @Transactional
    public void setTag(Actor actor, String runId, Tag tag) {
        LoggedText.requireKey(tag.key(), "key");
        log(actor, runId, new Batch(List.of(), List.of(), List.of(tag)));
    }

    @Transactional
    public void deleteTag(Actor actor, String runId, String key) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        rows.lockActive(runId);
        if (!tags.delete(runId, key)) {
            throw TrackingRefusal.unknown("No tag with name: " + key + " in run with id " + runId);
        }
    }

    /** Names datasets and logged models that a run used. A dataset named before keeps its tags. */
    @Transactional
    public void logInputs(Actor actor, String runId, List<DatasetInput> used, List<String> modelIds) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        requireFew(modelIds.size());
        RunInfo run = rows.lockActive(runId);
        datasets.use(run, used);
        for (String modelId : modelIds) {
            requireModelId(modelId);
            jdbc.sql("insert into run_model_input (run_id, model_id) values (?, ?) on conflict do nothing")
                    .params(runId, modelId)
                    .update();
        }
    }

    /** Names logged models that a run made. */
    @Transactional
    public void logOutputs(Actor actor, String runId, List<ModelOutput> made) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        requireFew(made.size());
        rows.lockActive(runId);
        for (ModelOutput output : made) {
            requireModelId(output.modelId());
            jdbc.sql("insert into run_model_output (run_id, model_id, step) values (?, ?, ?) on conflict do nothing")
                    .params(runId, output.modelId(), output.step())
                    .update();
        }
    }

    /** Appends to the list that MLflow 2 clients keep in a tag, under the lock of the run so that none is lost. */
    @Transactional
    public void changeTag(Actor actor, String runId, String key, UnaryOperator<String> change) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        rows.lockActive(runId);
        String before = jdbc.sql("select tag_value from run_tag where run_id = ? and tag_key = ?")
                .params(runId, key)
                .query(String.class)
                .optional()
                .orElse("");
        tags.set(runId, List.of(new Tag(key, change.apply(before))));
    }

    private void params(String runId, List<Param> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, String> stored = new HashMap<>();
        Condition which =
                Condition.in("param_key", wanted.stream().map(Param::key).toList());
        List<Object> parameters = new ArrayList<>(List.of(runId));
        parameters.addAll(which.parameters());
        jdbc.sql("select param_key, param_value from run_param where run_id = ? and " + which.sql())
                .params(parameters)
                .query(row -> {
                    stored.put(row.getString(1), row.getString(2));
                });
        List<Object[]> fresh = new ArrayList<>();
        for (Param param : wanted) {
            String value = LoggedText.cut(param.value(), LoggedText.LONGEST_PARAM);
            String before = stored.get(param.key());
            if (before == null) {
                fresh.add(new Object[] {runId, param.key(), value});
            } else if (!before.equals(value)) {
                throw TrackingRefusal.invalid("Changing param values is not allowed. Param with key='" + param.key()
                        + "' was already logged with value='" + before + "' for run ID='" + runId
                        + "'. Attempted logging new value '" + value + "'.");
            }
        }
        batches.batchUpdate("insert into run_param (run_id, param_key, param_value) values (?, ?, ?)", fresh);
    }

    /** Each model is a statement of its own, with the run locked meanwhile. */
    private static void requireFew(int models) {
        if (models > MOST_MODELS) {
            throw TrackingRefusal.invalid("A request can name at most " + MOST_MODELS + " models. Got " + models + ".");
        }
    }

    private static void requireModelId(String modelId) {
        if (modelId.isEmpty() || modelId.length() > 34) {
            throw TrackingRefusal.unknown("Logged model with ID '" + modelId + "' not found.");
        }
    }
}
