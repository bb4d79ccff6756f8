package io.gatehouse.promotion;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What would change the outcome of an evaluation, in plain words: another threshold, what a group would need, what a month lacks. */
public final class WayOutWords {
    private WayOutWords() {}

    /**
     * The most telling first. For a version that passes, how far its threshold could be moved.
     *
     * @return empty where nothing can be told, as for evaluations of before other thresholds were tried
     */
    public static List<Sentence> of(Evaluation evaluation) {
        List<Sentence> sentences = new ArrayList<>();
        threshold(evaluation).ifPresent(sentences::add);
        sentences.addAll(Shortfalls.of(evaluation));
        List<String> fixed = evaluation.checks().stream()
                .filter(check -> check.check() == CheckName.REPRODUCIBILITY && unmet(check.verdict()))
                .map(check -> check.check().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
        if (!fixed.isEmpty()) {
            sentences.add(say("promotion.way_out.beside", "checks", listed(fixed)));
        }
        return List.copyOf(sentences);
    }

    private static Optional<Sentence> threshold(Evaluation evaluation) {
        SafeBand band = evaluation.wayOut();
        if (band == null) {
            return ownValuesByWeight(evaluation) ? Optional.of(say("promotion.way_out.own_values")) : Optional.empty();
        }
        return Optional.of(band.actingRun()
                .map(run -> passing(band, run))
                .or(() -> band.nearestPassing().map(point -> at(band, point)))
                .orElseGet(() -> nowhere(band)));
    }

    private static boolean ownValuesByWeight(Evaluation evaluation) {
        return evaluation.checks().stream().anyMatch(check -> {
            MonthFigures month = check.month();
            ValueFigures value = check.value();
            return month != null
                    && month.ownValues()
                    && value != null
                    && value.netPerCustomer().effectiveN() != null;
        });
    }

    private static Sentence passing(SafeBand band, SafeBand.Run run) {
        return say(
                "promotion.way_out.passing",
                "from",
                run.from(),
                "to",
                run.to(),
                "acting",
                band.acting(),
                "now",
                about(band.actingPoint().listLength()));
    }

    private static Sentence at(SafeBand band, SafeBand.Point point) {
        return say(
                "promotion.way_out.at",
                "threshold",
                point.percent(),
                "acting",
                band.acting(),
                "list",
                about(point.listLength()),
                "now",
                about(band.actingPoint().listLength()));
    }

    private static Sentence nowhere(SafeBand band) {
        Map<String, Predicate<SafeBand.Verdicts>> checks = new LinkedHashMap<>();
        checks.put("performance", verdicts -> unmet(verdicts.performance()));
        checks.put("fairness", verdicts -> unmet(verdicts.fairness()));
        checks.put("value", verdicts -> unmet(verdicts.value()));
        List<String> everywhere =
                named(checks, unmet -> band.points().stream().allMatch(point -> unmet.test(point.verdicts())));
        if (everywhere.isEmpty()) {
            List<String> somewhere =
                    named(checks, unmet -> band.points().stream().anyMatch(point -> unmet.test(point.verdicts())));
            return say("promotion.way_out.nowhere.by_turns", "checks", listed(somewhere));
        }
        return say(
                everywhere.size() == 1 ? "promotion.way_out.nowhere" : "promotion.way_out.nowhere.many",
                "checks",
                listed(everywhere));
    }

    private static List<String> named(
            Map<String, Predicate<SafeBand.Verdicts>> checks, Predicate<Predicate<SafeBand.Verdicts>> kept) {
        return checks.entrySet().stream()
                .filter(check -> kept.test(check.getValue()))
                .map(check -> say("promotion.way_out." + check.getKey()).english())
                .toList();
    }

    private static String listed(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    static boolean unmet(Verdict verdict) {
        return verdict != Verdict.PASS && verdict != Verdict.NOT_APPLICABLE;
    }

    /** To two digits, since a list scaled to a month is no count: 9,796 is about 9,800. */
    private static long about(long list) {
        long step = 1;
        while (list / step >= 100) {
            step *= 10;
        }
        return Math.round((double) list / step) * step;
    }
}
