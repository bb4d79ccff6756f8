package io.gatehouse.cardfacts;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.checks.Case;
import io.gatehouse.checks.Judged.TrainingRecord;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.EvaluationSets;
import io.gatehouse.evaluation.TrainingRecords;
import io.gatehouse.modelcard.CardAnswers;
import io.gatehouse.modelcard.CardField;
import io.gatehouse.modelcard.ModelCards;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Policies;
import io.gatehouse.policy.PolicyVersion;
import io.gatehouse.policy.Use;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads whole cards. Every reader needs the right to read the registry; what else a card shows depends on what else they may read. */
@Component
public class FilledCards {
    /** Of a description that is looked into; those that clients write have a few kilobytes. */
    private static final int LARGEST_DESCRIPTION = 64 * 1024;

    private final ModelCards cards;
    private final ModelVersions versions;
    private final Runs runs;
    private final ArtifactStore artifacts;
    private final EvaluationSets evaluations;
    private final Policies policies;
    private final CardRecords records;

    FilledCards(
            ModelCards cards,
            ModelVersions versions,
            Runs runs,
            ArtifactStore artifacts,
            EvaluationSets evaluations,
            Policies policies,
            CardRecords records) {
        this.cards = cards;
        this.versions = versions;
        this.runs = runs;
        this.artifacts = artifacts;
        this.evaluations = evaluations;
        this.policies = policies;
        this.records = records;
    }

    /** The card as it stands. Empty if there is no such version. */
    @Transactional(readOnly = true)
    public Optional<FilledCard> of(Actor actor, String model, int version) {
        return cards.find(actor, model, version).map(answers -> filled(actor, answers, null));
    }

    /** The card as it stood at a moment, with the figures and the policy of one evaluation. Empty if there is no such version. */
    @Transactional(readOnly = true)
    public Optional<FilledCard> at(Actor actor, String model, int version, Instant moment, Evaluation evaluation) {
        return cards.at(actor, model, version, moment).map(answers -> filled(actor, answers, evaluation));
    }

    private FilledCard filled(Actor actor, CardAnswers answers, @Nullable Evaluation given) {
        ModelVersion version =
                versions.find(actor, answers.model(), answers.version()).orThrow();
        Evaluation evaluation = given != null ? given : newest(actor, version);
        List<CardRecords.Tenure> tenures = records.tenures(version.id());
        return new FilledCard(
                answers,
                given == null ? requiredBy() : requiredBy(given),
                KnownFacts.of(known(actor, version, evaluation, tenures)),
                evaluation,
                standing(tenures),
                cards.revisions(actor, answers.model(), answers.version()).stream()
                        .filter(revision -> revision.number() <= answers.revision())
                        .toList());
    }

    private @Nullable Evaluation newest(Actor actor, ModelVersion version) {
        EvaluationSets.VersionKey key = new EvaluationSets.VersionKey(version.modelId(), version.version());
        List<Evaluation> judged = evaluations.newest(actor, List.of(key)).getOrDefault(key, List.of());
        return judged.isEmpty() ? null : judged.getFirst();
    }

    private Map<CardField, List<String>> requiredBy(Evaluation judged) {
        return policies.of(judged.policy()).map(PolicyVersion::document).stream()
                .flatMap(policy -> policy.cardFields().stream())
                .collect(Collectors.toMap(
                        field -> field, field -> List.of(judged.policy().name())));
    }

    private Map<CardField, List<String>> requiredBy() {
        Map<CardField, List<String>> required = new EnumMap<>(CardField.class);
        for (Use use : Use.values()) {
            policies.of(use)
                    .map(PolicyVersion::document)
                    .filter(policy -> policy.unavailable() == null)
                    .ifPresent(policy -> policy.cardFields()
                            .forEach(field -> required.computeIfAbsent(field, none -> new ArrayList<>())
                                    .add(policy.name())));
        }
        return required;
    }

    private KnownFacts.Known known(
            Actor actor, ModelVersion version, @Nullable Evaluation evaluation, List<CardRecords.Tenure> tenures) {
        Run run = run(actor, version);
        List<Artifact> files = files(actor, version);
        return new KnownFacts.Known(
                version,
                records.makers(version.id()),
                tenures,
                digests(version, files),
                description(version, files),
                run == null ? null : run.info(),
                record(actor, evaluation, run),
                evaluation,
                Optional.ofNullable(evaluation)
                        .flatMap(judged -> policies.of(judged.policy()))
                        .map(PolicyVersion::document));
    }

    private @Nullable Run run(Actor actor, ModelVersion version) {
        String id = version.runId();
        return id == null
                ? null
                : runs.behindVersions(actor, List.of(id)).stream().findFirst().orElse(null);
    }

    /** As it was when it was judged, since params and tags may be logged later too. */
    private @Nullable TrainingRecord record(Actor actor, @Nullable Evaluation evaluation, @Nullable Run run) {
        Optional<TrainingRecord> judged = Optional.ofNullable(evaluation)
                .flatMap(of -> evaluations.judged(actor, of.id()))
                .map(Case::record);
        return judged.orElseGet(() -> run == null ? null : TrainingRecords.of(run));
    }

    private List<Artifact> files(Actor actor, ModelVersion version) {
        return Permissions.check(actor, Action.READ_TRACKING).granted()
                ? version.folder()
                        .map(folder -> artifacts.filesBelow(actor, folder))
                        .orElse(List.of())
                : List.of();
    }

    private static Map<String, String> digests(ModelVersion version, List<Artifact> files) {
        Map<String, String> digests = new TreeMap<>();
        version.folder().ifPresent(folder -> files.forEach(file -> digests.put(below(file, folder), file.sha256())));
        return digests;
    }

    private Optional<ModelDescription> description(ModelVersion version, List<Artifact> files) {
        return version.folder()
                .flatMap(folder -> files.stream()
                        .filter(file -> below(file, folder).equals("MLmodel") && file.size() <= LARGEST_DESCRIPTION)
                        .findFirst()
                        .map(this::text)
                        .flatMap(ModelDescription::read));
    }

    private static String below(Artifact file, ArtifactPath folder) {
        return file.path().below(folder);
    }

    private String text(Artifact file) {
        try (InputStream bytes = artifacts.open(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file.path() + " cannot be read", failure);
        }
    }

    private static Sentence standing(List<CardRecords.Tenure> tenures) {
        if (tenures.isEmpty()) {
            return say("card.standing.never");
        }
        CardRecords.Tenure last = tenures.getLast();
        Instant to = last.to();
        String from = Written.day(last.from());
        return to == null
                ? say("card.standing.now", "from", from)
                : say("card.standing.before", "from", from, "to", Written.day(to));
    }
}
