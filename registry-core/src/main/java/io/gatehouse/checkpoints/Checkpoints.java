package io.gatehouse.checkpoints;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs what the chain is, and writes down which anchors have to get it. */
@Component
public class Checkpoints {
    private final JdbcClient jdbc;
    private final SigningKey key;
    private final Anchors anchors;
    private final AuditTrail audit;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, SigningKey key, Anchors anchors, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.anchors = anchors;
        this.audit = audit;
        this.clock = clock;
    }

    private record Head(long seq, String hash) {}

    /** By schedule: empty if nothing was appended since the last one. */
    @Transactional
    public Optional<SignedCheckpoint> writeIfMoved() {
        Head head = head();
        Optional<SignedCheckpoint> last = last();
        if (head.seq == 0 || last.filter(before -> before.seq() == head.seq).isPresent()) {
            last.ifPresent(before -> anchors.expect(before.number(), clock.instant()));
            return Optional.empty();
        }
        return Optional.of(write(head, next(last)));
    }

    /** On demand; that somebody asked for it is the last event that it covers. */
    @Transactional
    public SignedCheckpoint write(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        // The lock first, so that nobody else takes the number.
        head();
        long number = next(last());
        audit.append(actor, "checkpoint.asked", "checkpoint/" + number, Map.of());
        return write(head(), number);
    }

    /** All, newest first, at most as many. */
    @Transactional(readOnly = true)
    public List<SignedCheckpoint> newest(Actor actor, int limit) {
        Permissions.require(actor, Action.READ_AUDIT);
        return read("order by number desc limit " + limit);
    }

    /** Those of events up to one, the oldest first. */
    @Transactional(readOnly = true)
    public List<SignedCheckpoint> upTo(Actor actor, long seq) {
        Permissions.require(actor, Action.READ_AUDIT);
        return read("where seq <= " + seq + " order by number");
    }

    /** The key that checkpoints are verified with, as PEM. */
    public String publicKey() {
        return Pem.of(key.publicKey());
    }

    /** Public keys as PEM of all checkpoints there are, by their SHA-256. */
    @Transactional(readOnly = true)
    public Map<String, String> publicKeys(Actor actor) {
        Permissions.require(actor, Action.READ_AUDIT);
        return jdbc.sql("select sha256, public_key from audit_key").query(rows -> {
            Map<String, String> keys = new java.util.HashMap<>();
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getString(2));
            }
            return keys;
        });
    }

    private SignedCheckpoint write(Head head, long number) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignedCheckpoint checkpoint = key.sign(number, head.seq, head.hash, now);
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        if (jdbc.sql("select count(*) from audit_key where sha256 = ?")
                        .param(checkpoint.keySha256())
                        .query(Integer.class)
                        .single()
                == 0) {
            jdbc.sql("insert into audit_key (sha256, public_key, created_at) values (?, ?, ?)")
                    .params(checkpoint.keySha256(), publicKey(), at)
                    .update();
        }
        jdbc.sql("insert into audit_checkpoint (number, seq, hash, at, key_sha256, document) values (?, ?, ?, ?, ?, ?)")
                .params(number, head.seq, head.hash, at, checkpoint.keySha256(), checkpoint.text())
                .update();
        anchors.expect(number, now);
        return checkpoint;
    }

    private Head head() {
        return jdbc.sql("select seq, hash from audit_head where id = 1 for update")
                .query(Head.class)
                .single();
    }

    private Optional<SignedCheckpoint> last() {
        return read("order by number desc limit 1").stream().findFirst();
    }

    private static long next(Optional<SignedCheckpoint> last) {
        return last.map(SignedCheckpoint::number).orElse(0L) + 1;
    }

    private List<SignedCheckpoint> read(String which) {
        return jdbc
                .sql("select document from audit_checkpoint " + which)
                .query((row, index) -> row.getString(1))
                .list()
                .stream()
                .map(text -> SignedCheckpoint.read(text).orElseThrow())
                .toList();
    }
}
