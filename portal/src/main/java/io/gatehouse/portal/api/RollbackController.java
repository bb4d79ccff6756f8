package io.gatehouse.portal.api;

import io.gatehouse.house.Outcome.Done;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.rollback.Rollback;
import io.gatehouse.rollback.Rollbacks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Break-glass for programs: back to the last champion, and what was found afterwards. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class RollbackController {
    private final Rollbacks rollbacks;
    private final RegisteredModels models;
    private final Clock clock;

    RollbackController(Rollbacks rollbacks, RegisteredModels models, Clock clock) {
        this.rollbacks = rollbacks;
        this.models = models;
        this.clock = clock;
    }

    /**
     * @param reason why, for whoever looks into it
     * @param version in use that is taken back; absent, whichever is in use
     */
    record Wanted(@Nullable String reason, @Nullable Integer version) {}

    /** @param finding what somebody else found */
    record Finding(@Nullable String finding) {}

    /**
     * @param id such as {@code RB-3}
     * @param request that had brought the version that was taken back, such as {@code PR-42}
     * @param overdue whether nobody looked into it in time
     */
    record RollbackBody(
            String id,
            String model,
            String alias,
            int from,
            int to,
            @Nullable String request,
            String by,
            String reason,
            Instant at,
            Instant dueAt,
            boolean overdue,
            @Nullable String followedUpBy,
            @Nullable Instant followedUpAt,
            @Nullable String finding) {

        static RollbackBody of(Rollback rollback, Instant now) {
            return new RollbackBody(
                    "RB-" + rollback.number(),
                    rollback.model(),
                    rollback.alias(),
                    rollback.from(),
                    rollback.to(),
                    rollback.request() == null ? null : "PR-" + rollback.request(),
                    rollback.by(),
                    rollback.reason(),
                    rollback.at(),
                    rollback.dueAt(),
                    rollback.overdue(now),
                    rollback.followedUpBy(),
                    rollback.followedUpAt(),
                    rollback.finding());
        }
    }

    /** @param rollbacks newest first for a model; for all, those that nobody looked into yet, the longest waiting first */
    record RollbacksBody(List<RollbackBody> rollbacks) {}

    /** Only the protected alias has a way back; any other is set freely. */
    @PostMapping("/models/{name}/aliases/{alias}/rollback")
    RollbackBody rollBack(
            Actor actor, @PathVariable String name, @PathVariable String alias, @RequestBody Wanted wanted) {
        RegisteredModel model =
                models.find(actor, name) instanceof Done<RegisteredModel>(RegisteredModel found) ? found : null;
        if (model == null) {
            throw ProblemCode.refusal("UNKNOWN_MODEL", "There is no registered model " + name + ".");
        }
        if (!model.protects(alias)) {
            throw ProblemCode.refusal(
                    "NOT_PROTECTED",
                    "Alias " + alias + " of " + name + " is not protected: set it through the client.");
        }
        Integer champion = wanted.version != null ? wanted.version : model.champion();
        if (champion == null) {
            throw ProblemCode.refusal("NO_EARLIER_CHAMPION", "No version of " + name + " is in use.");
        }
        return done(rollbacks.rollBack(actor, name, champion, wanted.reason == null ? "" : wanted.reason));
    }

    @GetMapping("/models/{name}/rollbacks")
    RollbacksBody of(Actor actor, @PathVariable String name) {
        return body(rollbacks.of(actor, name));
    }

    @GetMapping("/rollbacks")
    RollbacksBody open(Actor actor) {
        return body(rollbacks.open(actor));
    }

    @GetMapping("/rollbacks/{id}")
    RollbackBody one(Actor actor, @PathVariable String id) {
        return rollbacks
                .find(actor, RequestFields.number("RB", "rollback", id))
                .map(found -> RollbackBody.of(found, clock.instant()))
                .orElseThrow(() -> ProblemCode.refusal("UNKNOWN_ROLLBACK", "There is no rollback " + id + "."));
    }

    @PostMapping("/rollbacks/{id}/follow-up")
    RollbackBody followUp(Actor actor, @PathVariable String id, @RequestBody Finding finding) {
        return done(rollbacks.followUp(
                actor, RequestFields.number("RB", "rollback", id), finding.finding == null ? "" : finding.finding));
    }

    private RollbackBody done(Rollbacks.Outcome outcome) {
        return switch (outcome) {
            case Rollbacks.Outcome.Done done -> RollbackBody.of(done.rollback(), clock.instant());
            case Rollbacks.Outcome.Refused refused ->
                throw ProblemCode.refusal(refused.code(), refused.sentence().english());
        };
    }

    private RollbacksBody body(List<Rollback> found) {
        Instant now = clock.instant();
        return new RollbacksBody(
                found.stream().map(each -> RollbackBody.of(each, now)).toList());
    }
}
