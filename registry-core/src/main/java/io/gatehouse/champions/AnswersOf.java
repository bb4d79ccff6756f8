package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.champions.ProductionAnswers.Ingredient;
import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.Judged.TrainingRecord;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.house.HouseDays;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the three answers of what is known of the champion of a moment. */
final class AnswersOf {
    /** Tags that say which data a run was made of, in the order in which they are read. */
    private static final List<String> DATA = List.of(
            "data_hash",
            "data_version",
            "feature_count",
            "train_rows",
            "val_rows",
            "test_rows",
            "target_rate_train",
            "target_rate_val",
            "target_rate_test",
            "split_random_state",
            "split_test_size",
            "split_val_size");

    /** Settings that people ask for first, with their plain names; others follow in the table. */
    private static final List<Map.Entry<String, String>> ASKED_FIRST =
            List.of(Map.entry("learning_rate", "learning rate"), Map.entry("max_depth", "depth"));

    private AnswersOf() {}

    /** A run and what it had logged when its version was judged. */
    record Origin(String id, String name, TrainingRecord record) {}

    /** Nobody was champion at that moment. */
    static ProductionAnswers nobody(String model, Instant at) {
        return new ProductionAnswers(
                model,
                at,
                null,
                null,
                null,
                say("answers.nobody", "day", Written.day(HouseDays.of(at))),
                List.of(),
                List.of(),
                List.of(),
                say("answers.nobody.against"),
                null,
                say("answers.nobody.again"),
                List.of());
    }

    /**
     * @param champion of the moment
     * @param run of its version; absent if it names none, or one that is not known
     * @param earlier champion three months before; absent if none was or it was the same
     * @param hadNone whether there was no champion then
     */
    static ProductionAnswers champion(
            String model,
            Instant at,
            TenureFacts champion,
            @Nullable Origin run,
            @Nullable TenureFacts earlier,
            boolean hadNone) {
        List<Ingredient> ingredients = champion.judged()
                .flatMap(each -> each.check(CheckName.REPRODUCIBILITY))
                .map(AnswersOf::ingredients)
                .orElse(List.of());
        return new ProductionAnswers(
                model,
                at,
                champion.version(),
                run == null ? null : run.id(),
                run == null ? null : run.name(),
                which(champion, run),
                run == null ? List.of() : parameters(champion, run.record().params()),
                run == null ? List.of() : data(run.record()),
                metrics(
                        champion.promoted(),
                        run == null ? Map.of() : run.record().metrics()),
                against(champion, earlier, hadNone),
                earlier == null ? null : earlier.version(),
                again(champion, ingredients),
                ingredients);
    }

    private static Sentence which(TenureFacts champion, @Nullable Origin run) {
        if (run == null) {
            return say("answers.which.no_run", "version", champion.version());
        }
        Map<String, String> params = run.record().params();
        List<String> first = ASKED_FIRST.stream()
                .filter(asked -> params.containsKey(asked.getKey()))
                .map(asked -> asked.getValue() + " " + params.get(asked.getKey()))
                .toList();
        List<String> named = first.isEmpty()
                ? named(params).stream()
                        .limit(3)
                        .map(param -> param.name() + " " + param.value())
                        .toList()
                : first;
        String settings = named.isEmpty() ? "no logged parameters" : Written.list(named);
        Map<String, String> tags = run.record().tags();
        String data = tags.getOrDefault("data_version", tags.getOrDefault("data_hash", "data that it did not name"));
        Optional<Long> found = champion.judged()
                .flatMap(Evaluation::found)
                .map(Figure::estimate)
                .map(share -> Math.round(100 * Objects.requireNonNull(share)));
        return found.isPresent()
                ? say(
                        "answers.which",
                        "version",
                        champion.version(),
                        "run",
                        run.name(),
                        "settings",
                        settings,
                        "data",
                        data,
                        "found",
                        found.get())
                : say(
                        "answers.which.not_judged",
                        "version",
                        champion.version(),
                        "run",
                        run.name(),
                        "settings",
                        settings,
                        "data",
                        data);
    }

    /** What was logged is a claim, which the file of the model can contradict. */
    private static List<NamedValue> parameters(TenureFacts champion, Map<String, String> logged) {
        Map<String, String> made = new HashMap<>();
        champion.judged().flatMap(each -> each.check(CheckName.REPRODUCIBILITY)).stream()
                .flatMap(check -> check.findings().stream())
                .filter(finding -> finding.reasonCode().equals(Finding.SAID_AND_NOT_DONE))
                .map(Finding::sentence)
                .forEach(sentence -> made.put(
                        String.valueOf(sentence.parameters().get("name")),
                        String.valueOf(sentence.parameters().get("done"))));
        return named(logged).stream()
                .map(each -> new NamedValue(each.name(), each.value(), made.get(each.name())))
                .toList();
    }

    private static List<NamedValue> named(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> new NamedValue(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static List<NamedValue> data(TrainingRecord record) {
        Map<String, String> tags = record.tags();
        Stream<NamedValue> told = DATA.stream()
                .filter(tags::containsKey)
                .map(name -> new NamedValue(name, Objects.requireNonNull(tags.get(name))));
        Stream<NamedValue> datasets = named(record.datasets()).stream()
                .map(dataset -> new NamedValue("dataset " + dataset.name(), dataset.value()));
        return Stream.concat(told, datasets).toList();
    }

    /** Only figures that mean the same are paired: a recall that was logged with one at the same threshold. */
    private static List<MetricPair> metrics(@Nullable Evaluation evaluation, Map<String, Double> logged) {
        Map<String, Double> recomputed = new TreeMap<>();
        Optional.ofNullable(evaluation).flatMap(Evaluation::performance).ifPresent(figures -> {
            put(recomputed, "test_auc", figures.testAuc());
            put(recomputed, "val_auc", figures.validationAuc());
            recomputed.put("test_brier", figures.brier());
        });
        Optional.ofNullable(evaluation).map(Evaluation::logged).orElse(List.of()).stream()
                .filter(metric -> Double.isFinite(metric.recomputed()))
                .forEach(metric -> recomputed.put(metric.name(), metric.recomputed()));
        TreeSet<String> names = new TreeSet<>(recomputed.keySet());
        names.addAll(logged.keySet());
        return names.stream()
                .map(name -> new MetricPair(name, logged.get(name), recomputed.get(name)))
                .toList();
    }

    private static void put(Map<String, Double> figures, String name, @Nullable Figure figure) {
        if (figure != null && figure.estimate() != null) {
            figures.put(name, figure.estimate());
        }
    }

    private static Sentence against(TenureFacts champion, @Nullable TenureFacts earlier, boolean hadNone) {
        if (earlier != null) {
            return AgainstEarlier.sentence(
                    champion.version(), champion.promoted(), earlier.version(), earlier.promoted());
        }
        return hadNone
                ? say("answers.against.none", "version", champion.version())
                : say(
                        "answers.against.same",
                        "version",
                        champion.version(),
                        "since",
                        Written.day(HouseDays.of(champion.from())));
    }

    private static Sentence again(TenureFacts champion, List<Ingredient> ingredients) {
        List<String> missing = ingredients.stream()
                .filter(ingredient -> !ingredient.present())
                .map(Ingredient::name)
                .toList();
        if (ingredients.isEmpty()) {
            return say("answers.again.unknown", "version", champion.version());
        }
        return missing.isEmpty()
                ? say("answers.again.yes", "count", ingredients.size())
                : say("answers.again.no", "missing", Written.list(missing));
    }

    private static List<Ingredient> ingredients(CheckResult check) {
        // Beside the ingredients the check tells where the scores come from, which is not what making it again takes.
        return check.findings().stream()
                .filter(finding -> finding.reasonCode().endsWith("ON_RECORD"))
                .map(AnswersOf::ingredient)
                .toList();
    }

    /** The findings of the check read “Random seed: 42.”; the part before the colon is the name. */
    private static Ingredient ingredient(Finding finding) {
        String english = finding.sentence().english();
        int colon = english.indexOf(':');
        String name = colon < 0 ? english : english.substring(0, colon);
        String detail = colon < 0 ? "" : english.substring(colon + 1).strip();
        Object value = finding.sentence().parameters().get("detail");
        return new Ingredient(name, finding.verdict() == Verdict.PASS, value == null ? detail : value.toString());
    }
}
