package io.gatehouse.notices;

import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The stored notices. */
@Component
class NoticeRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What a portal of an earlier release, which may run for a moment beside this one, makes of what is done. */
    private static final String ONCE_DONE = "YOUR_TURN_DONE";

    /** What waits for somebody still, as far as anybody knows. */
    private static final String WAITS = "kind = 'YOUR_TURN' and done_at is null";

    /** All that {@link #notice} reads, of a table that is called {@code n}. */
    static final String COLUMNS = "n.id, n.kind, n.subject, n.place, n.title, n.detail, n.at, n.read_at, n.done_at";

    private static final String SELECT = "select " + COLUMNS + " from notice n";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    NoticeRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void add(UUID event, Person to, String readBy, Notice notice) {
        Instant read = notice.readAt();
        template.update(
                """
                insert into notice (id, event_id, person_id, kind, subject, place, read_by, title, detail, at, read_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                notice.id(),
                event,
                to.id(),
                notice.kind().name(),
                notice.subject(),
                notice.place(),
                readBy,
                JSON.writeValueAsString(notice.title()),
                notice.detail(),
                stored(notice.at()),
                read == null ? null : stored(read));
    }

    /** Whether this person was told that the subject waits for them and has not read it. */
    boolean waiting(UUID person, String subject) {
        return jdbc.sql("select count(*) from notice where person_id = ? and subject = ? and read_at is null and "
                                + WAITS)
                        .params(person, subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A newer notice says the same of the subject. */
    void supersede(UUID person, String subject, Instant now) {
        jdbc.sql("select id from notice where person_id = ? and subject = ? and read_at is null and " + WAITS)
                .params(person, subject)
                .query(UUID.class)
                .list()
                .forEach(id -> settle(id, now));
    }

    /** Takes away what says the same of the same matter as a newer one, such as that of an earlier try. */
    void replace(UUID person, Notice by) {
        jdbc.sql("select id from notice where person_id = ? and subject = ? and title = ? and detail = ?")
                .params(person, by.subject(), JSON.writeValueAsString(by.title()), by.detail())
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    jdbc.sql("delete from notice_delivery where notice_id = ?")
                            .param(id)
                            .update();
                    jdbc.sql("delete from notice where id = ?").param(id).update();
                });
    }

    private void settle(UUID notice, Instant now) {
        jdbc.sql("update notice set read_at = ? where id = ? and read_at is null")
                .params(stored(now), notice)
                .update();
        jdbc.sql("""
                update notice_delivery set state = 'DROPPED', done_at = ?, message = 'It was settled meanwhile'
                where notice_id = ? and state = 'WAITING'""").params(stored(now), notice).update();
    }

    /** What waited for people for whom it waits no longer is read and done, as far as they are concerned. */
    void settle(String subject, Set<UUID> stillWaiting, Instant now) {
        List<UUID[]> waiting = jdbc.sql("select id, person_id from notice where subject = ? and " + WAITS)
                .param(subject)
                .query((row, index) -> new UUID[] {row.getObject(1, UUID.class), row.getObject(2, UUID.class)})
                .list();
        for (UUID[] each : waiting) {
            if (!stillWaiting.contains(each[1])) {
                settle(each[0], now);
                jdbc.sql("update notice set done_at = ? where id = ?")
                        .params(stored(now), each[0])
                        .update();
            }
        }
    }

    void deliverBy(String channel, UUID notice, Instant now) {
        jdbc.sql("""
                insert into notice_delivery (notice_id, channel, state, attempts, next_attempt, message)
                values (?, ?, 'WAITING', 0, ?, '')""").params(notice, channel, stored(now)).update();
    }

    int unread(UUID person, Set<String> readable) {
        if (readable.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        "select count(*) from notice where person_id = :person and read_at is null and read_by in (:readable)")
                .param("person", person)
                .param("readable", readable)
                .query(Integer.class)
                .single();
    }

    List<Notice> page(UUID person, Set<String> readable, Inbox.Query query) {
        if (readable.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " where n.person_id = :person and n.read_by in (:readable)" + narrowed(query)
                        + " order by n.id desc offset :offset rows fetch first :limit rows only")
                .param("person", person)
                .param("readable", readable)
                .param("kind", query.kind() == null ? "" : query.kind().name())
                .param("offset", query.offset())
                .param("limit", query.limit())
                .query(NoticeRows::notice)
                .list();
    }

    /** The newest of those that are older than one. */
    List<Notice> after(UUID person, Set<String> readable, Inbox.Query query, Optional<UUID> last) {
        if (readable.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " where n.person_id = :person and n.read_by in (:readable)" + narrowed(query)
                        + (last.isPresent() ? " and n.id < :last" : "")
                        + " order by n.id desc fetch first :limit rows only")
                .param("person", person)
                .param("readable", readable)
                .param("kind", query.kind() == null ? "" : query.kind().name())
                .param("last", last.orElse(person))
                .param("limit", query.limit())
                .query(NoticeRows::notice)
                .list();
    }

    private static String narrowed(Inbox.Query query) {
        return (query.unread() ? " and n.read_at is null" : "")
                + (query.kind() == null ? "" : " and n.kind = :kind and n.done_at is null");
    }

    boolean read(UUID person, UUID notice, @Nullable Instant at) {
        return template.update(
                        "update notice set read_at = ? where id = ? and person_id = ? and read_at is "
                                + (at == null ? "not null" : "null"),
                        at == null ? null : stored(at),
                        notice,
                        person)
                > 0;
    }

    int seen(UUID person, String place, Instant at) {
        return jdbc.sql("""
                update notice set read_at = ? where person_id = ? and read_at is null and (place = ? or place like ? escape '!')""")
                .params(stored(at), person, place, place.replaceAll("([!%_])", "!$1") + "#%")
                .update();
    }

    int readAll(UUID person, Instant at) {
        return jdbc.sql("update notice set read_at = ? where person_id = ? and read_at is null")
                .params(stored(at), person)
                .update();
    }

    static Notice notice(ResultSet row, int index) throws SQLException {
        OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
        String kind = row.getString("kind");
        return new Notice(
                row.getObject("id", UUID.class),
                kind.equals(ONCE_DONE) ? NoticeKind.YOUR_TURN : NoticeKind.valueOf(kind),
                row.getString("subject"),
                row.getString("place"),
                JSON.readValue(row.getString("title"), Sentence.class),
                row.getString("detail"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant(),
                row.getObject("done_at") != null || kind.equals(ONCE_DONE));
    }

    static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
