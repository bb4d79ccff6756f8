package io.gatehouse.rollback;

import io.gatehouse.people.Actor;
import io.gatehouse.registry.AliasTenure;
import io.gatehouse.registry.RegisteredModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored rollbacks, each read with its names in one query. */
@Component
class RollbackRows {
    private static final String SELECT = """
            select b.number, m.name as model, b.alias, b.from_version, b.to_version, r.number as request, p.display_name as taken_by,
                   b.reason, b.at, b.due_at, f.display_name as followed_by, b.followed_at, b.finding
            from alias_rollback b
            join registered_model m on m.id = b.model_id
            join person p on p.id = b.person_id
            left join person f on f.id = b.followed_by
            left join promotion_request r on r.id = b.request_id""";

    private final JdbcClient jdbc;

    RollbackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a rollback belongs to and whether it is still open, as {@link #lock} reads it. */
    record Standing(UUID modelId, UUID humanId, boolean open) {}

    /** The human who took a champion back. */
    UUID takenBy(long number) {
        return jdbc.sql("select human_id from alias_rollback where number = ?")
                .param(number)
                .query(UUID.class)
                .single();
    }

    long nextNumber() {
        return jdbc.sql("select nextval('rollback_number')").query(Long.class).single();
    }

    /** @param ended the tenure that was broken off @param to version that answers again */
    void insert(
            UUID id,
            long number,
            Actor actor,
            RegisteredModel model,
            AliasTenure ended,
            int to,
            String reason,
            Instant at,
            Instant dueAt) {
        jdbc.sql("""
                insert into alias_rollback (id, number, model_id, alias, from_version, to_version, request_id, person_id, human_id,
                                            reason, at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        number,
                        model.id(),
                        model.protectedAlias(),
                        ended.version(),
                        to,
                        ended.requestId(),
                        actor.person().id(),
                        actor.person().answersTo(),
                        reason,
                        at.atOffset(ZoneOffset.UTC),
                        dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Standing> lock(long number) {
        return jdbc.sql("select model_id, human_id, followed_at from alias_rollback where number = ? for update")
                .param(number)
                .query((row, index) -> new Standing(
                        row.getObject("model_id", UUID.class),
                        row.getObject("human_id", UUID.class),
                        row.getObject("followed_at") == null))
                .optional();
    }

    void followedUp(long number, Actor actor, String finding, Instant at) {
        jdbc.sql("update alias_rollback set followed_by = ?, followed_at = ?, finding = ? where number = ?")
                .params(actor.person().id(), at.atOffset(ZoneOffset.UTC), finding, number)
                .update();
    }

    Optional<Rollback> find(long number) {
        return jdbc.sql(SELECT + " where b.number = ?")
                .param(number)
                .query(RollbackRows::rollback)
                .optional();
    }

    List<Rollback> open() {
        return jdbc.sql(SELECT + " where b.followed_at is null order by b.at, b.number")
                .query(RollbackRows::rollback)
                .list();
    }

    List<Rollback> of(String model) {
        return jdbc.sql(SELECT + " where m.name = ? and m.deleted_at is null order by b.at desc, b.number desc")
                .param(model)
                .query(RollbackRows::rollback)
                .list();
    }

    private static Rollback rollback(ResultSet row, int index) throws SQLException {
        return new Rollback(
                row.getLong("number"),
                row.getString("model"),
                row.getString("alias"),
                row.getInt("from_version"),
                row.getInt("to_version"),
                row.getObject("request", Long.class),
                row.getString("taken_by"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("followed_by"),
                moment(row.getObject("followed_at", OffsetDateTime.class)),
                row.getString("finding"));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
