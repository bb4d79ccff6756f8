package io.gatehouse.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of model versions, with their tags and aliases. Every method runs in the transaction of its caller. */
@Component
class VersionRows {
    /** Live versions of live models as {@code v} and {@code m}; the stage Production is the protected alias by another name. */
    static final String SELECT = """
            select v.id, v.model_id, m.name as model, v.version, v.description, v.source, v.storage_location, v.run_id, v.run_link,
                   v.logged_model_id, v.created_at, v.created_by, v.updated_at,
                   case when exists (select 1 from model_alias c where c.version_id = v.id and c.alias = m.protected_alias)
                        then 'Production' else v.stage end as stage
            from model_version v join registered_model m on m.id = v.model_id
            where v.deleted_at is null and m.deleted_at is null""";

    private final JdbcClient jdbc;
    private final Clock clock;

    VersionRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ModelVersion> find(UUID model, int version) {
        return withDetails(jdbc.sql(SELECT + " and v.model_id = ? and v.version = ?")
                        .params(model, version)
                        .query(VersionRows::version)
                        .list())
                .stream()
                .findFirst();
    }

    /** The versions of these ids, in their order. */
    List<ModelVersion> byIds(List<UUID> ids) {
        Map<UUID, ModelVersion> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            jdbc.sql(SELECT + " and v.id in (:ids)")
                    .param("ids", ids.subList(from, Math.min(from + 1000, ids.size())))
                    .query(VersionRows::version)
                    .list()
                    .forEach(version -> found.put(version.id(), version));
        }
        return withDetails(ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** The newest version of each stage of some models, at most a thousand. */
    List<ModelVersion> newestOfEachStage(List<UUID> models) {
        if (models.isEmpty()) {
            return List.of();
        }
        return withDetails(jdbc.sql(
                        "select * from (select s.*, row_number() over (partition by s.model_id, s.stage order by s.version desc) as place"
                                + " from (" + SELECT
                                + " and v.model_id in (:ids)) s) p where place = 1 order by model_id, version")
                .param("ids", models)
                .query(VersionRows::version)
                .list());
    }

    /** All live versions of a model, newest first. */
    List<ModelVersion> of(UUID model) {
        return withDetails(jdbc.sql(SELECT + " and v.model_id = ? order by v.version desc")
                .param(model)
                .query(VersionRows::version)
                .list());
    }

    /** A version that holds the protected alias of its model and came from a run, itself or through a logged model. */
    Optional<ModelVersion> heldFromRun(String runId) {
        return held(
                "(v.run_id = ? or v.logged_model_id in (select l.id from logged_model l where l.source_run_id = ?))",
                runId,
                runId);
    }

    /** As {@link #heldFromRun}, from a logged model. */
    Optional<ModelVersion> heldFromLoggedModel(String id) {
        return held("v.logged_model_id = ?", id);
    }

    /** As {@link #heldFromRun}, from any run, logged model or file of an experiment. */
    Optional<ModelVersion> heldFromExperiment(long id) {
        return held("""
                (v.run_id in (select r.id from run r where r.experiment_id = ?)
                 or v.logged_model_id in (select l.id from logged_model l where l.experiment_id = ?)
                 or v.storage_location like ?)""", id, id, "mlflow-artifacts:/" + id + "/%");
    }

    /**
     * Which of the origins of a version is in the bin: its run, that one's experiment, its logged model. They are locked until the
     * transaction of the caller ends, so that none goes while the version comes into use.
     */
    Optional<String> deletedOrigin(ModelVersion version) {
        Optional<String> run = Optional.ofNullable(version.runId())
                .flatMap(id -> inBin("run " + id, "select lifecycle <> 'active' from run where id = ? for update", id)
                        .or(() -> inBin(
                                "the experiment of run " + id,
                                "select lifecycle <> 'active' from experiment where id ="
                                        + " (select r.experiment_id from run r where r.id = ?) for update",
                                id)));
        return run.or(() -> Optional.ofNullable(version.loggedModelId())
                .flatMap(id -> inBin(
                        "logged model " + id,
                        "select deleted_at is not null from logged_model where id = ? for update",
                        id)));
    }

    private Optional<String> inBin(String what, String sql, String id) {
        return jdbc.sql(sql)
                .param(id)
                .query(Boolean.class)
                .optional()
                .filter(Boolean::booleanValue)
                .map(bin -> what);
    }

    private Optional<ModelVersion> held(String origin, Object... parameters) {
        return withDetails(jdbc.sql(SELECT + " and " + origin + """
                 and exists (select 1 from model_alias c where c.version_id = v.id and c.alias = m.protected_alias)
                order by m.name, v.version limit 1""")
                        .params(parameters)
                        .query(VersionRows::version)
                        .list())
                .stream()
                .findFirst();
    }

    /** @return the version as it would be read with the tags that it is registered with, which the caller stores */
    ModelVersion insert(
            UUID id, ModelRows.Numbering numbering, UUID creator, NewVersion version, VersionSource.Resolved source) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into model_version (id, model_id, version, description, source, storage_location, run_id, run_link,
                                           logged_model_id, stage, created_at, created_by, updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'None', ?, ?, ?)""")
                .params(id, numbering.model(), numbering.version())
                .param(version.description())
                .params(version.source(), source.location())
                .param(source.runId())
                .param(version.runLink())
                .param(source.loggedModelId())
                .params(now, creator, now)
                .update();
        return new ModelVersion(
                id,
                numbering.model(),
                version.model(),
                numbering.version(),
                version.description(),
                Stages.NONE,
                version.source(),
                source.location(),
                source.runId(),
                version.runLink(),
                source.loggedModelId(),
                now.toInstant(),
                creator,
                now.toInstant(),
                new TreeMap<>(version.tags()),
                List.of());
    }

    void describe(UUID id, @Nullable String description) {
        jdbc.sql("update model_version set description = ?, updated_at = ? where id = ?")
                .param(description)
                .params(now(), id)
                .update();
    }

    void stage(UUID id, String stage) {
        jdbc.sql("update model_version set stage = ?, updated_at = ? where id = ?")
                .params(stage, now(), id)
                .update();
    }

    void archiveOthers(UUID model, String stage, UUID but) {
        jdbc.sql(
                        "update model_version set stage = 'Archived', updated_at = ? where model_id = ? and stage = ? and id <> ?")
                .params(now(), model, stage, but)
                .update();
    }

    /** Hides a version and takes its aliases away; its row stays, so that its number is never used again. */
    void delete(UUID id) {
        jdbc.sql("delete from model_alias where version_id = ?").param(id).update();
        jdbc.sql("update model_version set deleted_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    void putTag(UUID id, String key, String value) {
        int replaced = jdbc.sql("update model_version_tag set tag_value = ? where version_id = ? and tag_key = ?")
                .params(value, id, key)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into model_version_tag (version_id, tag_key, tag_value) values (?, ?, ?)")
                    .params(id, key, value)
                    .update();
        }
    }

    void deleteTag(UUID id, String key) {
        jdbc.sql("delete from model_version_tag where version_id = ? and tag_key = ?")
                .params(id, key)
                .update();
    }

    /** A model that changes its name changes that of every version. */
    void touchAll(UUID model) {
        jdbc.sql("update model_version set updated_at = ? where model_id = ? and deleted_at is null")
                .params(now(), model)
                .update();
    }

    /** Versions with their tags and aliases, in the order of the rows. */
    List<ModelVersion> withDetails(List<ModelVersion> versions) {
        if (versions.isEmpty()) {
            return versions;
        }
        List<UUID> ids = versions.stream().map(ModelVersion::id).toList();
        Map<UUID, Map<String, String>> tags = new HashMap<>();
        Map<UUID, List<String>> aliases = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 1000) {
            List<UUID> batch = ids.subList(from, Math.min(from + 1000, ids.size()));
            jdbc.sql("select version_id, tag_key, tag_value from model_version_tag where version_id in (:ids)")
                    .param("ids", batch)
                    .query(row -> {
                        tags.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                                .put(row.getString(2), row.getString(3));
                    });
            jdbc.sql("select version_id, alias from model_alias where version_id in (:ids) order by alias")
                    .param("ids", batch)
                    .query(row -> {
                        aliases.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return versions.stream()
                .map(version -> version.with(
                        tags.getOrDefault(version.id(), Map.of()), aliases.getOrDefault(version.id(), List.of())))
                .toList();
    }

    static ModelVersion version(ResultSet row, int index) throws SQLException {
        return new ModelVersion(
                row.getObject("id", UUID.class),
                row.getObject("model_id", UUID.class),
                row.getString("model"),
                row.getInt("version"),
                row.getString("description"),
                row.getString("stage"),
                row.getString("source"),
                row.getString("storage_location"),
                row.getString("run_id"),
                row.getString("run_link"),
                row.getString("logged_model_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_by", UUID.class),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                new TreeMap<>(),
                List.of());
    }

    private OffsetDateTime now() {
        // No finer than the column, so that what is told at once is what is read later.
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
