package io.gatehouse.preparedfiles;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.preparedfiles.PreparedFile.State;
import io.gatehouse.sentences.Sentence;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Prepared files, in one table. Every method runs in the transaction of its caller. */
@Component
class PreparedFileRows {
    /** Signs of life come every second; pages of a list are read within some. */
    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PreparedFileRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A file with what it takes to make it. */
    record Asked(UUID id, UUID person, Actor.Via via, int asking, State state, FileOrder order) {}

    void add(UUID id, Actor actor, FileOrder order, Instant now) {
        template.update(
                """
                insert into prepared_file (id, person_id, via, kind, particulars, title, place, portal, rights, state, asking, begun,
                                           rows_expected, rows_done, asked_at, file_name, content_type, size_bytes, failure)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 1, 0, ?, 0, ?, '', '', 0, '')""",
                id,
                actor.person().id(),
                actor.via().name(),
                order.kind(),
                CanonicalJson.write(order.particulars()),
                JSON.writeValueAsString(order.title()),
                order.place(),
                order.portal().toString(),
                order.rights().stream().map(Action::name).collect(Collectors.joining(" ")),
                order.rows(),
                stored(now));
    }

    List<PreparedFile> of(UUID person, Instant now) {
        return jdbc.sql("select * from prepared_file where person_id = ? order by asked_at desc, id desc")
                .param(person)
                .query((row, index) -> file(row, now))
                .list();
    }

    Optional<PreparedFile> find(UUID person, UUID id, Instant now) {
        return jdbc.sql("select * from prepared_file where person_id = ? and id = ?")
                .params(person, id)
                .query((row, index) -> file(row, now))
                .optional();
    }

    /** Of that person the file that is under way for the same order. */
    Optional<UUID> underWay(UUID person, FileOrder order) {
        return jdbc
                .sql("""
                select id from prepared_file
                where person_id = ? and kind = ? and particulars = ? and state in ('WAITING', 'RUNNING')""")
                .params(person, order.kind(), CanonicalJson.write(order.particulars()))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .findFirst();
    }

    int underWay(UUID person) {
        return jdbc.sql("select count(*) from prepared_file where person_id = ? and state in ('WAITING', 'RUNNING')")
                .param(person)
                .query(Integer.class)
                .single();
    }

    Optional<Asked> asked(UUID id) {
        return jdbc.sql("select * from prepared_file where id = ?")
                .param(id)
                .query((row, index) -> asked(row))
                .optional();
    }

    String contentType(UUID id) {
        return jdbc.sql("select content_type from prepared_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** @return whether that asking still stands, and is its caller's to work on */
    boolean begin(UUID id, int asking, Instant now) {
        return jdbc.sql("""
                update prepared_file set state = 'RUNNING', begun = begun + 1, rows_done = 0, seen_at = ?
                where id = ? and asking = ? and state in ('WAITING', 'RUNNING')""").params(stored(now), id, asking).update() == 1;
    }

    /** @return whether somebody still wants it */
    boolean tick(UUID id, int asking, long rows, Instant now) {
        return jdbc.sql("""
                update prepared_file set rows_done = ?, seen_at = ? where id = ? and asking = ? and state = 'RUNNING'""").params(rows, stored(now), id, asking).update() == 1;
    }

    boolean done(UUID id, int asking, FileMaker.Draft draft, long size, long rows, Instant now, Instant expires) {
        return jdbc.sql("""
                update prepared_file set state = 'DONE', rows_done = ?, finished_at = ?, expires_at = ?, file_name = ?, content_type = ?,
                                         size_bytes = ?
                where id = ? and asking = ? and state = 'RUNNING'""")
                        .params(
                                rows,
                                stored(now),
                                stored(expires),
                                draft.fileName(),
                                draft.contentType(),
                                size,
                                id,
                                asking)
                        .update()
                == 1;
    }

    /** Stopped in the middle by a server that stops; the next one begins it again. */
    void stopped(UUID id, int asking) {
        jdbc.sql("update prepared_file set state = 'WAITING' where id = ? and asking = ? and state = 'RUNNING'")
                .params(id, asking)
                .update();
    }

    boolean failed(UUID id, int asking, Sentence why, Instant now) {
        return jdbc.sql("""
                update prepared_file set state = 'FAILED', failure = ?, finished_at = ?
                where id = ? and asking = ? and state in ('WAITING', 'RUNNING')""")
                        .params(JSON.writeValueAsString(why), stored(now), id, asking)
                        .update()
                == 1;
    }

    boolean cancel(UUID person, UUID id, Instant now) {
        return jdbc.sql("""
                update prepared_file set state = 'CANCELLED', finished_at = ?
                where person_id = ? and id = ? and state in ('WAITING', 'RUNNING')""").params(stored(now), person, id).update() == 1;
    }

    /** Asks once more. @return the number of the asking; empty if it is under way or done */
    Optional<Integer> again(UUID person, UUID id, Instant now) {
        int changed = jdbc.sql("""
                update prepared_file set state = 'WAITING', asking = asking + 1, begun = 0, rows_done = 0, asked_at = ?, seen_at = null,
                                         finished_at = null, expires_at = null, failure = '', file_name = '', content_type = '', size_bytes = 0
                where person_id = ? and id = ?
                  and (state in ('FAILED', 'CANCELLED', 'EXPIRED') or state = 'RUNNING' and seen_at < ?)""")
                .params(stored(now), person, id, stored(now.minus(SILENCE)))
                .update();
        return changed == 1 ? asked(id).map(Asked::asking) : Optional.empty();
    }

    /** Ids of what has expired, and of what nobody can download any more though it was kept. */
    List<UUID> expire(Instant now) {
        List<UUID> due = jdbc.sql("select id from prepared_file where state = 'DONE' and expires_at <= ?")
                .param(stored(now))
                .query((row, index) -> row.getObject("id", UUID.class))
                .list();
        due.forEach(id -> jdbc.sql("update prepared_file set state = 'EXPIRED' where id = ? and state = 'DONE'")
                .param(id)
                .update());
        return due;
    }

    /** Forgets what ended before a moment. @return how many */
    int forget(Instant before) {
        return jdbc.sql("delete from prepared_file where state in ('FAILED', 'CANCELLED', 'EXPIRED') and asked_at < ?")
                .param(stored(before))
                .update();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                Actor.Via.valueOf(row.getString("via")),
                row.getInt("asking"),
                State.valueOf(row.getString("state")),
                new FileOrder(
                        row.getString("kind"),
                        JSON.readValue(row.getString("particulars"), new TypeReference<Map<String, Object>>() {}),
                        JSON.readValue(row.getString("title"), Sentence.class),
                        row.getString("place"),
                        URI.create(row.getString("portal")),
                        Arrays.stream(row.getString("rights").split(" "))
                                .map(Action::valueOf)
                                .toList(),
                        row.getLong("rows_expected")));
    }

    private static PreparedFile file(ResultSet row, Instant now) throws SQLException {
        String failure = row.getString("failure");
        Instant seen = moment(row, "seen_at");
        State stored = State.valueOf(row.getString("state"));
        boolean silent =
                stored == State.RUNNING && seen != null && seen.plus(SILENCE).isBefore(now);
        return new PreparedFile(
                row.getObject("id", UUID.class),
                JSON.readValue(row.getString("title"), Sentence.class),
                row.getString("place"),
                silent ? State.INTERRUPTED : stored,
                row.getLong("rows_done"),
                row.getLong("rows_expected"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                seen,
                moment(row, "finished_at"),
                moment(row, "expires_at"),
                row.getString("file_name"),
                row.getLong("size_bytes"),
                failure.isEmpty() ? null : JSON.readValue(failure, Sentence.class),
                row.getInt("begun"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
