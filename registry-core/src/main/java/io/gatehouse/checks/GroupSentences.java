package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.GroupComparison;
import io.gatehouse.fairness.segments.GroupJudgement;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.segments.SegmentJudgement;
import io.gatehouse.fairness.segments.Settlement;
import io.gatehouse.fairness.segments.ToleranceRule;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the groups of one judged attribute into figures and words. */
final class GroupSentences {
    private final SegmentJudgement segment;
    private final ToleranceRule rule;

    private GroupSentences(SegmentJudgement segment) {
        this.segment = segment;
        this.rule = segment.rule();
    }

    static List<SegmentFigures> of(SegmentJudgement segment) {
        GroupSentences sentences = new GroupSentences(segment);
        return segment.groups().stream().map(sentences::figures).toList();
    }

    private SegmentFigures figures(GroupJudgement group) {
        SegmentCounts.Group of = group.of();
        GroupComparison comparison = group.judgement().comparison();
        boolean reference = group.reason() == ReasonCode.REFERENCE_GROUP;
        String rate = rule.rate().name().toLowerCase(Locale.ROOT);
        long trials = (long) rule.rate().of(of.counts()).trials();
        Double effective = of.weights() == null ? null : comparison.group().trials();
        return new SegmentFigures(
                segment.attribute(),
                group.group(),
                reference,
                of.counts(),
                truePositiveRate(of),
                reference
                        ? null
                        : figure(
                                        rate + "_ratio",
                                        comparison.ratio(),
                                        comparison.ratioInterval(),
                                        trials,
                                        rule.tolerance(),
                                        Figure.Unit.RATIO)
                                .outOf(effective),
                reference
                        ? null
                        : figure(
                                        rate + "_difference",
                                        comparison.difference(),
                                        comparison.differenceInterval(),
                                        trials,
                                        rule.differenceCap(),
                                        Figure.Unit.SHARE)
                                .outOf(effective),
                of.rate(Rate.FALSE_POSITIVE_RATE).value(),
                of.rate(Rate.PRECISION).value(),
                of.rate(Rate.SELECTION_RATE).value(),
                of.rate(Rate.BASE_RATE).value(),
                group.verdict(),
                group.reason().name(),
                needed(group),
                sentence(group),
                of.weights() == null ? null : of.weights().total().effectiveRows());
    }

    private static Figure truePositiveRate(SegmentCounts.Group group) {
        Proportion found = group.rate(Rate.TRUE_POSITIVE_RATE);
        if (found.trials() == 0) {
            return new Figure("true_positive_rate", null, null, null, 0L, null, Figure.Unit.SHARE);
        }
        long leavers = group.counts().positives();
        return figure("true_positive_rate", found.value(), found.interval(0.95), leavers, null, Figure.Unit.SHARE)
                .outOf(group.weights() == null ? null : found.trials());
    }

    private static Figure figure(
            String name, double value, Interval interval, long n, @Nullable Double threshold, Figure.Unit unit) {
        return new Figure(name, known(value), known(interval.low()), known(interval.high()), n, threshold, unit);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Long needed(GroupJudgement group) {
        return group.settlement()
                .filter(settlement -> !settlement.moreDataWillNotSettleThis())
                .map(settlement -> (long) settlement.groupSubscribers())
                .orElse(null);
    }

    /** Only what the sentence says goes with it: a ratio to none is no number, and is not kept. */
    private Sentence sentence(GroupJudgement group) {
        GroupComparison comparison = group.judgement().comparison();
        String kind = kind(group);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("group", group.group());
        parameters.put("attribute", FairnessCheck.words(segment.attribute()));
        parameters.put("reference", segment.reference());
        parameters.put("n", group.counts().total());
        group.settlement().ifPresent(settlement -> parameters.put("remedy", remedy(group, settlement)));
        if (comparison.group().trials() > 0 && comparison.reference().trials() > 0) {
            parameters.put("words", FairnessCheck.words(rule.rate()));
            parameters.put("rate", 100 * comparison.group().value());
            parameters.put("reference_rate", 100 * comparison.reference().value());
            parameters.put("cap", rule.differenceCap());
        }
        if (comparison.reference().successes() > 0 && comparison.group().trials() > 0) {
            parameters.put("ratio", comparison.ratio());
            parameters.put("low", comparison.ratioInterval().low());
            parameters.put("high", comparison.ratioInterval().high());
            parameters.put("tolerance", rule.tolerance());
            parameters.put("inverse", 1 / rule.tolerance());
        }
        return say("fairness.group." + kind, parameters);
    }

    private static String kind(GroupJudgement group) {
        GroupComparison comparison = group.judgement().comparison();
        if (group.reason() == ReasonCode.REFERENCE_GROUP) {
            return comparison.group().trials() == 0 ? "reference.none" : "reference";
        }
        if (group.tooSmallToJudge() || group.reason() == ReasonCode.SMALL_GROUP) {
            return group.counts().total() == 1 ? "small.one" : "small";
        }
        String without = comparison.reference().successes() == 0 ? ".no_ratio" : "";
        return switch (group.reason()) {
            case WITHIN_TOLERANCE -> "within";
            case RATIO_OUTSIDE, DIFFERENCE_OUTSIDE -> "outside" + without;
            case REVERSE_DISPARITY -> "reverse" + without;
            case REFERENCE_TOO_SMALL, ZERO_DENOMINATOR -> "no_reference";
            default -> "unclear" + without;
        };
    }

    private static String remedy(GroupJudgement group, Settlement settlement) {
        long present = group.counts().total();
        if (settlement.moreDataWillNotSettleThis()) {
            return say("fairness.remedy.hopeless", "present", present).english();
        }
        return say(
                        settlement.towards() == Verdict.PASS ? "fairness.remedy.more" : "fairness.remedy.more.fail",
                        "needed",
                        settlement.groupSubscribers(),
                        "present",
                        present,
                        "all",
                        settlement.allSubscribers())
                .english();
    }
}
