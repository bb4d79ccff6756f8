package io.gatehouse.preparedfiles;

import io.gatehouse.artifacts.KeptFiles;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.work.Jobs;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that take long: asked for, looked after, taken away. Each is its asker's alone. */
@Component
public class PreparedFiles {
    static final String KIND = "prepare-file";

    /** How long a file can be downloaded. */
    public static final Duration KEPT = Duration.ofDays(7);

    /** Of one person at the same time; whoever asks for more waits anyway. */
    public static final int MOST_UNDER_WAY = 10;

    /** How long what came of it can be read after that. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final PreparedFileRows rows;
    private final FileMakers makers;
    private final KeptFiles kept;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    PreparedFiles(PreparedFileRows rows, FileMakers makers, KeptFiles kept, Jobs jobs, Ids ids, Clock clock) {
        this.rows = rows;
        this.makers = makers;
        this.kept = kept;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** A file that leaves. @param bytes to be closed by whoever hands it out @param size in bytes */
    public record Taken(String fileName, String contentType, InputStream bytes, long size) {}

    /** Has a file made. Whoever asks for the same again while it is under way gets the same. */
    @Transactional
    public Outcome<PreparedFile> ask(Actor actor, FileOrder order) {
        makers.require(order.kind());
        order.rights().forEach(right -> Permissions.require(actor, right));
        UUID person = actor.person().id();
        Optional<UUID> same = rows.underWay(person, order);
        if (same.isPresent()) {
            return found(person, same.get());
        }
        if (rows.underWay(person) >= MOST_UNDER_WAY) {
            return Outcome.refused(Refusal.invalid("prepared.too_many", "most", MOST_UNDER_WAY));
        }
        UUID id = ids.next();
        rows.add(id, actor, order, now());
        enqueue(id, 1);
        return found(person, id);
    }

    /** Of the actor, the newest first. */
    @Transactional(readOnly = true)
    public List<PreparedFile> mine(Actor actor) {
        return rows.of(actor.person().id(), now());
    }

    /** One of the actor's; empty if there is none by that id, or it is somebody else's. */
    @Transactional(readOnly = true)
    public Optional<PreparedFile> find(Actor actor, UUID id) {
        return rows.find(actor.person().id(), id, now());
    }

    /** Nobody works on it from the next row on. */
    @Transactional
    public Outcome<PreparedFile> cancel(Actor actor, UUID id) {
        UUID person = actor.person().id();
        return rows.cancel(person, id, now()) ? found(person, id) : refused(person, id, "prepared.over");
    }

    /** Has a file made once more that failed, was cancelled or interrupted, or has expired. */
    @Transactional
    public Outcome<PreparedFile> again(Actor actor, UUID id) {
        UUID person = actor.person().id();
        Optional<Integer> asking = rows.again(person, id, now());
        if (asking.isEmpty()) {
            return refused(person, id, "prepared.not_over");
        }
        kept.forget(id);
        enqueue(id, asking.get());
        return found(person, id);
    }

    /**
     * Hands out a file that is done, to whoever asked for it and may still have it. That it is taken away goes on record as with any other
     * download.
     */
    @Transactional
    public Outcome<Taken> take(Actor actor, UUID id) {
        UUID person = actor.person().id();
        Instant now = now();
        Optional<PreparedFile> file = rows.find(person, id, now);
        Optional<PreparedFileRows.Asked> asked = rows.asked(id);
        if (file.isEmpty() || asked.isEmpty()) {
            return Outcome.refused(unknown());
        }
        FileOrder order = asked.get().order();
        order.rights().forEach(right -> Permissions.require(actor, right));
        Instant expires = file.get().expiresAt();
        if (file.get().state() != PreparedFile.State.DONE || expires == null || !expires.isAfter(now)) {
            return Outcome.refused(Refusal.invalid("prepared.not_there"));
        }
        Optional<InputStream> bytes = kept.open(id);
        if (bytes.isEmpty()) {
            return Outcome.refused(Refusal.invalid("prepared.not_there"));
        }
        makers.require(order.kind()).taken(actor, order);
        return Outcome.done(new Taken(
                file.get().fileName(),
                rows.contentType(id),
                bytes.get(),
                file.get().size()));
    }

    /** Lets go of what has expired. @return how many files */
    @Transactional
    public int sweep() {
        List<UUID> expired = rows.expire(now());
        expired.forEach(kept::forget);
        rows.forget(now().minus(REMEMBERED));
        return expired.size();
    }

    private void enqueue(UUID id, int asking) {
        jobs.enqueue(KIND, Map.of("file", id.toString(), "asking", asking));
    }

    private Outcome<PreparedFile> found(UUID person, UUID id) {
        return Outcome.of(rows.find(person, id, now()), unknown());
    }

    private Outcome<PreparedFile> refused(UUID person, UUID id, String code) {
        return Outcome.refused(rows.find(person, id, now()).isPresent() ? Refusal.invalid(code) : unknown());
    }

    private static Refusal unknown() {
        return Refusal.unknown("prepared.unknown");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
