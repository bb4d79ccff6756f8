package io.gatehouse.promotion;

import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.Promotions.Asked;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.work.AskedWork;
import io.gatehouse.work.Jobs;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests, whichever door was knocked at: the request, its job, its history and its audit event are one transaction. */
@Component
class PromotionOpening {
    private final ModelVersions versions;
    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final TrainingOrigins origins;
    private final Policies policies;
    private final Jobs jobs;
    private final Ids ids;

    PromotionOpening(
            ModelVersions versions,
            PromotionRequests requests,
            PromotionSteps steps,
            TrainingOrigins origins,
            Policies policies,
            Jobs jobs,
            Ids ids) {
        this.versions = versions;
        this.requests = requests;
        this.steps = steps;
        this.origins = origins;
        this.policies = policies;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** Opens a request, or finds the one that is open. The caller holds the lock of the model and has checked the right to ask. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asked open(Actor actor, RegisteredModel model, ModelVersion version, Use use, String note) {
        if (Objects.equals(model.champion(), version.version())) {
            return refused(
                    "ALREADY_IN_USE",
                    Sentences.say("promotion.already_in_use", "model", model.name(), "version", version.version()));
        }
        Optional<PromotionRequest> open = requests.open(model.id(), model.protectedAlias(), version.version());
        if (open.isPresent()) {
            return new Asked.Open(open.get().number(), false);
        }
        Optional<PolicyVersion> policy = policies.of(use);
        if (policy.isEmpty()) {
            return refused("NO_POLICY", Sentences.say("policy.none", "use", use.name()));
        }
        PolicyDocument document = policy.get().document();
        if (document.unavailable() != null) {
            return refused(
                    "USE_UNAVAILABLE", Sentences.say("promotion.use_unavailable", "why", document.unavailable()));
        }
        return notKept(model, version)
                .or(() -> belowFloor(model, version, document))
                .orElseGet(() -> opened(actor, model, version, document, note));
    }

    /** What anybody may change after it was judged cannot be in use. */
    private Optional<Asked> notKept(RegisteredModel model, ModelVersion version) {
        return versions.keeps(version)
                ? Optional.empty()
                : Optional.of(refused(
                        "FILES_NOT_KEPT",
                        Sentences.say(
                                "promotion.files_not_kept",
                                "model",
                                model.name(),
                                "version",
                                version.version(),
                                "source",
                                version.source())));
    }

    private Optional<Asked> belowFloor(RegisteredModel model, ModelVersion version, PolicyDocument policy) {
        double floor = policy.performance().aucFloor();
        return origins.loggedTestAuc(version)
                .filter(logged -> logged < floor)
                .map(logged -> refused(
                        "BELOW_FLOOR",
                        Sentences.say(
                                "promotion.below_floor",
                                "model",
                                model.name(),
                                "version",
                                version.version(),
                                "auc",
                                logged,
                                "floor",
                                floor)));
    }

    private Asked opened(Actor actor, RegisteredModel model, ModelVersion version, PolicyDocument policy, String note) {
        long number = requests.nextNumber();
        UUID job = enqueue(actor.person().id(), number, 1, version.version(), model.name());
        PromotionRequest request = new PromotionRequest(
                new PromotionRequest.Opening(
                        model.id(),
                        version.version(),
                        model.protectedAlias(),
                        policy.use(),
                        actor.person().id(),
                        origins.trainer(version),
                        note,
                        ApprovalsAsked.of(policy.approvals())),
                ids.next(),
                number,
                job,
                steps.now());
        requests.add(request);
        steps.tell(
                actor,
                request,
                "promotion.opened",
                Sentences.say(
                        "promotion.opened",
                        "person",
                        actor.person().displayName(),
                        "model",
                        model.name(),
                        "version",
                        version.version(),
                        "alias",
                        model.protectedAlias()),
                Map.of("use", policy.use().name(), "policy", policy.name()));
        return new Asked.Open(number, true);
    }

    /** Queues the checks of the next round. @param person who follows them */
    UUID enqueueNext(UUID person, PromotionRequests.Locked of) {
        PromotionRequest request = of.request();
        String model = of.model().map(RegisteredModel::name).orElse("–");
        return enqueue(person, request.number(), request.round() + 1, request.version(), model);
    }

    private UUID enqueue(UUID person, long number, int round, int version, String model) {
        return jobs.enqueue(
                EvaluationJob.KIND,
                Map.of("request", number, "round", round),
                new AskedWork(
                        person,
                        Sentences.say("work.checks", "number", number, "version", version, "model", model),
                        "promotions/PR-" + number));
    }

    private static Asked refused(String code, Sentence sentence) {
        return new Asked.Refused(code, sentence);
    }
}
