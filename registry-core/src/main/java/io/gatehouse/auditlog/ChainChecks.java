package io.gatehouse.auditlog;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.ChainFault;
import io.gatehouse.auditlog.AuditLog.Check;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Checks of the whole chain, each of which runs in the background and is kept with what it found. */
@Component
public class ChainChecks {
    static final String KIND = "audit.verify";

    private static final String SELECT = """
            select c.started_at, c.finished_at, c.checked_to, c.fault, j.state, j.progress, j.message
            from audit_check c join job j on j.id = c.job_id""";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ChainChecks(JdbcClient jdbc, Jobs jobs, AuditTrail audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Has the whole chain checked, unless that is under way. */
    @Transactional
    public void start(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        if (last().filter(check -> check.state() == Check.State.RUNNING).isPresent()) {
            return;
        }
        UUID id = ids.next();
        UUID job = jobs.enqueue(
                KIND,
                Map.of(
                        "check",
                        id.toString(),
                        "person",
                        actor.person().id().toString(),
                        "via",
                        actor.via().name()),
                new AskedWork(actor.person().id(), Sentences.say("work.chain"), "audit"));
        jdbc.sql("insert into audit_check (id, job_id, person_id, started_at) values (?, ?, ?, ?)")
                .params(id, job, actor.person().id(), now())
                .update();
    }

    /** What the chain was found to be, with the event that says so. */
    @Transactional(propagation = Propagation.REQUIRED)
    void finish(Actor actor, UUID id, long checkedTo, @Nullable ChainFault fault) {
        String update =
                "update audit_check set finished_at = ?, checked_to = ?, fault = %s where id = ? and finished_at is null";
        int open = fault == null
                ? jdbc.sql(update.formatted("null"))
                        .params(now(), checkedTo, id)
                        .update()
                : jdbc.sql(update.formatted("?"))
                        .params(now(), checkedTo, fault.sentence().english(), id)
                        .update();
        if (open == 1) {
            audit.append(
                    actor,
                    fault == null ? "audit.verified" : "audit.found_tampered",
                    "audit-events",
                    fault == null
                            ? Map.of("to", checkedTo)
                            : Map.of("line", fault.line(), "fault", fault.kind().name()));
        }
    }

    /** The last one that was asked for. */
    Optional<Check> last() {
        return jdbc.sql(SELECT + " order by c.started_at desc, c.id desc limit 1")
                .query(ChainChecks::check)
                .optional();
    }

    private static Check check(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String fault = row.getString("fault");
        String message = row.getString("message");
        if (finished != null) {
            return new Check(
                    finished.toInstant(),
                    fault == null ? Check.State.INTACT : Check.State.TAMPERED,
                    row.getLong("checked_to"),
                    fault == null ? "" : fault,
                    100);
        }
        boolean failed = "FAILED".equals(row.getString("state"));
        return new Check(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                failed ? Check.State.FAILED : Check.State.RUNNING,
                0,
                message == null ? "" : message,
                row.getInt("progress"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
