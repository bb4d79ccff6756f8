package io.gatehouse.promotion;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By how much a version falls short at the acting threshold, for those groups and that month that stand in its way. */
final class Shortfalls {
    /** A reader takes in two groups; the others stand in the table. */
    private static final int MOST_GROUPS = 2;

    private Shortfalls() {}

    static List<Sentence> of(Evaluation evaluation) {
        List<Sentence> sentences = new ArrayList<>();
        evaluation
                .check(CheckName.FAIRNESS)
                .filter(check -> check.verdict() == Verdict.FAIL)
                .ifPresent(check -> sentences.addAll(groups(check.segments())));
        evaluation
                .check(CheckName.VALUE)
                .filter(check -> WayOutWords.unmet(check.verdict()))
                .map(CheckResult::value)
                .flatMap(Shortfalls::month)
                .ifPresent(sentences::add);
        return sentences;
    }

    private static List<Sentence> groups(List<SegmentFigures> groups) {
        return groups.stream()
                .filter(group -> group.verdict() == Verdict.FAIL)
                .sorted(Comparator.comparingDouble(group -> value(group.truePositiveRate())))
                .flatMap(group -> group(group, groups).stream())
                .limit(MOST_GROUPS)
                .toList();
    }

    /** Only where too few of its leavers are found: of other rates nobody can say that more of it is wanted. */
    private static Optional<Sentence> group(SegmentFigures group, List<SegmentFigures> groups) {
        Figure ratio = group.ratio();
        Optional<SegmentFigures> reference = groups.stream()
                .filter(other -> other.reference() && other.attribute().equals(group.attribute()))
                .findFirst();
        if (ratio == null
                || !ratio.name().equals("true_positive_rate_ratio")
                || !(value(ratio) < 1)
                || ratio.threshold() == null
                || reference.isEmpty()) {
            return Optional.empty();
        }
        double found = value(reference.get().truePositiveRate());
        Double cap = group.difference() == null ? null : group.difference().threshold();
        double asked = Math.max(ratio.threshold() * found, cap == null ? 0 : found - cap);
        return Optional.of(say(
                "promotion.way_out.group",
                "group",
                group.group(),
                "attribute",
                group.attribute().replace('_', ' '),
                "asked",
                Math.ceil(100 * asked),
                "rate",
                100 * value(group.truePositiveRate()),
                "reference_rate",
                100 * found,
                "reference",
                reference.get().group()));
    }

    private static Optional<Sentence> month(ValueFigures value) {
        ValueFigures.AgainstChampion against = value.againstChampion();
        if (against == null || against.differencePerCustomer().estimate() == null) {
            return Optional.empty();
        }
        double customers = value.assumptions().customersPerMonth();
        return Optional.of(say(
                "promotion.way_out.month",
                "currency",
                value.net().currency().getCurrencyCode(),
                "month",
                customers * value(against.differencePerCustomer()),
                "champion",
                against.championVersion(),
                "margin",
                -customers * against.margin()));
    }

    private static double value(@Nullable Figure figure) {
        return figure == null || figure.estimate() == null ? Double.NaN : figure.estimate();
    }
}
