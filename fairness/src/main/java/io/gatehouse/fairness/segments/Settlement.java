package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;

/**
 * How many subscribers it would take to settle an INCONCLUSIVE with 80 % power, if what was seen is the truth and data grows in its present
 * shares: towards PASS where the estimates lie inside the tolerance, towards FAIL where they do not. Of a group that is too small the
 * estimate says too little, and it is taken to be at parity.
 *
 * @param towards the nearer verdict, PASS or FAIL
 * @param growth times as much data as there is, at least 1; infinite where no amount will do: at the tolerance's very edge, without an
 *     event in the reference, or for a group under the least share, which more data does not raise
 * @param groupSubscribers members that the group would have then, with and without the rate's denominator
 * @param allSubscribers rows that there would be in all
 */
public record Settlement(Verdict towards, double growth, double groupSubscribers, double allSubscribers) {

    /** Beyond so many times the data, waiting is no plan. */
    private static final double HOPELESS = 20;

    /** Whether more data will not settle this: it would take over twenty times as much. */
    public boolean moreDataWillNotSettleThis() {
        return !(growth <= HOPELESS);
    }

    /** What would settle this comparison, of groups of a data set of so many rows. */
    static Settlement of(
            ToleranceRule rule,
            ToleranceJudgement judgement,
            SegmentCounts.Group group,
            SegmentCounts.Group reference,
            int multiplicity,
            long allRows) {
        Proportion ofGroup = group.rate(rule.rate());
        Proportion ofReference = reference.rate(rule.rate());
        long groupRows = group.counts().total();
        boolean tooSmall = isTooSmall(judgement.reason());
        Verdict towards = tooSmall || judgement.pointMeets() ? Verdict.PASS : Verdict.FAIL;
        double growth = ofReference.successes() == 0 || groupRows == 0
                ? Double.POSITIVE_INFINITY
                : growth(power(rule, ofGroup, ofReference, tooSmall), towards, group, reference, multiplicity);
        return scaled(towards, growth, groupRows, allRows);
    }

    /** For a group whose share of all rows is under the least one. */
    static Settlement ofShare(ConfusionCounts group, long allRows) {
        return scaled(Verdict.PASS, Double.POSITIVE_INFINITY, group.total(), allRows);
    }

    private static Settlement scaled(Verdict towards, double growth, long groupRows, long allRows) {
        return new Settlement(
                towards, growth, Math.ceil(growth * Math.max(1, groupRows)), Math.ceil(growth * Math.max(1, allRows)));
    }

    private static boolean isTooSmall(ReasonCode reason) {
        return switch (reason) {
            case SMALL_GROUP, INTERSECTION_TOO_SMALL, REFERENCE_TOO_SMALL, ZERO_DENOMINATOR -> true;
            default -> false;
        };
    }

    private static RulePower power(ToleranceRule rule, Proportion group, Proportion reference, boolean tooSmall) {
        double referenceRate = smoothed(reference);
        return new RulePower(rule, tooSmall ? referenceRate : smoothed(group), referenceRate);
    }

    private static double growth(
            RulePower power,
            Verdict towards,
            SegmentCounts.Group group,
            SegmentCounts.Group reference,
            int multiplicity) {
        Proportion ofGroup = group.rate(power.rule().rate());
        double perReference = reference.rate(power.rule().rate()).trials();
        // A group without a single row in the denominator is taken to have as large a part of them as the reference.
        double perGroup = ofGroup.trials() > 0
                ? ofGroup.trials()
                : group.counts().total() * (perReference / reference.counts().total());
        return RulePower.smallest(
                growth -> towards == Verdict.PASS
                        ? power.toPass(growth * perGroup, growth * perReference)
                        : power.toFail(growth * perGroup, growth * perReference, multiplicity),
                1);
    }

    /** The rate, half an event away from 0 and 1, where the variance would be 0. */
    private static double smoothed(Proportion proportion) {
        boolean atAnEdge = proportion.successes() == 0 || proportion.successes() == proportion.trials();
        return atAnEdge ? (proportion.successes() + 0.5) / (proportion.trials() + 1.0) : proportion.value();
    }
}
