package io.gatehouse.work;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.search.Condition;
import io.gatehouse.sentences.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The table of background work. A lease that runs out makes a job free again, so a crash delays work and never loses it. */
@Component
public class Jobs {
    /** How long people find again what ended. */
    public static final Duration REMEMBERED = Duration.ofDays(7);

    static final int MAX_ATTEMPTS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FAR = Duration.ofHours(1);

    private static final String IN_HAND = """
            select id, title, place, state, progress, created_at, finished_at, state = 'RUNNING' and lease_until < ? as lost
            from job\s""";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Jobs(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** A job as somebody who waits for it sees it. */
    public record Status(UUID id, String kind, String state, int progress, String message) {}

    record Leased(UUID id, String kind, String payload, int attempts) {}

    /** Adds work that somebody asked for and follows, in the transaction of the caller; it starts once that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enqueue(String kind, Map<String, ?> payload, AskedWork asked) {
        UUID id = enqueue(kind, payload);
        jdbc.sql("update job set asked_by = ?, title = ?, place = ? where id = ?")
                .params(asked.person(), JSON.writeValueAsString(asked.title()), asked.place(), id)
                .update();
        return id;
    }

    /** What a person asked for and goes on, or ended within {@link #REMEMBERED}; the newest first, at most {@code most}. */
    @Transactional(readOnly = true)
    public List<WorkInHand> askedBy(Actor actor, int most) {
        OffsetDateTime now = now();
        return jdbc.sql(IN_HAND + """
                where asked_by = ? and (finished_at is null or finished_at > ?)
                order by created_at desc, id desc limit ?""")
                .params(now, actor.person().id(), now.minus(REMEMBERED), most)
                .query(Jobs::inHand)
                .list();
    }

    /** What was asked for by anybody, is shown at a place and goes on; the oldest first. */
    @Transactional(readOnly = true)
    public List<WorkInHand> underWay(String place) {
        return jdbc.sql(IN_HAND + "where state in ('WAITING', 'RUNNING') and place = ? order by created_at, id")
                .params(now(), place)
                .query(Jobs::inHand)
                .list();
    }

    private static WorkInHand inHand(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new WorkInHand(
                row.getObject("id", UUID.class),
                JSON.readValue(row.getString("title"), Sentence.class),
                row.getString("place"),
                row.getBoolean("lost") ? WorkInHand.State.WAITING : WorkInHand.State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    /** Adds work in the transaction of the caller; it starts once that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID enqueue(String kind, Map<String, ?> payload) {
        UUID id = ids.next();
        OffsetDateTime now = now();
        jdbc.sql("""
                insert into job (id, kind, payload, state, attempts, progress, message, not_before, created_at)
                values (?, ?, ?, 'WAITING', 0, 0, '', ?, ?)""").params(id, kind, CanonicalJson.write(payload), now, now).update();
        return id;
    }

    /**
     * Adds work without particulars, unless the same waits or runs already. What a clock that ran ahead left for a far moment is not
     * waited for.
     *
     * @return whether it was added
     */
    @Transactional
    public boolean enqueueOnce(String kind) {
        OffsetDateTime now = now();
        return jdbc.sql("""
                insert into job (id, kind, payload, state, attempts, progress, message, not_before, created_at)
                select cast(? as uuid), cast(? as varchar), '{}', 'WAITING', 0, 0, '', cast(? as timestamp with time zone),
                       cast(? as timestamp with time zone)
                where not exists (select 1 from job where kind = ?
                                    and (state = 'WAITING' and not_before < ? or state = 'RUNNING' and lease_until < ?))""")
                        .params(ids.next(), kind, now, now, kind, now.plus(FAR), now.plus(FAR))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    public Optional<Status> status(UUID id) {
        return jdbc.sql("select id, kind, state, progress, message from job where id = ?")
                .param(id)
                .query(Status.class)
                .optional();
    }

    /** Takes the oldest free job of any kind. */
    @Transactional
    Optional<Leased> lease(String runner) {
        return lease(runner, Condition.ALWAYS);
    }

    /**
     * Takes the oldest free job, by a guarded update that one of several runners wins. No job waits and no lease lasts for an hour: what
     * says so was written by a clock that ran ahead.
     *
     * @param which of the jobs the runner takes
     */
    @Transactional
    Optional<Leased> lease(String runner, Condition which) {
        OffsetDateTime now = now();
        OffsetDateTime ahead = now.plus(FAR);
        List<Object> parameters = new ArrayList<>(List.of(now, ahead, now, ahead));
        parameters.addAll(which.parameters());
        Optional<Leased> found = jdbc.sql("""
                select id, kind, payload, attempts from job
                where ((state = 'WAITING' and (not_before <= ? or not_before > ?))
                   or (state = 'RUNNING' and (lease_until < ? or lease_until > ?))) and\s""" + which.sql() + " order by created_at, id limit 1")
                .params(parameters)
                .query(Leased.class)
                .optional();
        return found.filter(job -> jdbc.sql("""
                        update job set state = 'RUNNING', leased_by = ?, lease_until = ?, attempts = attempts + 1
                        where id = ? and attempts = ? and state in ('WAITING', 'RUNNING')""")
                        .params(runner, now.plus(LEASE), job.id, job.attempts)
                        .update()
                == 1);
    }

    @Transactional
    void progress(UUID id, int percent, String message) {
        jdbc.sql("update job set progress = ?, message = ?, lease_until = ? where id = ?")
                .params(percent, message, now().plus(LEASE), id)
                .update();
    }

    @Transactional
    void done(UUID id) {
        finish(id, "DONE", "");
    }

    /** @param gaveUp told the reason if there will be no further attempt, in the transaction that writes that down */
    @Transactional
    void failed(Leased job, String message, Consumer<String> gaveUp) {
        if (job.attempts + 1 >= MAX_ATTEMPTS) {
            gaveUp.accept(shortened(message));
            finish(job.id, "FAILED", message);
            return;
        }
        OffsetDateTime again = now().plusSeconds(5L << job.attempts);
        jdbc.sql("update job set state = 'WAITING', leased_by = null, message = ?, not_before = ? where id = ?")
                .params(shortened(message), again, job.id)
                .update();
    }

    private void finish(UUID id, String state, String message) {
        jdbc.sql("""
                update job set state = ?, message = ?, leased_by = null, progress = case when ? = 'DONE' then 100 else progress end,
                               finished_at = ? where id = ?""").params(state, shortened(message), state, now(), id).update();
    }

    private static String shortened(String message) {
        return message.length() <= 2000 ? message : message.substring(0, 2000);
    }

    private OffsetDateTime now() {
        // The database would round up, to a moment that has not come yet.
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
