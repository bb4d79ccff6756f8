package io.gatehouse.comparison;

import io.gatehouse.comparison.Comparisons.VersionRef;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions there are to compare, and what they are to their model. Every method is one query. */
@Component
class ComparedVersions {
    private static final String SELECT = """
            select m.id as model_id, m.name as model, v.version, v.run_id, v.created_at,
                   exists (select 1 from model_alias a
                            where a.model_id = m.id and a.alias = m.protected_alias and a.version_id = v.id) as champion,
                   exists (select 1 from promotion_request r
                            where r.model_id = m.id and r.version = v.version and r.open_key is not null) as candidate,
                   (select max(t.to_at) from alias_tenure t where t.model_id = m.id and t.version_id = v.id) as held_until
            from unnest(cast(? as varchar array), cast(? as integer array)) these (model, version)
            join registered_model m on m.name = these.model
            join model_version v on v.model_id = m.id and v.version = these.version
            where m.deleted_at is null and v.deleted_at is null""";

    private final JdbcClient jdbc;

    ComparedVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version; {@code heldUntil} is when it last stopped being champion. */
    record Row(
            UUID modelId,
            String model,
            int version,
            @Nullable String runId,
            Instant createdAt,
            boolean champion,
            boolean candidate,
            @Nullable Instant heldUntil) {

        VersionKey key() {
            return new VersionKey(modelId, version);
        }
    }

    /** Version numbers; absent where there is none. */
    record Usual(
            @Nullable Integer champion,
            @Nullable Integer championThen,
            @Nullable Integer candidate,
            @Nullable Integer newest) {}

    /** Those of these that there are. */
    Map<VersionRef, Row> all(List<VersionRef> wanted) {
        return jdbc
                .sql(SELECT)
                .param(1, wanted.stream().map(VersionRef::model).toArray(String[]::new))
                .param(2, wanted.stream().map(VersionRef::version).toArray(Integer[]::new))
                .query(ComparedVersions::row)
                .list()
                .stream()
                .collect(Collectors.toMap(row -> new VersionRef(row.model(), row.version()), row -> row));
    }

    /** All versions of these models, the newest of each first; models that are not known have none. */
    List<VersionRef> of(List<String> models) {
        return jdbc.sql("""
                select m.name, v.version
                from unnest(cast(? as varchar array)) these (model)
                join registered_model m on m.name = these.model
                join model_version v on v.model_id = m.id
                where m.deleted_at is null and v.deleted_at is null order by m.name, v.version desc""")
                .param(1, models.toArray(String[]::new))
                .query((row, index) -> new VersionRef(row.getString(1), row.getInt(2)))
                .list();
    }

    /** The champion of now and of another moment, the newest version that asks to be champion, and the newest of all. */
    Usual usual(String model, Instant then) {
        OffsetDateTime moment = then.atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                select (select v.version from model_alias a join model_version v on v.id = a.version_id
                         where a.model_id = m.id and a.alias = m.protected_alias) as champion,
                       (select max(v.version) from alias_tenure t join model_version v on v.id = t.version_id
                         where t.model_id = m.id and t.alias = m.protected_alias and v.deleted_at is null
                           and t.from_at <= :moment and (t.to_at is null or t.to_at > :moment)) as champion_then,
                       (select max(v.version) from promotion_request r
                          join model_version v on v.model_id = r.model_id and v.version = r.version
                         where r.model_id = m.id and r.open_key is not null and v.deleted_at is null) as candidate,
                       (select max(v.version) from model_version v where v.model_id = m.id and v.deleted_at is null) as newest
                from registered_model m where m.deleted_at is null and m.name = :model""")
                .param("moment", moment)
                .param("model", model)
                .query((row, index) -> new Usual(
                        row.getObject("champion", Integer.class),
                        row.getObject("champion_then", Integer.class),
                        row.getObject("candidate", Integer.class),
                        row.getObject("newest", Integer.class)))
                .optional()
                .orElse(new Usual(null, null, null, null));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime until = row.getObject("held_until", OffsetDateTime.class);
        return new Row(
                row.getObject("model_id", UUID.class),
                row.getString("model"),
                row.getInt("version"),
                row.getString("run_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("champion"),
                row.getBoolean("candidate"),
                until == null ? null : until.toInstant());
    }
}
