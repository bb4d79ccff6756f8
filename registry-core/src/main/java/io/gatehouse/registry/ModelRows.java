package io.gatehouse.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Rows of registered models, with their tags and aliases. Every method runs in the transaction of its caller. */
@Component
class ModelRows {
    private static final String LIVE = "select m.* from registered_model m where m.deleted_at is null and ";
    private static final String DEFAULT_PROTECTED_ALIAS = "champion";

    private final JdbcClient jdbc;
    private final Clock clock;

    ModelRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<RegisteredModel> find(String name) {
        return complete(jdbc.sql(LIVE + "m.canonical_name = ? and m.name = ?")
                .params(CanonicalName.of(name), name)
                .query(ModelRows::model)
                .list());
    }

    /** The model, after waiting until nobody else changes it, its versions or its aliases. */
    Optional<RegisteredModel> lock(String name) {
        return complete(jdbc.sql(LIVE + "m.canonical_name = ? and m.name = ? for update")
                .params(CanonicalName.of(name), name)
                .query(ModelRows::model)
                .list());
    }

    /** As {@link #lock(String)}. */
    Optional<RegisteredModel> lock(UUID id) {
        return complete(jdbc.sql(LIVE + "m.id = ? for update")
                .param(id)
                .query(ModelRows::model)
                .list());
    }

    /** The models of these ids, in their order; at most a thousand. */
    List<RegisteredModel> byIds(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, RegisteredModel> found = new HashMap<>();
        jdbc.sql(LIVE + "m.id in (:ids)")
                .param("ids", ids)
                .query(ModelRows::model)
                .list()
                .forEach(model -> found.put(model.id(), model));
        return withDetails(ids.stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** The name of the live model that reads as a given one. */
    Optional<String> nameLike(String name) {
        return jdbc.sql("select name from registered_model where canonical_name = ?")
                .param(CanonicalName.of(name))
                .query(String.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if a model of a name that reads the same was added meanwhile */
    void insert(UUID id, UUID creator, String name, @Nullable String description) {
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into registered_model (id, name, canonical_name, description, protected_alias, last_version,
                                              created_at, created_by, updated_at)
                values (?, ?, ?, ?, ?, 0, ?, ?, ?)""")
                .params(id, name, CanonicalName.of(name))
                .param(description)
                .params(DEFAULT_PROTECTED_ALIAS, now, creator, now)
                .update();
    }

    void rename(UUID id, String name) {
        jdbc.sql("update registered_model set name = ?, canonical_name = ?, updated_at = ? where id = ?")
                .params(name, CanonicalName.of(name), now(), id)
                .update();
    }

    void describe(UUID id, @Nullable String description) {
        jdbc.sql("update registered_model set description = ?, updated_at = ? where id = ?")
                .param(description)
                .params(now(), id)
                .update();
    }

    /** Hides a model; its rows stay for lineage and audit, its name becomes free. */
    void delete(UUID id) {
        OffsetDateTime now = now();
        jdbc.sql("delete from model_alias where model_id = ?").param(id).update();
        jdbc.sql("delete from registered_model_tag where model_id = ?")
                .param(id)
                .update();
        jdbc.sql("update model_version set deleted_at = ? where model_id = ? and deleted_at is null")
                .params(now, id)
                .update();
        jdbc.sql("update registered_model set deleted_at = ?, canonical_name = null where id = ?")
                .params(now, id)
                .update();
    }

    void touch(UUID id) {
        jdbc.sql("update registered_model set updated_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    /** A number that nobody else takes: the caller holds the lock of the model until its transaction ends. */
    record Numbering(UUID model, int version) {}

    /** Takes the next version number, after waiting as {@link #lock(String)} does. */
    Optional<Numbering> takeNumber(String name) {
        GeneratedKeyHolder taken = new GeneratedKeyHolder();
        jdbc.sql("update registered_model set last_version = last_version + 1, updated_at = ?"
                        + " where deleted_at is null and canonical_name = ? and name = ?")
                .params(now(), CanonicalName.of(name), name)
                .update(taken, "id", "last_version");
        return taken.getKeyList().stream()
                .map(row -> new Numbering(
                        (UUID) Objects.requireNonNull(row.get("id")),
                        ((Number) Objects.requireNonNull(row.get("last_version"))).intValue()))
                .findFirst();
    }

    void putTag(UUID id, String key, String value) {
        int replaced = jdbc.sql("update registered_model_tag set tag_value = ? where model_id = ? and tag_key = ?")
                .params(value, id, key)
                .update();
        if (replaced == 0) {
            jdbc.sql("insert into registered_model_tag (model_id, tag_key, tag_value) values (?, ?, ?)")
                    .params(id, key, value)
                    .update();
        }
    }

    void deleteTag(UUID id, String key) {
        jdbc.sql("delete from registered_model_tag where model_id = ? and tag_key = ?")
                .params(id, key)
                .update();
    }

    /** Models with their tags and aliases, in the order of the rows. */
    List<RegisteredModel> withDetails(List<RegisteredModel> models) {
        if (models.isEmpty()) {
            return models;
        }
        List<UUID> ids = models.stream().map(RegisteredModel::id).toList();
        Map<UUID, Map<String, String>> tags = new HashMap<>();
        jdbc.sql("select model_id, tag_key, tag_value from registered_model_tag where model_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    tags.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        Map<UUID, Map<String, Integer>> aliases = new HashMap<>();
        jdbc.sql("""
                select a.model_id, a.alias, v.version from model_alias a join model_version v on v.id = a.version_id
                where a.model_id in (:ids)""").param("ids", ids).query(row -> {
            aliases.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                    .put(row.getString(2), row.getInt(3));
        });
        return models.stream()
                .map(model ->
                        model.with(tags.getOrDefault(model.id(), Map.of()), aliases.getOrDefault(model.id(), Map.of())))
                .toList();
    }

    private Optional<RegisteredModel> complete(List<RegisteredModel> found) {
        return withDetails(found).stream().findFirst();
    }

    static RegisteredModel model(ResultSet row, int index) throws SQLException {
        return new RegisteredModel(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getString("protected_alias"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
