package io.gatehouse.portal.api;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.evaluation.Recomputations;
import io.gatehouse.house.Outcome;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Use;
import io.gatehouse.portal.packs.EvidencePacks;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.sentences.Sentence;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs the checks without asking for a promotion, and tells what they said. */
@RestController
@RequestMapping("/api/gatehouse/v1")
class EvaluationController {
    private final Evaluations evaluations;
    private final ModelVersions versions;
    private final Policies policies;
    private final Recomputations recomputations;
    private final EvidencePacks packs;

    EvaluationController(
            Evaluations evaluations,
            ModelVersions versions,
            Policies policies,
            Recomputations recomputations,
            EvidencePacks packs) {
        this.recomputations = recomputations;
        this.packs = packs;
        this.evaluations = evaluations;
        this.versions = versions;
        this.policies = policies;
    }

    /** @param use {@code HUMAN_REVIEWED} if absent, or that of the policy if one is named */
    record Order(@Nullable String policy, @Nullable String use) {}

    record Judged(List<EvaluationBody> evaluations) {}

    @PostMapping("/models/{name}/versions/{version}/evaluations")
    ResponseEntity<EvaluationBody> evaluate(
            Actor actor,
            @PathVariable String name,
            @PathVariable int version,
            @RequestBody(required = false) @Nullable Order order) {
        Permissions.require(actor, Action.REQUEST_PROMOTION);
        ModelVersion found = version(actor, name, version);
        return switch (evaluations.evaluate(actor, found.model(), version, use(actor, order))) {
            case Evaluations.Result.Stored(Evaluation evaluation) ->
                ResponseEntity.created(URI.create("/api/gatehouse/v1/evaluations/" + evaluation.id()))
                        .body(EvaluationBody.of(evaluation));
            case Evaluations.Result.Impossible(String code, Sentence sentence) ->
                throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, code, "", sentence.english(), "");
        };
    }

    @GetMapping("/models/{name}/versions/{version}/evaluations")
    Judged of(Actor actor, @PathVariable String name, @PathVariable int version) {
        ModelVersion found = version(actor, name, version);
        return new Judged(evaluations.of(actor, found.modelId(), version).stream()
                .map(EvaluationBody::of)
                .toList());
    }

    @GetMapping("/evaluations/{id}")
    EvaluationBody one(Actor actor, @PathVariable UUID id) {
        return evaluations
                .find(actor, id)
                .map(EvaluationBody::of)
                .orElseThrow(() -> ApiRefusal.unknown("There is no evaluation " + id + "."));
    }

    /** @param outcome SAME, DIFFERENT or IMPOSSIBLE @param found digest of the ruling that came out @param sentence what to do */
    record Recomputed(
            String outcome,
            @Nullable String stored,
            @Nullable String found,
            String sentence) {
        static Recomputed of(Recomputations.Result result) {
            return switch (result) {
                case Recomputations.Result.Same(String sha256) ->
                    new Recomputed("SAME", sha256, sha256, "Judged again, it comes out the same to the byte.");
                case Recomputations.Result.Different(String stored, String found, Sentence sentence) ->
                    new Recomputed("DIFFERENT", stored, found, sentence.english());
                case Recomputations.Result.Impossible(Sentence sentence) ->
                    new Recomputed("IMPOSSIBLE", null, null, sentence.english());
            };
        }
    }

    /** Judges again from the case and the evidence that were kept. */
    @PostMapping("/evaluations/{id}/recompute")
    Recomputed recompute(Actor actor, @PathVariable UUID id) {
        return recomputations
                .judgeAgain(actor, id)
                .map(Recomputed::of)
                .orElseThrow(() -> ApiRefusal.unknown("There is no evaluation " + id + "."));
    }

    /** All that judging again elsewhere takes: case, evidence and its description, as a zip file. */
    @GetMapping(path = "/evaluations/{id}/pack.zip", produces = EvidencePacks.TYPE)
    ResponseEntity<InputStreamResource> pack(Actor actor, @PathVariable UUID id) throws IOException {
        return FileAnswers.of(packs.download(actor, id)
                .orElseThrow(
                        () -> ApiRefusal.unknown("There is no evaluation " + id + ", or its evidence was not kept.")));
    }

    private Use use(Actor actor, @Nullable Order order) {
        String policy = order == null ? null : order.policy;
        String use = order == null ? null : order.use;
        if (policy == null) {
            return RequestFields.oneOf(Use.class, "use", RequestFields.optional(use, Use.HUMAN_REVIEWED.name()));
        }
        PolicyVersion named = policies.newest(actor, policy)
                .orElseThrow(() -> new UnfitFieldException("policy", "There is no policy named '" + policy + "'."));
        Use its = named.ref().use();
        if (use != null && RequestFields.oneOf(Use.class, "use", use) != its) {
            throw new UnfitFieldException("use", "The policy " + policy + " is for " + its + " alone. Leave use out.");
        }
        return its;
    }

    private ModelVersion version(Actor actor, String name, int version) {
        return switch (versions.find(actor, RequestFields.plain("name", name), version)) {
            case Outcome.Done<ModelVersion>(ModelVersion found) -> found;
            case Outcome.Refused<ModelVersion> unknown ->
                throw ApiRefusal.unknown("Model " + name + " has no version " + version + ".");
        };
    }
}
