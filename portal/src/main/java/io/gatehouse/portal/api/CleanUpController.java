package io.gatehouse.portal.api;

import io.gatehouse.cleanup.CleanUpPlan;
import io.gatehouse.cleanup.CleanUps;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Freeing the room of what was deleted, for administrators: first looked at, then confirmed. */
@RestController
@RequestMapping("/api/gatehouse/v1/clean-up")
class CleanUpController {
    private final CleanUps cleanUps;

    CleanUpController(CleanUps cleanUps) {
        this.cleanUps = cleanUps;
    }

    /**
     * @param kind RUN or LOGGED_MODEL
     * @param bytes of the files, whether or not others share them
     */
    record Owner(
            String kind,
            String id,
            String name,
            String experimentId,
            String experiment,
            Instant deletedAt,
            int files,
            long bytes) {
        static Owner of(CleanUpPlan.Owner owner) {
            return new Owner(
                    owner.binned().kind().name(),
                    owner.binned().id(),
                    owner.binned().name(),
                    Long.toString(owner.binned().experimentId()),
                    owner.binned().experiment(),
                    owner.binned().deletedAt(),
                    owner.files(),
                    owner.bytes());
        }
    }

    /** @param olderThan what nothing refers to goes if it is older */
    record Orphans(Instant olderThan, int files, long bytes, int brokenUploads) {}

    /**
     * @param deletedBefore of these the files go
     * @param deleted the longest deleted first
     * @param freedBytes that nothing else needs once they are gone
     * @param kept deleted runs and logged models that keep their files, since a version rests on them
     * @param token to be sent back within the hour to do just this
     */
    record Plan(
            Instant at,
            Orphans orphans,
            Instant deletedBefore,
            List<Owner> deleted,
            long freedBytes,
            int kept,
            String token) {
        static Plan of(CleanUpPlan plan) {
            return new Plan(
                    plan.at(),
                    new Orphans(
                            plan.orphansBefore(),
                            plan.orphans().blobs(),
                            plan.orphans().bytes(),
                            plan.orphans().uploads()),
                    plan.deletedBefore(),
                    plan.owners().stream().map(Owner::of).toList(),
                    plan.freed(),
                    plan.kept(),
                    plan.token());
        }
    }

    /** @param token of what was looked at */
    record Confirmation(@Nullable String token) {}

    /**
     * @param deleted runs and logged models that lost their files
     * @param files of these
     * @param storedFiles that were taken away, of these and of others that nothing referred to
     */
    record Done(int deleted, int files, int storedFiles, int brokenUploads) {}

    /** A dry run: what would go now. Nothing is taken. */
    @GetMapping
    Plan plan(Actor actor) {
        return Plan.of(cleanUps.plan(actor));
    }

    /** Does what a dry run said, and nothing else. */
    @PostMapping
    Done run(Actor actor, @RequestBody Confirmation confirmed) {
        return switch (cleanUps.run(actor, confirmed.token == null ? "" : confirmed.token)) {
            case Outcome.Done<CleanUps.Done>(CleanUps.Done done) ->
                new Done(done.owners(), done.files(), done.blobs(), done.uploads());
            case Outcome.Refused<CleanUps.Done>(Refusal refusal) -> throw refused(refusal);
        };
    }

    private static ApiRefusal refused(Refusal refusal) {
        boolean changed = refusal.kind() == Refusal.Kind.TAKEN;
        return new ApiRefusal(
                changed ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
                changed ? "CHANGED_SINCE" : "INVALID_TOKEN",
                "token",
                refusal.sentence().english(),
                "GET /api/gatehouse/v1/clean-up says what would go now, with a new token.");
    }
}
