package io.gatehouse.auditlog;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredAuditLog implements AuditLog {
    private static final int AT_A_TIME = 1_000;

    private final AuditRows rows;
    private final AuditTrail audit;
    private final ChainChecks checks;
    private final JdbcClient jdbc;

    StoredAuditLog(AuditRows rows, AuditTrail audit, ChainChecks checks, JdbcClient jdbc) {
        this.rows = rows;
        this.audit = audit;
        this.checks = checks;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRow> before(Actor actor, AuditQuery query, long seq, int limit) {
        Permissions.require(actor, Action.READ_AUDIT);
        return rows.find(query, "e.seq < ? order by e.seq desc", seq == 0 ? Long.MAX_VALUE : seq, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditRow> after(Actor actor, AuditQuery query, long seq, int limit) {
        Permissions.require(actor, Action.READ_AUDIT);
        return rows.find(query, "e.seq > ? order by e.seq", seq, limit).reversed();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> people(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        return jdbc.sql("select id, username, display_name, kind, active from person order by display_name, id")
                .query((row, index) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("display_name"),
                        "",
                        Person.Kind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        Set.of(),
                        row.getBoolean("active")))
                .list();
    }

    @Override
    @Transactional
    public Part export(Actor actor, @Nullable Instant from, @Nullable Instant before) {
        Permissions.require(actor, Action.READ_AUDIT);
        Part part = jdbc.sql("""
                select coalesce(min(seq), 1) as first, coalesce(max(seq), 0) as last
                from audit_event where at >= ? and at < ?""")
                .params(moment(from, Instant.EPOCH), moment(before, Instant.parse("9999-01-01T00:00:00Z")))
                .query(Part.class)
                .single();
        audit.append(actor, "audit.exported", "audit-events", Map.of("from", part.first(), "to", part.last()));
        return part;
    }

    /** A clock that went back may have dated an event before the first: the part is of the chain, and so has it too. */
    @Override
    public void write(Part part, OutputStream out) throws IOException {
        long after = part.first() - 1;
        while (after < part.last()) {
            int most = (int) Math.min(AT_A_TIME, part.last() - after);
            List<AuditEvent> events = audit.after(after, most);
            for (AuditEvent event : events) {
                out.write(event.line().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            if (events.isEmpty()) {
                return;
            }
            after = events.getLast().seq();
        }
    }

    @Override
    @Transactional
    public void recordTakenAway(Actor actor, String how) {
        Permissions.require(actor, Action.READ_AUDIT);
        audit.append(actor, "audit.taken_away", "audit-events", Map.of("how", how));
    }

    @Override
    @Transactional(readOnly = true)
    public ChainState state(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        long events = jdbc.sql("select seq from audit_head where id = 1")
                .query(Long.class)
                .single();
        return new ChainState(events, checks.last());
    }

    private static OffsetDateTime moment(@Nullable Instant moment, Instant otherwise) {
        return (moment == null ? otherwise : moment).atOffset(ZoneOffset.UTC);
    }
}
