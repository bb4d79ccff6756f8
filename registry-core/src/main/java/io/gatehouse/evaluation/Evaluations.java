package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Judge;
import io.gatehouse.checks.Judged;
import io.gatehouse.checks.Ruling;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunInfo;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs the checks of a policy on a version and keeps what they said. Reading the evidence happens outside any transaction. */
@Component
public class Evaluations {
    private final Subjects subjects;
    private final Runs runs;
    private final ArtifactStore artifacts;
    private final EvidenceShelf shelf;
    private final EvidenceReducer reducer;
    private final ModelOrigin origin;
    private final Policies policies;
    private final ValueBook assumptions;
    private final EvaluationStore store;
    private final EvaluationRecorder recorder;

    Evaluations(
            Subjects subjects,
            Runs runs,
            ArtifactStore artifacts,
            EvidenceShelf shelf,
            EvidenceReducer reducer,
            ModelOrigin origin,
            Policies policies,
            ValueBook assumptions,
            EvaluationStore store,
            EvaluationRecorder recorder) {
        this.subjects = subjects;
        this.runs = runs;
        this.artifacts = artifacts;
        this.shelf = shelf;
        this.reducer = reducer;
        this.origin = origin;
        this.policies = policies;
        this.assumptions = assumptions;
        this.store = store;
        this.recorder = recorder;
    }

    /** What became of evaluating. */
    public sealed interface Result {
        record Stored(Evaluation evaluation) implements Result {}

        /**
         * There is nothing to judge by.
         *
         * @param code stable, such as {@code NO_EVIDENCE} or {@code COLUMN_MISSING}
         * @param sentence what is wrong and what to log
         */
        record Impossible(String code, Sentence sentence) implements Result {}
    }

    /**
     * Judges a version by the newest policy of a use, and stores the evaluation whole.
     *
     * @throws IllegalArgumentException if there is no such version
     */
    public Result evaluate(Actor actor, String model, int version, Use use) {
        Permissions.require(actor, Action.READ_PROMOTION);
        Subject subject = subjects.find(actor, model, version)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no version " + version + " of " + model + "."));
        RunInfo run = subject.run();
        if (run == null) {
            return new Result.Impossible("NO_RUN", say("evidence.run.absent", "model", model, "version", version));
        }
        return switch (shelf.find(actor, subject.version(), run)) {
            case Evidence.Absent(String code, Sentence sentence) -> new Result.Impossible(code, sentence);
            case Evidence.Found found -> evaluate(actor, matter(subject, use, found), runs.get(actor, run.id()));
        };
    }

    private Matter matter(Subject subject, Use use, Evidence.Found found) {
        return new Matter(
                subject,
                policies.of(use).orElseThrow(),
                assumptions.of(subject.model().id()).orElseThrow(),
                found);
    }

    private Result evaluate(Actor actor, Matter matter, Run run) {
        Evidence.Found found = matter.evidence();
        return switch (reducer.reduce(
                artifacts.localFile(found.table()),
                found.description(),
                matter.policy().document().actingThreshold())) {
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new Result.Impossible(
                        refusal.code().name(),
                        say(
                                found.descriptionFile().isPresent() ? "evidence.refused" : "evidence.refused.bare",
                                "path",
                                found.table().path().value(),
                                "reason",
                                refusal.sentence()));
            case ReductionResult.Reduced(EvidenceStatistics statistics) ->
                new Result.Stored(judged(actor, matter, run, statistics));
        };
    }

    /** Where somebody else judged on the same test set meanwhile, it is judged again: each ruling says how many came before it. */
    private Evaluation judged(Actor actor, Matter matter, Run run, EvidenceStatistics statistics) {
        Subject subject = matter.subject();
        Judged.TrainingRecord record =
                TrainingRecords.of(run, artifacts, actor, subject.files().size());
        List<Finding> found = origin.findings(subject.version().folder(), subject.files(), matter.evidence(), run);
        Optional<Evaluation> stored;
        do {
            Case of = matter.with(record, found, recorder.uses(matter, statistics));
            Ruling ruling = Judge.rule(of, matter.evidence().description(), statistics);
            stored = recorder.record(actor, matter, statistics, ruling);
        } while (stored.isEmpty());
        return stored.get();
    }

    /** The evaluation by its id. */
    @Transactional(readOnly = true)
    public Optional<Evaluation> find(Actor actor, UUID id) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.find(id);
    }

    /** All evaluations of a version, the newest first. */
    @Transactional(readOnly = true)
    public List<Evaluation> of(Actor actor, UUID modelId, int version) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.all(modelId, version);
    }

    /** The newest evaluation of a version. */
    @Transactional(readOnly = true)
    public Optional<Evaluation> latest(Actor actor, UUID modelId, int version) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.latest(modelId, version);
    }

    /**
     * Of the customers that a version was tested on last, the share that it would have contacted, 0..1; empty where it was never
     * evaluated, or at another threshold. It is no secret of the review: every risk list says it.
     */
    @Transactional(readOnly = true)
    public OptionalDouble contactedWhenTested(UUID modelId, int version, double threshold) {
        return store.latest(modelId, version)
                .flatMap(Evaluation::value)
                .filter(value -> value.threshold() == threshold && value.customers() > 0)
                .map(value -> OptionalDouble.of((double) value.contacted() / value.customers()))
                .orElseGet(OptionalDouble::empty);
    }

    /**
     * What an evaluation rests on and is otherwise by now; empty if nothing is, so that votes on it hold.
     *
     * @param model by the name that it has now
     */
    @Transactional(readOnly = true)
    public List<Change> changesSince(Actor actor, String model, Evaluation evaluation) {
        return now(actor, model, evaluation.version(), evaluation.policy().use())
                .map(now -> store.grounds(evaluation).changesTo(now))
                .orElseGet(() -> List.of(Change.evidenceGone()));
    }

    /** What is otherwise in an evaluation than in an earlier one of the version, by its digest; empty if there was none such. */
    @Transactional(readOnly = true)
    public List<Change> changesBetween(Actor actor, UUID modelId, String earlierDigest, Evaluation evaluation) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return store.byDigest(modelId, evaluation.version(), earlierDigest)
                .map(earlier -> store.grounds(earlier).changesTo(store.grounds(evaluation)))
                .orElse(List.of());
    }

    private Optional<Grounds> now(Actor actor, String model, int version, Use use) {
        return subjects.find(actor, model, version)
                .flatMap(subject -> matter(actor, subject, use))
                .map(matter -> Grounds.of(matter, recorder.digest(matter)));
    }

    private Optional<Matter> matter(Actor actor, Subject subject, Use use) {
        RunInfo run = subject.run();
        return run != null && shelf.find(actor, subject.version(), run) instanceof Evidence.Found found
                ? Optional.of(matter(subject, use, found))
                : Optional.empty();
    }
}
