package io.gatehouse.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.people.NotPermittedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class CheckpointsTest {
    private static int anchorNumber;

    private final Checkpoints checkpoints;
    private final SigningKey key;
    private final AuditTrail trail;
    private final TestPeople people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock = new MovableClock();
    private final Shelf shelf = new Shelf("shelf-" + ++anchorNumber);

    CheckpointsTest(
            Checkpoints checkpoints,
            SigningKey key,
            AuditTrail trail,
            TestPeople people,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.checkpoints = checkpoints;
        this.key = key;
        this.trail = trail;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aCheckpointSignsTheLastEvent() {
        AuditEvent last = event();

        SignedCheckpoint checkpoint = checkpoints.writeIfMoved().orElseThrow();

        assertThat(checkpoint.seq()).isEqualTo(last.seq());
        assertThat(checkpoint.hash()).isEqualTo(last.hash());
        assertThat(checkpoint.isSignedBy(Pem.publicKey(checkpoints.publicKey()).orElseThrow()))
                .isTrue();
        assertThat(checkpoints.newest(people.rita(), 1)).containsExactly(checkpoint);
    }

    @Test
    void nothingIsSignedTwice() {
        event();
        SignedCheckpoint first = checkpoints.writeIfMoved().orElseThrow();

        assertThat(checkpoints.writeIfMoved()).isEmpty();

        event();
        assertThat(checkpoints.writeIfMoved().orElseThrow().number()).isEqualTo(first.number() + 1);
    }

    @Test
    void thatSomebodyAskedForACheckpointIsTheLastEventThatItCovers() {
        SignedCheckpoint checkpoint = checkpoints.write(people.rita());

        AuditEvent asked = trail.after(checkpoint.seq() - 1, 1).getFirst();
        assertThat(asked.action()).isEqualTo("checkpoint.asked");
        assertThat(asked.object()).isEqualTo("checkpoint/" + checkpoint.number());
        assertThat(checkpoints.writeIfMoved()).isEmpty();
    }

    @Test
    void onlyRiskReadsAndAsks() {
        assertThatThrownBy(() -> checkpoints.write(people.adam())).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> checkpoints.newest(people.dana(), 1)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void theDatabaseRefusesToChangeACheckpoint() {
        event();
        checkpoints.writeIfMoved();

        assertThatThrownBy(() -> jdbc.sql("update audit_checkpoint set seq = 1").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_checkpoint").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCheckpointIsTriedUntilItsAnchorKeepsIt() {
        Anchors anchors = new Anchors(jdbc, List.of(shelf), clock);
        shelf.broken = true;
        SignedCheckpoint checkpoint = written(anchors);

        assertThat(anchors.deliver()).isZero();
        Anchors.Standing failing = anchors.standing(people.rita()).getFirst();
        assertThat(failing.waiting()).isEqualTo(1);
        assertThat(failing.failure()).isEqualTo("The shelf is full");

        shelf.broken = false;
        assertThat(anchors.deliver()).as("not before its time").isZero();
        clock.forward(Duration.ofHours(2));
        assertThat(anchors.deliver()).isEqualTo(1);
        assertThat(shelf.kept).containsExactly(checkpoint);
        Anchors.Standing standing = anchors.standing(people.rita()).getFirst();
        assertThat(standing.waiting()).isZero();
        assertThat(standing.failure()).isEmpty();
        assertThat(standing.checkpoint()).isEqualTo(checkpoint.number());
        assertThat(anchors.deliver()).isZero();
    }

    @Test
    void anAnchorThatFailsKeepsNoOtherFromItsCheckpoint() {
        Shelf other = new Shelf(shelf.name + "-other");
        Anchors anchors = new Anchors(jdbc, List.of(shelf, other), clock);
        shelf.broken = true;

        SignedCheckpoint checkpoint = written(anchors);
        anchors.deliver();

        assertThat(other.kept).containsExactly(checkpoint);
    }

    @Test
    void noCheckpointIsLostHoweverLongAnAnchorFails() {
        Anchors anchors = new Anchors(jdbc, List.of(shelf), clock);
        shelf.broken = true;
        List<SignedCheckpoint> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(written(anchors));
            anchors.deliver();
            clock.forward(Duration.ofHours(3));
        }

        shelf.broken = false;
        anchors.deliver();

        assertThat(shelf.kept).containsExactlyElementsOf(all);
    }

    @Test
    void aKeyIsMadeOnceAndReadByItsOwnerAlone(@TempDir Path folder) throws IOException {
        SigningKey made = new SigningKey(folder, "");
        Path file = folder.resolve("audit-signing-key.pem");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new SigningKey(folder, "").publicKey()).isEqualTo(made.publicKey());
        assertThat(new SigningKey(folder.resolve("elsewhere"), file.toString()).publicKey())
                .isEqualTo(made.publicKey());
    }

    @Test
    void aKeyThatCannotSignIsSaidSoAtTheStart(@TempDir Path folder) throws IOException {
        Path half = folder.resolve("half.pem");
        new SigningKey(folder, "");
        String pem = Files.readString(folder.resolve("audit-signing-key.pem"));
        Files.writeString(half, pem.substring(0, pem.indexOf("-----BEGIN PUBLIC")));
        Path mixed = folder.resolve("mixed.pem");
        Files.writeString(mixed, Files.readString(half) + checkpoints.publicKey());

        assertThatThrownBy(() ->
                        new SigningKey(folder, folder.resolve("nothing.pem").toString()))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> new SigningKey(folder, half.toString())).hasMessageContaining("no public key");
        assertThatThrownBy(() -> new SigningKey(folder, mixed.toString())).hasMessageContaining("does not belong");
    }

    private SignedCheckpoint written(Anchors anchors) {
        event();
        Checkpoints here = new Checkpoints(jdbc, key, anchors, trail, clock);
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> here.writeIfMoved().orElseThrow()));
    }

    private AuditEvent event() {
        return trail.appendAlone(people.dana(), "probe", "x", Map.of());
    }

    private static final class Shelf implements Anchor {
        private final String name;
        private final List<SignedCheckpoint> kept = new ArrayList<>();
        private boolean broken;

        Shelf(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String place() {
            return "the shelf";
        }

        @Override
        public void keep(SignedCheckpoint checkpoint, String publicKey) throws IOException {
            if (broken) {
                throw new IOException("The shelf is full");
            }
            kept.add(checkpoint);
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-14T10:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
