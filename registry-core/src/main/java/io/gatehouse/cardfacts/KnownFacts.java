package io.gatehouse.cardfacts;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.cardfacts.FilledCard.Fact;
import io.gatehouse.checks.Judged.TrainingRecord;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.ids.Digests;
import io.gatehouse.modelcard.CardSection;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Words;
import io.gatehouse.sentences.Written;
import io.gatehouse.tracking.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what is on record of a version into the names and values of a card. */
final class KnownFacts {
    private static final List<String> DATA = List.of(
            "data_hash",
            "data_version",
            "train_rows",
            "val_rows",
            "test_rows",
            "feature_count",
            "target_rate_train",
            "target_rate_test",
            "preprocessing_version");
    private static final List<String> ALGORITHM = List.of("model_family", "estimator_name", "estimator_class");
    private static final List<String> SEEDS = List.of("random_state", "seed", "random_seed");
    private static final List<String> COMMITS = List.of("git_commit", "mlflow.source.git.commit");

    private final List<Fact> facts = new ArrayList<>();

    /**
     * What there is to tell of.
     *
     * @param files digests of the model's files by path; absent for readers who may not see files
     * @param description of the model by its own file; absent if there is none, or none that can be read
     * @param run absent if the version names none that is known here
     * @param record what the run had logged when the version was judged, else what it has logged
     * @param policy that the evaluation was judged by
     */
    record Known(
            ModelVersion version,
            CardRecords.Makers makers,
            List<CardRecords.Tenure> tenures,
            @Nullable Map<String, String> files,
            Optional<ModelDescription> description,
            @Nullable RunInfo run,
            @Nullable TrainingRecord record,
            @Nullable Evaluation evaluation,
            Optional<PolicyDocument> policy) {}

    static List<Fact> of(Known known) {
        KnownFacts told = new KnownFacts();
        told.identity(known);
        TrainingRecord record = known.record;
        if (record != null) {
            told.method(record);
            told.data(record);
        }
        known.description.ifPresent(told::description);
        Evaluation evaluation = known.evaluation;
        if (evaluation != null) {
            told.evaluated(evaluation, known.policy);
        }
        told.oversight(known.tenures);
        return List.copyOf(told.facts);
    }

    private void identity(Known known) {
        ModelVersion version = known.version;
        fact(CardSection.DETAILS, "version", version.model() + " " + version.version());
        fact(CardSection.DETAILS, "registered", Written.day(version.createdAt()) + ", " + known.makers.registrar());
        RunInfo run = known.run;
        if (run != null) {
            String trainer = known.makers.trainer();
            fact(
                    CardSection.DETAILS,
                    "trained",
                    Written.day(Instant.ofEpochMilli(run.startMs())) + (trainer == null ? "" : ", " + trainer));
            fact(CardSection.DETAILS, "run", run.name() + " (" + run.id() + ")");
        }
        Map<String, String> files = known.files;
        if (files != null && !files.isEmpty()) {
            fact(
                    CardSection.DETAILS,
                    "files",
                    say("card.fact.files", files.size(), Digests.sha256(CanonicalJson.write(new TreeMap<>(files)))));
        }
    }

    private static String say(String code, int count, String digest) {
        return Sentences.say(code, "count", count, "digest", digest).english();
    }

    private void method(TrainingRecord record) {
        first(record.tags(), ALGORITHM).ifPresent(name -> fact(CardSection.DETAILS, "algorithm", name));
        if (!record.params().isEmpty()) {
            fact(
                    CardSection.DETAILS,
                    "parameters",
                    new TreeMap<>(record.params())
                            .entrySet().stream()
                                    .map(entry -> entry.getKey() + " = " + entry.getValue())
                                    .collect(Collectors.joining("; ")));
        }
        first(record.params(), SEEDS).ifPresent(seed -> fact(CardSection.DETAILS, "seed", seed));
        first(record.tags(), COMMITS).ifPresent(commit -> fact(CardSection.DETAILS, "commit", commit));
    }

    private void description(ModelDescription model) {
        if (!model.flavors().isEmpty()) {
            fact(CardSection.DETAILS, "format", String.join(", ", model.flavors()));
        }
        if (!model.environment().isEmpty()) {
            fact(CardSection.DETAILS, "environment", String.join(", ", model.environment()));
        }
    }

    private void data(TrainingRecord record) {
        DATA.stream()
                .filter(record.tags()::containsKey)
                .forEach(tag -> facts.add(new Fact(
                        CardSection.TRAINING_DATA,
                        Words.figure(tag),
                        String.valueOf(record.tags().get(tag)))));
        new TreeMap<>(record.datasets())
                .forEach((name, digest) -> fact(CardSection.TRAINING_DATA, "dataset", name + " (" + digest + ")"));
    }

    private void evaluated(Evaluation evaluation, Optional<PolicyDocument> policy) {
        Evaluation.Evidence evidence = evaluation.evidence();
        fact(
                CardSection.EVALUATION_DATA,
                "evaluation",
                "EV-" + evaluation.number() + ", " + Written.day(evaluation.at()));
        fact(CardSection.EVALUATION_DATA, "evidence", evidence.path() + " (" + evidence.sha256() + ")");
        fact(
                CardSection.EVALUATION_DATA,
                "rows",
                Sentences.say("card.fact.rows", "rows", evidence.rows(), "test", evidence.testRows())
                        .english());
        if (!evidence.snapshotAt().isEmpty()) {
            fact(CardSection.EVALUATION_DATA, "snapshot", Written.told(evidence.snapshotAt()));
        }
        fact(
                CardSection.METRICS,
                "policy",
                evaluation.policy().name() + " v" + evaluation.policy().version() + ": "
                        + Words.of(evaluation.policy().use()));
        policy.ifPresent(document -> fact(CardSection.METRICS, "threshold", Written.share(document.actingThreshold())));
        evaluation
                .checks()
                .forEach(check -> facts.add(new Fact(
                        CardSection.ANALYSES,
                        Words.of(check.check()),
                        Words.of(check.verdict()) + ". " + check.sentence().english())));
    }

    private void oversight(List<CardRecords.Tenure> tenures) {
        for (CardRecords.Tenure tenure : tenures) {
            String from = Written.day(tenure.from());
            Instant to = tenure.to();
            String time = to == null
                    ? Sentences.say("card.fact.since", "from", from).english()
                    : Sentences.say("card.fact.until", "from", from, "to", Written.day(to))
                            .english();
            fact(CardSection.OVERSIGHT, "tenure", time);
            if (tenure.request() != null && tenure.approvers() != null) {
                fact(CardSection.OVERSIGHT, "approved", tenure.approvers() + " (PR-" + tenure.request() + ")");
            }
        }
    }

    private void fact(CardSection section, String name, String value) {
        facts.add(new Fact(section, Words.figure("card." + name), value));
    }

    private static Optional<String> first(Map<String, String> entries, List<String> keys) {
        return keys.stream()
                .map(entries::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
