package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.promotion.Promotions.Outcome;
import io.gatehouse.registry.Aliases;
import io.gatehouse.registry.PromotionExecution;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an approved version champion: the alias, the tenures, the fate of the other requests and the audit events are one transaction. */
@Component
class PromotionExecutor {
    private final Aliases aliases;
    private final PromotionRequests requests;
    private final PromotionSteps steps;
    private final GivenApprovals approvals;

    PromotionExecutor(Aliases aliases, PromotionRequests requests, PromotionSteps steps, GivenApprovals approvals) {
        this.approvals = approvals;
        this.aliases = aliases;
        this.requests = requests;
        this.steps = steps;
    }

    /** Executes an approved request; the caller holds the lock of its model. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome execute(Actor actor, PromotionRequest request, RegisteredModel model) {
        PromotionExecution.Result result = aliases.moveProtected(
                new PromotionExecution(request.id(), request.modelId(), request.version(), request.comparedWith()));
        return switch (result) {
            case PromotionExecution.Result.Moved moved -> moved(actor, request, model);
            case PromotionExecution.Result.HolderChanged changed ->
                overtaken(actor, request, Sentences.say("promotion.outdated.champion"));
            case PromotionExecution.Result.VersionGone gone ->
                overtaken(actor, request, Sentences.say(EvaluationProblem.VERSION_GONE));
            case PromotionExecution.Result.OriginGone(String what) ->
                overtaken(actor, request, Sentences.say("promotion.origin_deleted", "what", what));
        };
    }

    private Outcome moved(Actor actor, PromotionRequest request, RegisteredModel model) {
        request.executed(steps.now());
        Sentence sentence = inWords(actor, request, model);
        for (PromotionRequest other : requests.openBeside(request)) {
            other.outdated(steps.now());
            steps.tell(
                    actor,
                    other,
                    "promotion.outdated",
                    Sentences.say(
                            "promotion.outdated.sibling",
                            "request",
                            "PR-" + request.number(),
                            "version",
                            request.version()),
                    Map.of("by", request.number()));
        }
        Map<String, Object> details = new HashMap<>();
        details.put("digest", String.valueOf(request.digest()));
        details.put("evaluation", String.valueOf(request.evaluationId()));
        if (request.comparedWith() != null) {
            details.put("from", request.comparedWith());
        }
        details.put("to", request.version());
        steps.tell(actor, request, "promotion.executed", sentence, details);
        steps.aliasMoved(actor, request, model, details);
        return new Outcome.Done(request.state(), sentence);
    }

    private Sentence inWords(Actor actor, PromotionRequest request, RegisteredModel model) {
        boolean scheduled = actor.via() == Actor.Via.SYSTEM;
        return Sentences.say(
                scheduled ? "promotion.executed.scheduled" : "promotion.executed",
                Map.of(
                        scheduled ? "people" : "person",
                        scheduled ? approvals.names(request) : actor.person().displayName(),
                        "model",
                        model.name(),
                        "version",
                        request.version(),
                        "alias",
                        model.protectedAlias()));
    }

    private Outcome overtaken(Actor actor, PromotionRequest request, Sentence sentence) {
        request.outdated(steps.now());
        steps.tell(actor, request, "promotion.outdated", sentence, Map.of());
        return new Outcome.Done(request.state(), sentence);
    }
}
