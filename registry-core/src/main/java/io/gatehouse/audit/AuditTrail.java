package io.gatehouse.audit;

import io.gatehouse.house.HouseDatabase;
import io.gatehouse.people.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appends to the chain. The head row is locked by the append, so callers append last in their transaction: then two governance
 * transactions wait for each other only at their very end.
 */
@Component
public class AuditTrail {
    private static final int SCHEMA_VERSION = 1;

    private static final String MOVE_HEAD = "update audit_head set seq = ?, hash = ? where id = 1";

    private static final String INSERT = """
            insert into audit_event (seq, at, person_id, via, request_id, action, object, canonical, prev_hash, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** All in one, while everybody else waits for the head. */
    private static final String ALL_AT_ONCE =
            "with moved as (" + MOVE_HEAD + "), " + EventIndex.BESIDE_AN_EVENT + " " + INSERT;

    private final JdbcClient jdbc;
    private final EventIndex index;
    private final Clock clock;
    private final HouseDatabase database;

    AuditTrail(JdbcClient jdbc, EventIndex index, Clock clock, HouseDatabase database) {
        this.jdbc = jdbc;
        this.index = index;
        this.clock = clock;
        this.database = database;
    }

    /**
     * Appends one event in the transaction of the caller, so that it exists exactly if what it tells of does.
     *
     * @param action such as {@code promotion.approved}
     * @param object such as {@code model/churn/alias/champion}
     * @param details text, whole numbers, booleans, lists and maps; ids and digests, never personal values
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AuditEvent append(Actor actor, String action, String object, Map<String, ?> details) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Head head = jdbc.sql("select seq, hash from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
        long seq = head.seq + 1;
        Map<String, @Nullable Object> event = new TreeMap<>();
        event.put("v", SCHEMA_VERSION);
        event.put("seq", seq);
        event.put("at", at.toString());
        event.put("person", actor.person().id().toString());
        event.put("via", actor.via().name());
        event.put("request", actor.requestId());
        event.put("action", action);
        event.put("object", object);
        event.put("details", details);
        String canonical = CanonicalJson.write(event);
        String hash = sha256(head.hash + canonical);
        AuditEvent appended = new AuditEvent(
                seq,
                at,
                actor.person().id(),
                actor.via().name(),
                actor.requestId(),
                action,
                object,
                canonical,
                head.hash,
                hash);
        if (database.writesToSeveralTablesAtOnce()) {
            insert(jdbc.sql(ALL_AT_ONCE).params(seq, hash).params(EventIndex.besides(appended)), appended);
        } else {
            insert(jdbc.sql(INSERT), appended);
            jdbc.sql(MOVE_HEAD).params(seq, hash).update();
            index.add(appended);
        }
        return appended;
    }

    private static void insert(JdbcClient.StatementSpec statement, AuditEvent event) {
        statement
                .params(
                        event.seq(),
                        event.at().atOffset(ZoneOffset.UTC),
                        event.personId(),
                        event.via(),
                        event.requestId(),
                        event.action(),
                        event.object(),
                        event.canonical(),
                        event.previousHash(),
                        event.hash())
                .update();
    }

    /** Appends in a transaction of its own: for refusals, whose cause rolls back or never was a transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public AuditEvent appendAlone(Actor actor, String action, String object, Map<String, ?> details) {
        return append(actor, action, object, details);
    }

    /** Events after a given one, in order, at most {@code limit}; page on with the last seq. */
    @Transactional(readOnly = true)
    public List<AuditEvent> after(long seq, int limit) {
        return jdbc.sql("""
                select seq, at, person_id, via, request_id, action, object, canonical, prev_hash as previous_hash, hash
                from audit_event where seq > ? order by seq limit ?""").params(seq, limit).query(AuditTrail::event).list();
    }

    /** Whether somebody did that to an object within a time until now. */
    @Transactional(readOnly = true)
    public boolean happened(Actor actor, String action, String object, Duration within) {
        return jdbc.sql("select count(*) from audit_event where object = ? and action = ? and person_id = ? and at > ?")
                        .params(
                                object,
                                action,
                                actor.person().id(),
                                clock.instant().minus(within).atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Events about one object, such as {@code promotion/PR-3}, in order. */
    @Transactional(readOnly = true)
    public List<AuditEvent> of(String object) {
        return jdbc.sql("""
                select seq, at, person_id, via, request_id, action, object, canonical, prev_hash as previous_hash, hash
                from audit_event where object = ? order by seq""").param(object).query(AuditTrail::event).list();
    }

    /** Events of a kind that name something by its id, in order. @param action such as {@code evaluation.stored} */
    @Transactional(readOnly = true)
    public List<AuditEvent> naming(UUID id, String action) {
        return jdbc.sql("""
                select e.seq, e.at, e.person_id, e.via, e.request_id, e.action, e.object, e.canonical, e.prev_hash as previous_hash,
                    e.hash
                from audit_mention n join audit_event e on e.seq = n.seq
                where n.named = ? and e.action = ? order by n.seq""").params(id, action).query(AuditTrail::event).list();
    }

    private static AuditEvent event(ResultSet row, int index) throws SQLException {
        return new AuditEvent(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("via"),
                row.getString("request_id"),
                row.getString("action"),
                row.getString("object"),
                row.getString("canonical"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    static String sha256(String text) {
        return sha256("", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the hash before, in ASCII, followed by the bytes of the event. */
    static String sha256(String previousHash, byte[] event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previousHash.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(event));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private record Head(long seq, String hash) {}
}
