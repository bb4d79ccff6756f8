package io.gatehouse.outcomes;

import io.gatehouse.checks.Case;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.EvaluationSets.VersionKey;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.scoring.EvidenceDescription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the evidence of a version calls leaving, and how long after a snapshot it waits for it. */
@Component
class EvidenceWords {
    private final EvaluationSets evaluations;
    private final EvidenceShelf shelf;

    EvidenceWords(EvaluationSets evaluations, EvidenceShelf shelf) {
        this.evaluations = evaluations;
        this.shelf = shelf;
    }

    /** The newest evaluation of a version, for whatever use. */
    Optional<Evaluation> evaluation(Actor actor, UUID model, int version) {
        return evaluations
                .newest(actor, List.of(new VersionKey(model, version)))
                .getOrDefault(new VersionKey(model, version), List.of())
                .stream()
                .findFirst();
    }

    /** The description of the evidence that an evaluation judged, as it was kept then. */
    Optional<EvidenceDescription> description(Actor actor, Evaluation evaluation) {
        Actor house = new Actor(actor.person(), Actor.Via.SYSTEM, actor.requestId());
        return judged(house, evaluation)
                .flatMap(judged -> shelf.kept(house, evaluation.evidence().sha256(), judged.descriptionSha256()))
                .map(Evidence.Found::description);
    }

    /** The score from which its policy has somebody acted on. */
    Optional<Double> actingThreshold(Actor actor, Evaluation evaluation) {
        return judged(actor, evaluation).map(judged -> judged.policy().actingThreshold());
    }

    private Optional<Case> judged(Actor actor, Evaluation evaluation) {
        return evaluations.judged(actor, evaluation.id());
    }

    /** The word that the evidence of the version in use has for leaving, if it names one. */
    Optional<String> positiveLabel(Actor actor, RegisteredModel model) {
        return Optional.ofNullable(model.champion())
                .flatMap(champion -> evaluation(actor, model.id(), champion))
                .flatMap(evaluation -> description(actor, evaluation))
                .flatMap(description -> Optional.ofNullable(description.positiveLabel()));
    }
}
