package io.gatehouse.cleanup;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.artifacts.ArtifactSweep;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Digests;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Frees the room of what was deleted long ago. Somebody looks first and confirms what they saw; between the two nothing else may have been
 * deleted or brought back. Each owner's files go in a transaction of their own, so that a crash leaves whole owners, and bytes for the next
 * sweep. What a version rests on is never touched.
 */
@Component
public class CleanUps {
    private static final Duration VALID = Duration.ofHours(1);
    private static final int OWNERS_AT_ONCE = 200;
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15})-([0-9a-f]{64})");

    private final Bin bin;
    private final ArtifactStore artifacts;
    private final ArtifactSweep sweep;
    private final StoreReader facts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration grace;
    private final Duration retention;

    CleanUps(
            Bin bin,
            ArtifactStore artifacts,
            ArtifactSweep sweep,
            StoreReader facts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gatehouse.artifacts.sweep-grace:PT24H}") Duration grace,
            @Value("${gatehouse.artifacts.retention:P30D}") Duration retention) {
        this.bin = bin;
        this.artifacts = artifacts;
        this.sweep = sweep;
        this.facts = facts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.grace = grace;
        this.retention = retention;
        if (retention.isNegative() || retention.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalStateException("gatehouse.artifacts.retention is " + retention
                    + ", and who deletes by mistake needs time to notice. Set it to P1D or more.");
        }
    }

    /**
     * @param owners that lost their files @param files of these @param blobs that were taken away, of these and of earlier ones
     * @param uploads that were left in quarantine
     */
    public record Done(int owners, int files, int blobs, int uploads) {}

    /** What would go now. Looks through the whole store, which takes its time. */
    public CleanUpPlan plan(Actor actor) {
        Permissions.require(actor, Action.CLEAN_UP);
        Instant now = clock.instant();
        return plan(now, now);
    }

    /** How long everything that is deleted keeps its files at least; no secret to whoever deletes it. */
    public Duration retention() {
        return retention;
    }

    /** What the store holds, and when something was last taken from it. */
    public StoreFacts store(Actor actor) {
        Permissions.require(actor, Action.CLEAN_UP);
        return facts.now(grace, retention);
    }

    private CleanUpPlan plan(Instant at) {
        return plan(at, at.minus(retention));
    }

    /** @param until what was deleted since is not looked at, not even to say why it stays */
    private CleanUpPlan plan(Instant at, Instant until) {
        Instant deletedBefore = at.minus(retention);
        List<CleanUpPlan.Owner> owners = new ArrayList<>();
        List<CleanUpPlan.Stay> stays = new ArrayList<>();
        Map<String, Long> mine = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        List<Binned> deleted = bin.deletedBefore(until);
        // What versions rest on is only asked where something is in the bin.
        Bin.Needs needs = deleted.isEmpty() ? Bin.Needs.NONE : bin.needs();
        for (int from = 0; from < deleted.size(); from += OWNERS_AT_ONCE) {
            List<Binned> some = deleted.subList(from, Math.min(from + OWNERS_AT_ONCE, deleted.size()));
            Map<ArtifactPath, List<Artifact>> inventories = artifacts.inventories(
                    some.stream().map(Binned::folder).distinct().toList());
            for (Binned one : some) {
                List<Artifact> files = inventories.getOrDefault(one.folder(), List.of());
                if (files.isEmpty()) {
                    continue;
                }
                long bytes = files.stream().mapToLong(Artifact::size).sum();
                Optional<CleanUpPlan.Why> why = one.deletedAt().isBefore(deletedBefore)
                        ? Bin.needed(one, files, needs)
                        : Optional.of(CleanUpPlan.Why.RECENT);
                if (why.isPresent()) {
                    stays.add(new CleanUpPlan.Stay(one, files.size(), bytes, why.get()));
                    continue;
                }
                files.forEach(file -> mine.merge(file.sha256(), 1L, Long::sum));
                files.forEach(file -> sizes.put(file.sha256(), file.size()));
                owners.add(new CleanUpPlan.Owner(one, files.size(), bytes));
            }
        }
        long freed = artifacts.paths(mine.keySet()).entrySet().stream()
                .filter(blob -> blob.getValue().equals(mine.get(blob.getKey())))
                .mapToLong(blob -> Objects.requireNonNull(sizes.get(blob.getKey())))
                .sum();
        int kept = (int) stays.stream()
                .filter(stay -> stay.why() != CleanUpPlan.Why.RECENT)
                .count();
        Instant orphansBefore = at.minus(grace);
        return new CleanUpPlan(
                at,
                orphansBefore,
                deletedBefore,
                sweep.survey(orphansBefore),
                owners,
                freed,
                kept,
                stays,
                token(at, owners));
    }

    private static String token(Instant at, List<CleanUpPlan.Owner> owners) {
        StringBuilder seen = new StringBuilder();
        owners.forEach(owner -> seen.append(owner.binned().object())
                .append(' ')
                .append(owner.binned().deletedAt())
                .append(' ')
                .append(owner.files())
                .append(' ')
                .append(owner.bytes())
                .append('\n'));
        return at.toEpochMilli() + "-" + Digests.sha256(at.toEpochMilli() + "\n" + seen);
    }

    /**
     * Does what a plan said.
     *
     * @param token of the plan
     * @return INVALID if it is no token or too old, TAKEN if by now something else would go
     */
    public Outcome<Done> run(Actor actor, String token) {
        Permissions.require(actor, Action.CLEAN_UP);
        Optional<Instant> seenAt = seenAt(token);
        if (seenAt.isEmpty()) {
            return Outcome.refused(Refusal.invalid("cleanup.token"));
        }
        CleanUpPlan plan = plan(seenAt.get());
        return plan.token().equals(token)
                ? Outcome.done(execute(actor, plan, true))
                : Outcome.refused(Refusal.taken("cleanup.changed"));
    }

    private Optional<Instant> seenAt(String token) {
        Matcher parts = TOKEN.matcher(token);
        Instant now = clock.instant();
        return parts.matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(parts.group(1))))
                        .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(VALID)))
                : Optional.empty();
    }

    /**
     * The clean-up that nobody has to ask for. Nothing is put on record where nothing was taken.
     *
     * @param ofDeletedRuns whether deleted runs and logged models lose their files too, or only bytes go that nothing refers to
     */
    public Done scheduled(Actor house, boolean ofDeletedRuns) {
        if (ofDeletedRuns) {
            return execute(house, plan(clock.instant()), false);
        }
        ArtifactSweep.Swept swept = sweep.sweep(grace);
        return recorded(house, new Done(0, 0, swept.blobs(), swept.uploads()), false);
    }

    private Done execute(Actor actor, CleanUpPlan plan, boolean asked) {
        int owners = 0;
        int files = 0;
        for (CleanUpPlan.Owner owner : plan.owners()) {
            int gone = Objects.requireNonNull(
                    transaction.execute(status -> discard(actor, owner.binned(), plan.deletedBefore())));
            owners += gone > 0 ? 1 : 0;
            files += gone;
        }
        ArtifactSweep.Swept swept = sweep.sweep(plan.orphansBefore());
        return recorded(actor, new Done(owners, files, swept.blobs(), swept.uploads()), asked);
    }

    /** Asked again under its lock: whoever brought it back, or registered it, meanwhile keeps everything. */
    private int discard(Actor actor, Binned one, Instant deletedBefore) {
        if (!bin.stillDeleted(one, deletedBefore) || bin.needed(one)) {
            return 0;
        }
        if (artifacts.discard(one.folder()) instanceof Outcome.Done<Integer>(Integer gone) && gone > 0) {
            audit.append(
                    actor,
                    "artifacts.discarded",
                    one.object(),
                    Map.of("files", gone, "deleted_at", one.deletedAt().toString()));
            return gone;
        }
        return 0;
    }

    private Done recorded(Actor actor, Done done, boolean asked) {
        if (asked || done.files + done.blobs + done.uploads > 0) {
            audit.appendAlone(
                    actor,
                    "artifacts.swept",
                    "artifacts",
                    Map.of("owners", done.owners, "files", done.files, "blobs", done.blobs, "uploads", done.uploads));
        }
        return done;
    }
}
