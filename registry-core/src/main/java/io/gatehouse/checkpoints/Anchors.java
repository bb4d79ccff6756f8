package io.gatehouse.checkpoints;

import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings each checkpoint to each anchor, however often that takes: what is not there yet is a row, so that no crash loses it. */
@Component
public class Anchors {
    private static final Logger LOG = LoggerFactory.getLogger(Anchors.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int LONGEST_MESSAGE = 500;
    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final List<Anchor> anchors;
    private final Clock clock;

    Anchors(JdbcClient jdbc, List<Anchor> anchors, Clock clock) {
        this.jdbc = jdbc;
        this.anchors = List.copyOf(anchors);
        this.clock = clock;
    }

    /**
     * How an anchor does.
     *
     * @param name such as {@code folder}
     * @param place where it is
     * @param checkpoint number of the newest checkpoint that it keeps; absent if none
     * @param anchoredAt when it got that one
     * @param waiting checkpoints that have not reached it
     * @param failure why the last attempt failed; empty if it did not
     */
    public record Standing(
            String name,
            String place,
            @Nullable Long checkpoint,
            @Nullable Instant anchoredAt,
            long waiting,
            String failure) {}

    record Due(long checkpoint, String anchor, int attempts, String document, String publicKey) {}

    /** From now on each anchor that there is has to get this checkpoint. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(long checkpoint, Instant now) {
        List<String> expected = jdbc.sql("select anchor from audit_anchoring where checkpoint = ?")
                .param(checkpoint)
                .query((row, index) -> row.getString(1))
                .list();
        for (Anchor anchor : anchors) {
            if (!expected.contains(anchor.name())) {
                jdbc.sql("""
                        insert into audit_anchoring (checkpoint, anchor, attempts, next_attempt, message)
                        values (?, ?, 0, ?, '')""").params(checkpoint, anchor.name(), stored(now)).update();
            }
        }
    }

    /** Tries those that are due, each for itself. @return how many are kept now */
    public int deliver() {
        return (int) anchors.stream()
                .flatMap(anchor -> due(anchor).map(due -> taken(due) && kept(anchor, due)))
                .filter(kept -> kept)
                .count();
    }

    /** The anchors of this installation in the order of their names. */
    @Transactional(readOnly = true)
    public List<Standing> standing(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        return anchors.stream()
                .sorted(java.util.Comparator.comparing(Anchor::name))
                .map(this::standing)
                .toList();
    }

    private Standing standing(Anchor anchor) {
        return jdbc.sql("""
                select max(case when anchored_at is not null then checkpoint end) as newest,
                       max(anchored_at) as at,
                       sum(case when anchored_at is null then 1 else 0 end) as waiting,
                       max(case when anchored_at is null then message else '' end) as failure
                from audit_anchoring where anchor = ?""")
                .param(anchor.name())
                .query((row, index) -> standing(anchor, row))
                .single();
    }

    private static Standing standing(Anchor anchor, ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        String failure = row.getString("failure");
        return new Standing(
                anchor.name(),
                anchor.place(),
                row.getObject("newest", Long.class),
                at == null ? null : at.toInstant(),
                row.getLong("waiting"),
                failure == null ? "" : failure);
    }

    private Stream<Due> due(Anchor anchor) {
        return jdbc
                .sql("""
                select a.checkpoint, a.anchor, a.attempts, c.document, k.public_key
                from audit_anchoring a
                join audit_checkpoint c on c.number = a.checkpoint
                join audit_key k on k.sha256 = c.key_sha256
                where a.anchor = ? and a.anchored_at is null and a.next_attempt <= ?
                order by a.checkpoint limit ?""")
                .params(anchor.name(), stored(clock.instant()), AT_A_TIME)
                .query(Anchors::due)
                .list()
                .stream();
    }

    private static Due due(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getLong("checkpoint"),
                row.getString("anchor"),
                row.getInt("attempts"),
                row.getString("document"),
                row.getString("public_key"));
    }

    /** One of several portals wins an attempt; the next waits longer, whatever becomes of this one. */
    private boolean taken(Due due) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(due.attempts, 10));
        Instant next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        return jdbc.sql("""
                update audit_anchoring set attempts = attempts + 1, next_attempt = ?
                where checkpoint = ? and anchor = ? and attempts = ? and anchored_at is null""")
                        .params(stored(next), due.checkpoint, due.anchor, due.attempts)
                        .update()
                == 1;
    }

    private boolean kept(Anchor anchor, Due due) {
        SignedCheckpoint checkpoint = SignedCheckpoint.read(due.document).orElseThrow();
        try {
            anchor.keep(checkpoint, due.publicKey);
        } catch (IOException | RuntimeException failure) {
            LOG.warn(
                    "Checkpoint {} of the audit log did not reach its anchor {} ({}); it is tried again",
                    due.checkpoint,
                    anchor.name(),
                    anchor.place(),
                    failure);
            jdbc.sql("update audit_anchoring set message = ? where checkpoint = ? and anchor = ?")
                    .params(shortened(String.valueOf(failure.getMessage())), due.checkpoint, due.anchor)
                    .update();
            return false;
        }
        jdbc.sql("update audit_anchoring set message = '', anchored_at = ? where checkpoint = ? and anchor = ?")
                .params(stored(clock.instant()), due.checkpoint, due.anchor)
                .update();
        return true;
    }

    private static String shortened(String message) {
        String line = message.lines().findFirst().orElse("").replaceAll("[.;\\s]+$", "");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
