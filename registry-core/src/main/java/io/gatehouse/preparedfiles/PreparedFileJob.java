package io.gatehouse.preparedfiles;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.KeptFiles;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.preparedfiles.PreparedFileRows.Asked;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.work.JobHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes what was asked for, one file after the other, in the name of whoever asked and with the rights that they have by then. */
@Component
class PreparedFileJob implements JobHandler {
    private final PreparedFileRows rows;
    private final FileMakers makers;
    private final KeptFiles kept;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile boolean closing;

    PreparedFileJob(
            PreparedFileRows rows,
            FileMakers makers,
            KeptFiles kept,
            People people,
            Outbox outbox,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.makers = makers;
        this.kept = kept;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return PreparedFiles.KIND;
    }

    /** Nobody's promotion waits behind a workbook. */
    @Override
    public boolean takesLong() {
        return true;
    }

    /** What is being made is put back at its next row, so that the next server begins it at once. */
    @EventListener
    void houseCloses(ContextClosedEvent closed) {
        closing = true;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        UUID id = id(payload);
        int asking = asking(payload);
        Boolean begun = transaction.execute(status -> rows.begin(id, asking, now()));
        Optional<Asked> asked = Optional.ofNullable(transaction.execute(status -> rows.asked(id)))
                .flatMap(found -> found);
        if (!Boolean.TRUE.equals(begun) || asked.isEmpty()) {
            return;
        }
        try {
            make(asked.get(), progress);
        } catch (NotPermittedException denied) {
            failed(asked.get(), say("prepared.denied"));
        } catch (NotWantedException cancelled) {
            // Its asker sees that already.
        } catch (HouseClosesException closes) {
            transaction.executeWithoutResult(status -> rows.stopped(id, asking));
            throw closes;
        }
    }

    @Override
    public void gaveUp(Map<String, Object> payload, String why) {
        rows.asked(id(payload)).ifPresent(asked -> tell(asked, asking(payload), say("prepared.broke", "why", why)));
    }

    private void make(Asked asked, Progress progress) {
        Person person = people.byId(asked.person()).orElseThrow();
        Actor actor = new Actor(person, asked.via(), "file-" + asked.id());
        asked.order().rights().forEach(right -> Permissions.require(actor, right));
        FileMaker maker = makers.require(asked.order().kind());
        Optional<FileMaker.Draft> draft = maker.begin(actor, asked.order());
        if (draft.isEmpty()) {
            failed(asked, say("prepared.gone"));
            return;
        }
        Signs signs = new Signs(asked, progress);
        try {
            Path file = Files.createTempFile("gatehouse-prepared-", ".tmp");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    draft.get().content().write(signs.through(out), signs::rows);
                }
                signs.say();
                done(asked, draft.get(), signs.rows, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The file cannot be written", failure);
        }
    }

    private void done(Asked asked, FileMaker.Draft draft, long written, Path file) throws IOException {
        long size;
        try (InputStream bytes = Files.newInputStream(file)) {
            size = kept.keep(asked.id(), bytes);
        }
        Instant now = now();
        transaction.executeWithoutResult(status -> {
            if (rows.done(asked.id(), asked.asking(), draft, size, written, now, now.plus(PreparedFiles.KEPT))) {
                outbox.publish(
                        inTheNameOf(asked),
                        "prepared_file.done",
                        Map.of("file", asked.id().toString()));
            } else {
                kept.forget(asked.id());
            }
        });
    }

    private void failed(Asked asked, Sentence why) {
        transaction.executeWithoutResult(status -> tell(asked, asked.asking(), why));
    }

    private void tell(Asked asked, int asking, Sentence why) {
        if (rows.failed(asked.id(), asking, why, now())) {
            outbox.publish(
                    inTheNameOf(asked),
                    "prepared_file.failed",
                    Map.of("file", asked.id().toString()));
        }
    }

    /** The house works, so whoever asked is told. */
    private Actor inTheNameOf(Asked asked) {
        return new Actor(people.byId(asked.person()).orElseThrow(), Actor.Via.SYSTEM, "file-" + asked.id());
    }

    private static UUID id(Map<String, Object> payload) {
        return UUID.fromString(String.valueOf(payload.get("file")));
    }

    private static int asking(Map<String, Object> payload) {
        if (payload.get("asking") instanceof Number asking) {
            return asking.intValue();
        }
        throw new IllegalArgumentException("The job does not say which asking it is of: " + payload);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Nobody wants the file any more: it was cancelled, or asked for anew. */
    private static final class NotWantedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The server stops while the file is made. */
    private static final class HouseClosesException extends RuntimeException {
        private static final long serialVersionUID = 1;

        HouseClosesException() {
            super("The server was stopped");
        }
    }

    /** Signs of life of one file in the making, some each second; each looks whether the file is still wanted. */
    private final class Signs {
        private static final long EVERY_MILLIS = 500;

        private final Asked asked;
        private final Progress progress;
        private long rows;
        private Instant next = Instant.MIN;

        Signs(Asked asked, Progress progress) {
            this.asked = asked;
            this.progress = progress;
        }

        void rows(long written) {
            rows = written;
            alive();
        }

        private void alive() {
            if (closing) {
                throw new HouseClosesException();
            }
            Instant now = now();
            if (now.isBefore(next)) {
                return;
            }
            next = now.plusMillis(EVERY_MILLIS);
            say(now);
        }

        void say() {
            say(now());
        }

        private void say(Instant now) {
            Boolean wanted = transaction.execute(
                    status -> PreparedFileJob.this.rows.tick(asked.id(), asked.asking(), rows, now));
            if (!Boolean.TRUE.equals(wanted)) {
                throw new NotWantedException();
            }
            progress.at(0, "");
        }

        OutputStream through(OutputStream out) {
            return new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    alive();
                    out.write(bytes, from, length);
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }
            };
        }
    }
}
