package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Judged.TrainingRecord;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument.Ingredient;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Could we make it again: is everything on record that this takes? */
final class ReproducibilityCheck implements Check {
    private static final String SCHEMA = "data_schema.json";

    @Override
    public CheckResult answer(Judged judged) {
        if (judged.record().equals(TrainingRecord.NONE)) {
            return unanswered();
        }
        Findings findings = new Findings();
        List<String> missing = new ArrayList<>();
        for (Ingredient ingredient : judged.policy().reproducibility().required()) {
            Finding finding = finding(ingredient, judged.record());
            findings.add(finding);
            if (finding.verdict() == Verdict.FAIL) {
                missing.add(ingredient.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            }
        }
        judged.origin().forEach(findings::add);
        return new CheckResult(
                CheckName.REPRODUCIBILITY,
                findings.verdict(),
                reason(findings, missing),
                null,
                sentence(judged, missing),
                findings.worstFirst(),
                List.of(),
                null,
                null);
    }

    private static String reason(Findings findings, List<String> missing) {
        if (findings.verdict() == Verdict.ERROR) {
            return findings.deciding().reasonCode();
        }
        return missing.isEmpty() ? "COMPLETE" : "INCOMPLETE";
    }

    private static Sentence sentence(Judged judged, List<String> missing) {
        Optional<Sentence> foreign = judged.origin().stream()
                .filter(finding -> finding.verdict() == Verdict.ERROR)
                .map(Finding::sentence)
                .findFirst();
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (!missing.isEmpty()) {
            return say("reproducibility.fail", "missing", String.join(", ", missing));
        }
        String undone = judged.origin().stream()
                .filter(finding -> finding.reasonCode().equals(Finding.SAID_AND_NOT_DONE))
                .map(finding -> finding.sentence().english())
                .collect(Collectors.joining(" "));
        return undone.isEmpty() ? say("reproducibility.pass") : say("reproducibility.pass.but", "but", undone);
    }

    private static CheckResult unanswered() {
        Sentence sentence = say("reproducibility.no_run");
        return new CheckResult(
                CheckName.REPRODUCIBILITY,
                Verdict.NOT_APPLICABLE,
                "NO_RUN",
                null,
                sentence,
                List.of(new Finding(Verdict.NOT_APPLICABLE, "NO_RUN", null, sentence)),
                List.of(),
                null,
                null);
    }

    /** One ingredient, there or missing; the model page shows the same. */
    static Finding finding(Ingredient ingredient, TrainingRecord record) {
        String code = "reproducibility." + ingredient.name().toLowerCase(Locale.ROOT);
        return detail(ingredient, record)
                .map(detail -> new Finding(Verdict.PASS, "ON_RECORD", null, say(code + ".present", "detail", detail)))
                .orElseGet(() -> new Finding(Verdict.FAIL, "NOT_ON_RECORD", null, say(code + ".absent")));
    }

    /** What is on record of an ingredient. */
    static Optional<String> detail(Ingredient ingredient, TrainingRecord record) {
        return switch (ingredient) {
            case MODEL_FILES -> some(record.modelFiles(), "1 file with the version", "files with the version");
            case PARAMETERS -> some(record.params().size(), "1 parameter", "parameters");
            case SEED ->
                Optional.ofNullable(TrainingRecord.first(record.params(), "random_state", "seed", "random_seed"));
            case DATA_HASH ->
                Optional.ofNullable(TrainingRecord.first(record.tags(), "data_hash"))
                        .map(hash -> hash + version(record));
            case SCHEMA -> record.artifacts().contains(SCHEMA) ? Optional.of(SCHEMA) : Optional.empty();
            case GIT_COMMIT ->
                Optional.ofNullable(TrainingRecord.first(record.tags(), "git_commit", "mlflow.source.git.commit"))
                        .filter(commit -> !commit.equals("unknown"));
            case PREPROCESSING_VERSION ->
                Optional.ofNullable(TrainingRecord.first(record.tags(), "preprocessing_version"));
        };
    }

    private static Optional<String> some(int count, String one, String several) {
        return count == 0 ? Optional.empty() : Optional.of(count == 1 ? one : count + " " + several);
    }

    private static String version(TrainingRecord record) {
        String version = TrainingRecord.first(record.tags(), "data_version");
        return version == null ? "" : " (" + version + ")";
    }
}
