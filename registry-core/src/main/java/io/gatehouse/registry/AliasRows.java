package io.gatehouse.registry;

import io.gatehouse.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of aliases and tenures. Every method runs in the transaction of its caller. */
@Component
class AliasRows {
    private static final String TENURES = """
            select t.id, t.model_id, t.alias, t.version_id, v.version, t.from_at, t.to_at, t.request_id, t.rollback_id
            from alias_tenure t join model_version v on v.id = t.version_id where t.model_id = ? and t.alias = ?""";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    AliasRows(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void put(UUID model, String alias, UUID version) {
        int moved = jdbc.sql("update model_alias set version_id = ? where model_id = ? and alias = ?")
                .params(version, model, alias)
                .update();
        if (moved == 0) {
            jdbc.sql("insert into model_alias (model_id, alias, version_id) values (?, ?, ?)")
                    .params(model, alias, version)
                    .update();
        }
    }

    /**
     * Moves an alias from one holder to the next, or from nobody.
     *
     * @return whether the holder was the expected one
     */
    boolean move(UUID model, String alias, @Nullable UUID expected, UUID version) {
        if (expected != null) {
            return jdbc.sql("update model_alias set version_id = ? where model_id = ? and alias = ? and version_id = ?")
                            .params(version, model, alias, expected)
                            .update()
                    == 1;
        }
        return jdbc.sql("""
                insert into model_alias (model_id, alias, version_id)
                select cast(? as uuid), cast(? as varchar), cast(? as uuid)
                where not exists (select 1 from model_alias where model_id = ? and alias = ?)""").params(model, alias, version, model, alias).update() == 1;
    }

    void delete(UUID model, String alias) {
        jdbc.sql("delete from model_alias where model_id = ? and alias = ?")
                .params(model, alias)
                .update();
    }

    /** Ends the tenure that lasts, if any, and begins the next at the same moment. */
    AliasTenure succeed(UUID model, String alias, ModelVersion version, UUID request) {
        return begin(model, alias, version, request, null);
    }

    /** Likewise, with a version that a rollback puts back. */
    AliasTenure putBack(UUID model, String alias, ModelVersion version, UUID request, UUID rollback) {
        return begin(model, alias, version, request, rollback);
    }

    private AliasTenure begin(UUID model, String alias, ModelVersion version, UUID request, @Nullable UUID rollback) {
        OffsetDateTime now = afterTheLast(model, alias);
        jdbc.sql("update alias_tenure set to_at = ? where model_id = ? and alias = ? and to_at is null")
                .params(now, model, alias)
                .update();
        UUID id = ids.next();
        jdbc.sql(
                        "insert into alias_tenure (id, model_id, alias, version_id, from_at, request_id, rollback_id) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, model, alias, version.id(), now, request)
                .param(7, rollback)
                .update();
        return jdbc.sql(TENURES + " and t.id = ?")
                .params(model, alias, id)
                .query(AliasRows::tenure)
                .single();
    }

    /** Now, unless a clock that was set back says less than the beginning of the tenure that lasts: tenures never overlap or turn round. */
    private OffsetDateTime afterTheLast(UUID model, String alias) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant next = tenures(model, alias).stream()
                .findFirst()
                .map(last -> last.from().plus(1, ChronoUnit.MICROS))
                .orElse(now);
        return (next.isAfter(now) ? next : now).atOffset(ZoneOffset.UTC);
    }

    List<AliasTenure> tenures(UUID model, String alias) {
        return jdbc.sql(TENURES + " order by t.from_at desc, t.id desc")
                .params(model, alias)
                .query(AliasRows::tenure)
                .list();
    }

    Optional<AliasTenure> tenureAt(UUID model, String alias, Instant moment) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return jdbc.sql(TENURES
                        + " and t.from_at <= ? and (t.to_at is null or t.to_at > ?) order by t.from_at desc limit 1")
                .params(model, alias, at, at)
                .query(AliasRows::tenure)
                .optional();
    }

    private static AliasTenure tenure(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        return new AliasTenure(
                row.getObject("id", UUID.class),
                row.getObject("model_id", UUID.class),
                row.getString("alias"),
                row.getObject("version_id", UUID.class),
                row.getInt("version"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                row.getObject("request_id", UUID.class),
                row.getObject("rollback_id", UUID.class));
    }
}
