package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Judge;
import io.gatehouse.checks.Judged;
import io.gatehouse.checks.Ruling;
import io.gatehouse.checks.TestSetUse;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.evidence.EvidenceShelf;
import io.gatehouse.house.Outcome;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.policy.ValueBook;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the checks of a policy on a version and keeps what they said. Reading the evidence happens outside any transaction. */
@Component
public class Evaluations {
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Runs runs;
    private final ArtifactStore artifacts;
    private final EvidenceShelf shelf;
    private final EvidenceReducer reducer;
    private final ModelOrigin origin;
    private final Policies policies;
    private final ValueBook assumptions;
    private final EvaluationStore store;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Evaluations(
            RegisteredModels models,
            ModelVersions versions,
            Runs runs,
            ArtifactStore artifacts,
            EvidenceShelf shelf,
            EvidenceReducer reducer,
            ModelOrigin origin,
            Policies policies,
            ValueBook assumptions,
            EvaluationStore store,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            TransactionTemplate transaction) {
        this.models = models;
        this.versions = versions;
        this.runs = runs;
        this.artifacts = artifacts;
        this.shelf = shelf;
        this.reducer = reducer;
        this.origin = origin;
        this.policies = policies;
        this.assumptions = assumptions;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
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
        Subject subject = subject(actor, model, version);
        PolicyVersion policy = policies.of(use).orElseThrow();
        ValueAssumptions counting = assumptions.of(subject.model.id()).orElseThrow();
        Run run = subject.run;
        if (run == null) {
            return new Result.Impossible("NO_RUN", say("evidence.run.absent", "model", model, "version", version));
        }
        Evidence evidence = shelf.find(actor, subject.version, run.info());
        if (evidence instanceof Evidence.Absent(String code, Sentence sentence)) {
            return new Result.Impossible(code, sentence);
        }
        Evidence.Found found = (Evidence.Found) evidence;
        return switch (reducer.reduce(
                artifacts.localFile(found.table()),
                found.description(),
                policy.document().actingThreshold())) {
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                new Result.Impossible(
                        refusal.code().name(),
                        say(
                                found.descriptionFile().isPresent() ? "evidence.refused" : "evidence.refused.bare",
                                "path",
                                found.table().path().value(),
                                "reason",
                                refusal.sentence()));
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> {
                Ruling ruling = Judge.rule(
                        subject.with(
                                policy.document(),
                                counting,
                                record(actor, subject, run),
                                origin.findings(subject.version.folder(), files(actor, subject), found, run),
                                uses(subject, statistics),
                                found.descriptionSha256()),
                        found.description(),
                        statistics);
                yield new Result.Stored(store(actor, subject, policy, found, statistics, ruling));
            }
        };
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

    /** What the digest of an evaluation of this version would be now; empty if there is no evidence any more. */
    public Optional<String> digestNow(Actor actor, String model, int version, Use use) {
        Subject subject = subject(actor, model, version);
        Run run = subject.run;
        if (run == null || !(shelf.find(actor, subject.version, run.info()) instanceof Evidence.Found found)) {
            return Optional.empty();
        }
        return Optional.of(digest(
                actor,
                subject,
                policies.of(use).orElseThrow(),
                assumptions.of(subject.model.id()).orElseThrow(),
                found));
    }

    private record Subject(
            RegisteredModel model,
            ModelVersion version,
            @Nullable Run run,
            @Nullable Integer champion) {

        Case with(
                PolicyDocument policy,
                ValueAssumptions assumptions,
                Judged.TrainingRecord record,
                List<Finding> origin,
                @Nullable TestSetUse testSet,
                String descriptionSha256) {
            return new Case(
                    model.name(),
                    version.version(),
                    model.protectedAlias(),
                    champion,
                    policy,
                    assumptions,
                    record,
                    origin,
                    testSet,
                    descriptionSha256);
        }
    }

    private Subject subject(Actor actor, String model, int version) {
        RegisteredModel registered = known(models.find(actor, model));
        ModelVersion found = known(versions.find(actor, model, version));
        Run run = found.runId() == null ? null : runs.get(actor, found.runId());
        Integer champion = registered.champion();
        // A champion that is judged again has nobody to be compared with but nobody.
        return new Subject(registered, found, run, Objects.equals(champion, version) ? null : champion);
    }

    private static <T> T known(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(io.gatehouse.house.Refusal refusal) ->
                throw new IllegalArgumentException(refusal.sentence().english());
        };
    }

    private @Nullable TestSetUse uses(Subject subject, EvidenceStatistics statistics) {
        String testSet = statistics.testSet();
        return testSet == null ? null : store.uses(testSet, subject.model.id(), subject.version.version());
    }

    private Judged.TrainingRecord record(Actor actor, Subject subject, Run run) {
        return TrainingRecords.of(run, artifacts, actor, files(actor, subject).size());
    }

    private List<Artifact> files(Actor actor, Subject subject) {
        return subject.version
                .folder()
                .map(folder -> artifacts.filesBelow(actor, folder))
                .orElse(List.of());
    }

    private String digest(
            Actor actor, Subject subject, PolicyVersion policy, ValueAssumptions counting, Evidence.Found found) {
        Integer champion = subject.champion;
        String championEvidence = champion == null
                ? null
                : store.latest(subject.model.id(), champion)
                        .map(evaluation -> evaluation.evidence().sha256())
                        .orElse(null);
        return Digest.of(
                subject.version.folder(),
                files(actor, subject),
                found,
                policy.ref(),
                counting.version(),
                champion,
                championEvidence);
    }

    private Evaluation store(
            Actor actor,
            Subject subject,
            PolicyVersion policy,
            Evidence.Found found,
            EvidenceStatistics statistics,
            Ruling ruling) {
        ValueAssumptions counting = ruling.of().assumptions();
        String digest = digest(actor, subject, policy, counting, found);
        String rulingSha256 = ruling.sha256();
        return Objects.requireNonNull(transaction.execute(status -> {
            Evaluation evaluation = new Evaluation(
                    ids.next(),
                    store.nextNumber(),
                    subject.model.name(),
                    subject.version.version(),
                    policy.ref(),
                    counting.version(),
                    new Evaluation.Evidence(
                            found.table().path().value(),
                            statistics.sha256(),
                            statistics.rows(),
                            statistics.test().rows(),
                            Optional.ofNullable(found.description().snapshotAt())
                                    .map(Object::toString)
                                    .orElse("")),
                    subject.champion,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    actor.person().displayName(),
                    digest,
                    rulingSha256,
                    ruling.checks(),
                    ruling.wayOut().orElse(null));
            shelf.keep(actor, found);
            store.add(evaluation, subject.model.id(), actor.person().id(), ruling.of(), statistics.testSet());
            audit.append(
                    actor,
                    "evaluation.stored",
                    "model/" + subject.model.id() + "/version/" + evaluation.version(),
                    Map.of(
                            "evaluation", evaluation.id().toString(),
                            "policy", policy.ref().sha256(),
                            "evidence", statistics.sha256(),
                            "description", found.descriptionSha256(),
                            "features", found.features().map(Artifact::sha256).orElse(""),
                            "digest", digest,
                            "ruling", rulingSha256,
                            "verdicts",
                                    ruling.checks().stream()
                                            .map(result -> result.check() + " " + result.verdict())
                                            .toList()));
            return evaluation;
        }));
    }
}
