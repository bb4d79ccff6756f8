package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.Judge;
import io.gatehouse.checks.Ruling;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.sentences.Sentence;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges again what an evaluation judged, from the case and the evidence that were kept, and tells whether it comes out the same. */
@Component
public class Recomputations {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EvaluationStore store;
    private final EvidenceShelf shelf;
    private final ArtifactStore artifacts;
    private final EvidenceReducer reducer;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Recomputations(
            EvaluationStore store,
            EvidenceShelf shelf,
            ArtifactStore artifacts,
            EvidenceReducer reducer,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.store = store;
        this.shelf = shelf;
        this.artifacts = artifacts;
        this.reducer = reducer;
        this.audit = audit;
    }

    /** What came of judging again. */
    public sealed interface Result {
        /** The ruling has the digest that the audit log told of when it was stored, and every figure that is kept of it is the same, whatever words a later release has for it. */
        record Same(String rulingSha256) implements Result {}

        /** It does not: the record, the evidence or the program is not what it was. The sentence names the first figure that differs. */
        record Different(String storedSha256, String foundSha256, Sentence sentence) implements Result {}

        /** It cannot be judged again. */
        record Impossible(Sentence sentence) implements Result {}
    }

    /**
     * All that judging again takes.
     *
     * @param of the case as it was judged
     * @param table the prediction table, kept by its digest
     * @param description evidence.json; absent for a bare table
     */
    public record Pack(Evaluation evaluation, String of, Artifact table, Optional<Artifact> description) {}

    /** Whether there is a case to judge again, which evaluations of early releases lack. The case itself is not read. */
    public boolean caseKept(Actor actor, UUID id) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.hasCase(id);
    }

    /** Empty if there is no such evaluation, or its evidence was not kept. */
    public Optional<Pack> pack(Actor actor, UUID id) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.find(id)
                .flatMap(evaluation -> store.judgedCase(id)
                        .flatMap(of -> kept(actor, evaluation, CaseFile.read(of))
                                .map(found -> new Pack(evaluation, of, found.table(), found.descriptionFile()))));
    }

    /** Puts on record that somebody takes a pack away: its prediction table has a row for each customer. */
    public void recordTaken(Actor actor, Pack pack) {
        Permissions.require(actor, Action.READ_PROMOTION);
        audit.appendAlone(
                actor,
                "evaluation.pack_taken",
                "evaluation/" + pack.evaluation().id(),
                Map.of("evidence", pack.evaluation().evidence().sha256()));
    }

    /** Empty if there is no such evaluation. The outcome is written to the audit log. */
    public Optional<Result> judgeAgain(Actor actor, UUID id) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.find(id).map(evaluation -> {
            Result result = judgeAgain(actor, evaluation);
            transaction.executeWithoutResult(status -> audit.append(
                    actor,
                    "evaluation.recomputed",
                    "evaluation/" + id,
                    Map.of("ruling", evaluation.rulingSha256(), "outcome", outcome(result))));
            return result;
        });
    }

    private static String outcome(Result result) {
        return switch (result) {
            case Result.Same same -> "same";
            case Result.Different different -> "different";
            case Result.Impossible impossible -> "impossible";
        };
    }

    private Result judgeAgain(Actor actor, Evaluation evaluation) {
        return store.judgedCase(evaluation.id())
                .map(CaseFile::read)
                .flatMap(of -> kept(actor, evaluation, of).map(found -> judgeAgain(evaluation, of, found)))
                .orElseGet(() -> new Result.Impossible(say("evaluation.recompute.gone")));
    }

    private Optional<Evidence.Found> kept(Actor actor, Evaluation evaluation, Case of) {
        return shelf.kept(actor, evaluation.evidence().sha256(), of.descriptionSha256());
    }

    private Result judgeAgain(Evaluation evaluation, Case of, Evidence.Found found) {
        return switch (reducer.reduce(
                artifacts.localFile(found.table()),
                found.description(),
                of.policy().actingThreshold())) {
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new Result.Impossible(say("evaluation.recompute.refused", "reason", refusal.sentence()));
            case ReductionResult.Reduced reduced -> {
                Ruling ruling = Judge.rule(of, found.description(), reduced.statistics());
                String stored = evaluation.rulingSha256();
                // What is stored beside the words cannot vouch for them: whoever changes both changes neither in the
                // chain.
                String told = toldByTheLog(evaluation).orElse(stored);
                Optional<Sentence> figure = FirstDifference.between(evaluation.checks(), ruling);
                // In the words of then, which the digest covers: a later release may say the same thing better.
                String again = ruling.sha256InWordsOf(evaluation.checks());
                yield figure.isEmpty() && again.equals(told) && stored.equals(told)
                        ? new Result.Same(told)
                        : new Result.Different(
                                told,
                                again,
                                figure.orElseGet(() -> say("evaluation.recompute.different", "stored", told)));
            }
        };
    }

    /** Digest of the ruling as the audit log told of it; evaluations of early releases were not told of. */
    private Optional<String> toldByTheLog(Evaluation evaluation) {
        return audit.naming(evaluation.id(), EvaluationRecorder.STORED).stream()
                .map(event -> JSON.readTree(event.canonical()).path("details").path("ruling"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }
}
