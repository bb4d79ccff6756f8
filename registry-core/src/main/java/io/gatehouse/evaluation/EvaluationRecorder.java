package io.gatehouse.evaluation;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.checks.Ruling;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.ids.Ids;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Actor;
import io.gatehouse.scoring.EvidenceStatistics;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores evaluations whole: the figures, the evidence that they rest on and the audit event, in one transaction. */
@Component
class EvaluationRecorder {
    /** What the audit log calls it. */
    static final String STORED = "evaluation.stored";

    private final EvaluationStore store;
    private final EvidenceShelf shelf;
    private final ModelCards cards;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EvaluationRecorder(
            EvaluationStore store,
            EvidenceShelf shelf,
            ModelCards cards,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.shelf = shelf;
        this.cards = cards;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How often the test set was judged so far; absent if it cannot be known again. */
    @Nullable
    TestSetUse uses(Matter matter, EvidenceStatistics statistics) {
        String testSet = statistics.testSet();
        return testSet == null
                ? null
                : store.uses(
                        testSet,
                        matter.subject().model().id(),
                        matter.subject().version().version());
    }

    /** What votes on an evaluation of this matter would be bound to. */
    Digest digest(Matter matter) {
        Subject subject = matter.subject();
        Integer champion = subject.champion();
        String championEvidence = champion == null
                ? null
                : store.latest(subject.model().id(), champion)
                        .map(evaluation -> evaluation.evidence().sha256())
                        .orElse(null);
        return Digest.of(
                subject.version().folder(),
                subject.files(),
                matter.evidence(),
                matter.policy().ref(),
                matter.assumptions().version(),
                champion,
                championEvidence,
                card(matter));
    }

    /** Absent where the policy asks for no model card: what is said there then decides nothing. */
    private @Nullable String card(Matter matter) {
        Subject subject = matter.subject();
        return matter.policy().document().cardFields().isEmpty()
                ? null
                : cards.sha256(subject.model().id(), subject.version().version());
    }

    /**
     * Empty, and nothing stored, if others judged on the same test set since the case was put together: then it says a count of earlier
     * looks that is no longer true.
     */
    Optional<Evaluation> record(Actor actor, Matter matter, EvidenceStatistics statistics, Ruling ruling) {
        Digest digest = digest(matter);
        String rulingSha256 = ruling.sha256();
        return Optional.ofNullable(transaction.execute(status -> {
            if (outdated(matter, statistics, ruling)) {
                return null;
            }
            Evaluation evaluation = evaluation(actor, matter, statistics, ruling, digest.sha256(), rulingSha256);
            shelf.keep(actor, matter.evidence());
            store.add(
                    evaluation,
                    matter.subject().model().id(),
                    actor.person().id(),
                    new EvaluationStore.Filed(ruling.of(), statistics.testSet(), digest, matter.evidence()));
            audit.append(
                    actor,
                    STORED,
                    "model/" + matter.subject().model().id() + "/version/" + evaluation.version(),
                    told(evaluation, matter));
            return evaluation;
        }));
    }

    private boolean outdated(Matter matter, EvidenceStatistics statistics, Ruling ruling) {
        String testSet = statistics.testSet();
        if (testSet == null) {
            return false;
        }
        store.lock(testSet);
        return !Objects.equals(uses(matter, statistics), ruling.of().testSet());
    }

    private Evaluation evaluation(
            Actor actor,
            Matter matter,
            EvidenceStatistics statistics,
            Ruling ruling,
            String digest,
            String rulingSha256) {
        return new Evaluation(
                ids.next(),
                store.nextNumber(),
                matter.subject().model().name(),
                matter.subject().version().version(),
                matter.policy().ref(),
                matter.assumptions().version(),
                new Evaluation.Evidence(
                        matter.evidence().table().path().value(),
                        statistics.sha256(),
                        statistics.rows(),
                        statistics.test().rows(),
                        Optional.ofNullable(matter.evidence().description().snapshotAt())
                                .map(Object::toString)
                                .orElse("")),
                matter.subject().champion(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.person().displayName(),
                digest,
                rulingSha256,
                ruling.checks(),
                ruling.wayOut().orElse(null),
                LoggedMetric.of(ruling.of().record(), statistics));
    }

    private static Map<String, Object> told(Evaluation evaluation, Matter matter) {
        return Map.of(
                "evaluation",
                evaluation.id().toString(),
                "policy",
                evaluation.policy().sha256(),
                "evidence",
                evaluation.evidence().sha256(),
                "description",
                matter.evidence().descriptionSha256(),
                "features",
                matter.evidence().features().map(Artifact::sha256).orElse(""),
                "digest",
                evaluation.digest(),
                "ruling",
                evaluation.rulingSha256(),
                "verdicts",
                evaluation.checks().stream()
                        .map(result -> result.check() + " " + result.verdict())
                        .toList());
    }
}
