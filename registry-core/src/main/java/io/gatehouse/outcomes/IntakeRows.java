package io.gatehouse.outcomes;

import io.gatehouse.people.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of outcomes that were taken in, as rows. Nothing here updates or deletes. */
@Component
class IntakeRows {
    private static final String SELECT = """
            select i.*, p.display_name from outcome_intake i join person p on p.id = i.taken_in_by
            where i.model_id = ?\s""";

    private final JdbcClient jdbc;

    IntakeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('outcome_intake_number')")
                .query(Long.class)
                .single();
    }

    Optional<Intake> same(UUID model, String digest) {
        return jdbc.sql(SELECT + "and i.digest = ?")
                .params(model, digest)
                .query(IntakeRows::intake)
                .optional();
    }

    List<Intake> all(UUID model) {
        return jdbc.sql(SELECT + "order by i.number desc")
                .param(model)
                .query(IntakeRows::intake)
                .list();
    }

    /** @param file what identifies it @param rows in it */
    Intake insert(
            UUID id, long number, UUID model, Read file, CustomerRows.Compared compared, Actor actor, Instant at) {
        jdbc.sql("""
                insert into outcome_intake (id, number, model_id, digest, file_sha256, rows_read, leavers, stayers, added, corrected,
                    moved, not_scored, observed_from, observed_to, taken_in_by, taken_in_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        number,
                        model,
                        file.digest,
                        file.sha256,
                        file.rows,
                        compared.leavers(),
                        compared.stayers(),
                        compared.added(),
                        compared.corrected(),
                        compared.moved(),
                        compared.notScored(),
                        compared.observedFrom(),
                        compared.observedTo(),
                        actor.person().id(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return same(model, file.digest).orElseThrow();
    }

    /**
     * A file that was read.
     *
     * @param digest of the file and of how it was read
     * @param sha256 of the file
     * @param rows in it
     */
    record Read(String digest, String sha256, long rows) {}

    private static Intake intake(ResultSet row, int index) throws SQLException {
        return new Intake(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getString("file_sha256"),
                row.getLong("rows_read"),
                row.getLong("leavers"),
                row.getLong("stayers"),
                row.getLong("added"),
                row.getLong("corrected"),
                row.getLong("moved"),
                row.getLong("not_scored"),
                row.getObject("observed_from", LocalDate.class),
                row.getObject("observed_to", LocalDate.class),
                row.getString("display_name"),
                row.getObject("taken_in_at", OffsetDateTime.class).toInstant());
    }
}
