package io.gatehouse.auditlog;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.audit.AuditEvent;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.audit.ChainFault;
import io.gatehouse.audit.ChainVerdict;
import io.gatehouse.audit.ChainVerifier;
import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.checkpoints.Checkpoints;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.work.JobHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the whole chain as the database keeps it: each hash, the signature of each checkpoint and that the chain passes through it, that
 * the columns say what was hashed, and that it ends where its head says.
 */
@Component
class ChainCheckJob implements JobHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_A_TIME = 1_000;

    private final AuditTrail audit;
    private final Checkpoints checkpoints;
    private final ChainChecks checks;
    private final People people;
    private final JdbcClient jdbc;

    ChainCheckJob(AuditTrail audit, Checkpoints checkpoints, ChainChecks checks, People people, JdbcClient jdbc) {
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.checks = checks;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return ChainChecks.KIND;
    }

    @Override
    public void run(Map<String, Object> payload, Progress progress) {
        UUID id = UUID.fromString(String.valueOf(payload.get("check")));
        Actor house = people.system("audit-check-" + id);
        long end = jdbc.sql("select seq from audit_head where id = 1")
                .query(Long.class)
                .single();
        List<SignedCheckpoint> known = checkpoints.upTo(house, end);
        Optional<ChainFault> fault = forged(house, known);
        if (fault.isEmpty()) {
            fault = faultUpTo(end, known, progress);
        }
        Actor.Via via = Actor.Via.valueOf(String.valueOf(payload.get("via")));
        Person asked = people.byId(UUID.fromString(String.valueOf(payload.get("person"))))
                .orElse(house.person());
        checks.finish(new Actor(asked, via, house.requestId()), id, end, fault.orElse(null));
    }

    private Optional<ChainFault> forged(Actor house, List<SignedCheckpoint> known) {
        Map<String, String> keys = checkpoints.publicKeys(house);
        return known.stream()
                .filter(checkpoint -> !Pem.publicKey(keys.getOrDefault(checkpoint.keySha256(), ""))
                        .map(checkpoint::isSignedBy)
                        .orElse(false))
                .findFirst()
                .map(checkpoint -> new ChainFault(
                        ChainFault.Kind.CHANGED,
                        checkpoint.seq(),
                        say("audit.chain.forged_checkpoint", "checkpoint", checkpoint.number())));
    }

    private Optional<ChainFault> faultUpTo(long end, List<SignedCheckpoint> known, Progress progress) {
        ChainVerifier verifier = new ChainVerifier(
                false, known.stream().map(SignedCheckpoint::mark).toList());
        long seen = 0;
        while (seen < end) {
            List<AuditEvent> events = audit.after(seen, (int) Math.min(AT_A_TIME, end - seen));
            if (events.isEmpty()) {
                break;
            }
            for (AuditEvent event : events) {
                verifier.add(event);
                if (!columnsSayWhatWasHashed(event)) {
                    return Optional.of(new ChainFault(
                            ChainFault.Kind.CHANGED, event.seq(), say("audit.chain.columns", "event", event.seq())));
                }
            }
            seen = events.getLast().seq();
            progress.at((int) (seen * 100 / end), "Event " + seen + " of " + end);
        }
        ChainVerdict verdict = verifier.verdict(false);
        if (verdict.fault().isEmpty() && verdict.last() != end) {
            return Optional.of(new ChainFault(
                    ChainFault.Kind.TRUNCATED,
                    verdict.last() + 1,
                    say("audit.chain.head", "last", verdict.last(), "event", end)));
        }
        return verdict.fault();
    }

    /** What screens filter by must be what was hashed. */
    private static boolean columnsSayWhatWasHashed(AuditEvent event) {
        JsonNode hashed = JSON.readTree(event.canonical());
        return text(hashed, "action").equals(event.action())
                && text(hashed, "object").equals(event.object())
                && text(hashed, "person").equals(event.personId().toString())
                && text(hashed, "via").equals(event.via())
                && text(hashed, "at").equals(event.at().toString());
    }

    private static String text(JsonNode event, String field) {
        @Nullable JsonNode value = event.get(field);
        return value == null ? "" : Objects.requireNonNull(value.asString(""));
    }
}
