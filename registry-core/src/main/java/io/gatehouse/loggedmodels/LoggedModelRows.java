package io.gatehouse.loggedmodels;

import io.gatehouse.people.Actor;
import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of logged models. Every method runs in the transaction of its caller. */
@Component
class LoggedModelRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    LoggedModelRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<LoggedModel> find(String id, boolean deletedToo) {
        return withDetails(jdbc.sql("select * from logged_model where id = ? and (deleted_at is null or ?)")
                        .params(id, deletedToo)
                        .query(LoggedModelRows::model)
                        .list())
                .stream()
                .findFirst();
    }

    /** Those that a run made, by what they say or what it says, without their details. */
    List<LoggedModel> ofRun(String runId, Collection<String> outputs, int most) {
        Condition named = Condition.in("id", List.copyOf(outputs));
        List<Object> parameters = new ArrayList<>();
        parameters.add(runId);
        parameters.addAll(named.parameters());
        parameters.add(most);
        // Two looks, each along an index of its own.
        return jdbc.sql("select * from logged_model where deleted_at is null and id in ("
                        + "select id from logged_model where source_run_id = ? union select id from logged_model where "
                        + named.sql() + ") order by created_at, id limit ?")
                .params(parameters)
                .query(LoggedModelRows::model)
                .list();
    }

    /** The model, after waiting until nobody else changes it. */
    Optional<LoggedModel> lock(String id) {
        return withDetails(jdbc.sql("select * from logged_model where id = ? and deleted_at is null for update")
                        .param(id)
                        .query(LoggedModelRows::model)
                        .list())
                .stream()
                .findFirst();
    }

    void insert(Actor actor, String id, String name, NewLoggedModel model, String location) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into logged_model (id, experiment_id, name, model_type, source_run_id, location, status,
                                          created_at, created_by, updated_at)
                values (?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?)""")
                .params(id, Long.parseLong(model.experimentId()), name, model.modelType())
                .param(model.sourceRunId())
                .params(location, now, actor.person().id(), now)
                .update();
    }

    void status(String id, LoggedModel.Status status) {
        jdbc.sql("update logged_model set status = ?, updated_at = ? where id = ?")
                .params(status.name(), now(), id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("update logged_model set deleted_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    void addParam(String id, String key, String value) {
        jdbc.sql("insert into logged_model_param (model_id, param_key, param_value) values (?, ?, ?)")
                .params(id, key, value)
                .update();
    }

    void putTag(String id, String key, String value) {
        int replaced = jdbc.sql("update logged_model_tag set tag_value = ? where model_id = ? and tag_key = ?")
                .params(value, id, key)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into logged_model_tag (model_id, tag_key, tag_value) values (?, ?, ?)")
                    .params(id, key, value)
                    .update();
        }
    }

    boolean deleteTag(String id, String key) {
        return jdbc.sql("delete from logged_model_tag where model_id = ? and tag_key = ?")
                        .params(id, key)
                        .update()
                == 1;
    }

    void touch(String id) {
        jdbc.sql("update logged_model set updated_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** Adds a metric; the same key, time, step and run again replaces the value. */
    void putMetric(String id, LoggedModel.Metric metric) {
        boolean nan = Double.isNaN(metric.value());
        double value = nan ? 0 : Math.clamp(metric.value(), -Double.MAX_VALUE, Double.MAX_VALUE);
        int replaced = jdbc.sql("""
                update logged_model_metric set metric_value = ?, is_nan = ?, dataset_name = ?, dataset_digest = ?
                where model_id = ? and metric_key = ? and logged_at = ? and step = ? and run_id = ?""")
                .params(
                        value,
                        nan,
                        metric.datasetName(),
                        metric.datasetDigest(),
                        id,
                        metric.key(),
                        metric.timestamp(),
                        metric.step(),
                        metric.runId())
                .update();
        if (replaced == 0) {
            jdbc.sql("""
                    insert into logged_model_metric (model_id, metric_key, logged_at, step, run_id, metric_value, is_nan,
                                                     dataset_name, dataset_digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            metric.key(),
                            metric.timestamp(),
                            metric.step(),
                            metric.runId(),
                            value,
                            nan,
                            metric.datasetName(),
                            metric.datasetDigest())
                    .update();
        }
    }

    /** Models with their params, tags and metrics, in the order of the rows. */
    List<LoggedModel> withDetails(List<LoggedModel> models) {
        if (models.isEmpty()) {
            return models;
        }
        List<String> ids = models.stream().map(LoggedModel::id).toList();
        Map<String, TreeMap<String, String>> params = new HashMap<>();
        Map<String, TreeMap<String, String>> tags = new HashMap<>();
        Map<String, List<LoggedModel.Metric>> metrics = new HashMap<>();
        pairs("select model_id, param_key, param_value from logged_model_param where model_id in (:ids)", ids, params);
        pairs("select model_id, tag_key, tag_value from logged_model_tag where model_id in (:ids)", ids, tags);
        jdbc.sql("""
                select * from logged_model_metric where model_id in (:ids)
                order by model_id, metric_key, logged_at, step, run_id""").param("ids", ids).query(row -> {
            metrics.computeIfAbsent(row.getString("model_id"), id -> new ArrayList<>())
                    .add(metric(row));
        });
        return models.stream()
                .map(model -> new LoggedModel(
                        model.id(),
                        model.experimentId(),
                        model.name(),
                        model.modelType(),
                        model.sourceRunId(),
                        model.location(),
                        model.status(),
                        model.statusMessage(),
                        model.createdAt(),
                        model.updatedAt(),
                        params.getOrDefault(model.id(), new TreeMap<>()),
                        tags.getOrDefault(model.id(), new TreeMap<>()),
                        metrics.getOrDefault(model.id(), List.of())))
                .toList();
    }

    private void pairs(String sql, List<String> ids, Map<String, TreeMap<String, String>> into) {
        jdbc.sql(sql).param("ids", ids).query(row -> {
            into.computeIfAbsent(row.getString(1), id -> new TreeMap<>()).put(row.getString(2), row.getString(3));
        });
    }

    private static LoggedModel.Metric metric(ResultSet row) throws SQLException {
        return new LoggedModel.Metric(
                row.getString("metric_key"),
                row.getBoolean("is_nan") ? Double.NaN : row.getDouble("metric_value"),
                row.getLong("logged_at"),
                row.getLong("step"),
                row.getString("run_id"),
                row.getString("dataset_name"),
                row.getString("dataset_digest"));
    }

    static LoggedModel model(ResultSet row, int index) throws SQLException {
        return new LoggedModel(
                row.getString("id"),
                Long.toString(row.getLong("experiment_id")),
                row.getString("name"),
                row.getString("model_type"),
                row.getString("source_run_id"),
                row.getString("location"),
                LoggedModel.Status.valueOf(row.getString("status")),
                row.getString("status_message"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
