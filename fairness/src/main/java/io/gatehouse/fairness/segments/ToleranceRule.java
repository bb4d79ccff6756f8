package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.Optional;

/**
 * How far a rate of a group may be from that of the reference group, and how sure one must be. It is three-valued by construction, by
 * two one-sided tests (TOST): the intervals inside the tolerance is a pass, an interval outside of it a failure, everything else
 * inconclusive. The point estimate alone would fail tiny groups by luck and pass real gaps by luck.
 *
 * @param rate what is compared
 * @param tolerance τ: ratios of τ to 1/τ are tolerable. 0.8 is the customary four fifths, a policy and not a law
 * @param differenceCap D: differences of −D to D are tolerable
 * @param minDenominator fewest rows in the rate's denominator, in the group and in the reference; effective ones, which are never
 *     more, where rows are weighted
 * @param minEvents fewest events to expect in each of both, were their rates equal
 * @param minShare smallest share of all rows that a group must have
 * @param alpha chance of error
 */
public record ToleranceRule(
        Rate rate,
        double tolerance,
        double differenceCap,
        int minDenominator,
        int minEvents,
        double minShare,
        double alpha) {

    /** Under this reference rate ratios are erratic. */
    private static final double RARE = 0.02;

    /** @throws IllegalArgumentException if a parameter lies outside its range */
    public ToleranceRule {
        Arguments.openUnit("tolerance", tolerance);
        Arguments.share("differenceCap", differenceCap);
        Arguments.count("minDenominator", minDenominator);
        Arguments.count("minEvents", minEvents);
        Arguments.share("minShare", minShare);
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5: " + alpha);
        }
    }

    /** With the customary minima: 30 rows, 5 events, 2 % of all rows, and α = 0.05. */
    public static ToleranceRule of(Rate rate, double tolerance, double differenceCap) {
        return new ToleranceRule(rate, tolerance, differenceCap, 30, 5, 0.02, 0.05);
    }

    /**
     * What stands between these counts and a judgement, if anything: {@link ReasonCode#ZERO_DENOMINATOR},
     * {@link ReasonCode#REFERENCE_TOO_SMALL} or {@link ReasonCode#SMALL_GROUP}. Events are those to expect if the rates were equal, not
     * those observed: a large group in which nothing happened can be judged.
     */
    public Optional<ReasonCode> obstacle(Proportion group, Proportion reference) {
        if (group.trials() == 0 || reference.trials() == 0) {
            return Optional.of(ReasonCode.ZERO_DENOMINATOR);
        }
        if (reference.trials() < minDenominator) {
            return Optional.of(ReasonCode.REFERENCE_TOO_SMALL);
        }
        if (group.trials() < minDenominator) {
            return Optional.of(ReasonCode.SMALL_GROUP);
        }
        if (reference.successes() == 0) {
            return Optional.empty();
        }
        double pooled = (group.successes() + reference.successes()) / (group.trials() + reference.trials());
        if (Tolerant.below(reference.trials() * pooled, minEvents)) {
            return Optional.of(ReasonCode.REFERENCE_TOO_SMALL);
        }
        return Tolerant.below(group.trials() * pooled, minEvents)
                ? Optional.of(ReasonCode.SMALL_GROUP)
                : Optional.empty();
    }

    /**
     * Judges a group against the reference.
     *
     * @param multiplicity how many comparisons are made in the same run; it widens the intervals that a failure needs. A pass needs no
     *     correction, since all groups must pass
     * @throws IllegalArgumentException if the multiplicity is less than 1
     */
    public ToleranceJudgement judge(Proportion group, Proportion reference, int multiplicity) {
        return judge(group, reference, multiplicity, FairnessGate.Depth.EXPLAINED);
    }

    ToleranceJudgement judge(Proportion group, Proportion reference, int multiplicity, FairnessGate.Depth depth) {
        GroupComparison comparison = GroupComparison.of(group, reference, alpha, multiplicity);
        ReasonCode reason = obstacle(group, reference).orElseGet(() -> reasonFor(comparison));
        return judgement(comparison, reason, depth);
    }

    /** The statistics of a group that is not judged for this reason, whatever its rate. */
    ToleranceJudgement unjudged(
            Proportion group, Proportion reference, int multiplicity, ReasonCode reason, FairnessGate.Depth depth) {
        return judgement(GroupComparison.of(group, reference, alpha, multiplicity), reason, depth);
    }

    /** Whether so many rows pass at parity with at least this power. */
    boolean canSettle(Proportion group, Proportion reference, double power) {
        return group.trials() > 0
                && reference.successes() > 0
                && new RulePower(this, reference.value(), reference.value()).toPass(group.trials(), reference.trials())
                        >= power;
    }

    /** Whether the estimates alone meet the tolerance: the rule that people know. Shown, never decided by. NaN does not meet it. */
    public boolean pointMeets(GroupComparison comparison) {
        return Tolerant.atLeast(comparison.ratio(), tolerance)
                && Tolerant.atMost(comparison.ratio(), 1 / tolerance)
                && Tolerant.atMost(Math.abs(comparison.difference()), differenceCap);
    }

    private ReasonCode reasonFor(GroupComparison comparison) {
        boolean referenceHasNone = comparison.reference().successes() == 0;
        Optional<ReasonCode> breach = referenceHasNone ? differenceBreach(comparison) : breach(comparison);
        if (breach.isPresent()) {
            return breach.get();
        }
        if (referenceHasNone) {
            return ReasonCode.REFERENCE_RATE_ZERO;
        }
        if (comparison.ratioInterval().within(tolerance, 1 / tolerance)
                && comparison.differenceInterval().within(-differenceCap, differenceCap)) {
            return ReasonCode.WITHIN_TOLERANCE;
        }
        if (comparison.reference().value() < RARE) {
            return ReasonCode.RARE_EVENT;
        }
        return pointMeets(comparison) ? ReasonCode.POINT_INSIDE_LOW_POWER : ReasonCode.POINT_OUTSIDE;
    }

    private Optional<ReasonCode> breach(GroupComparison comparison) {
        Optional<ReasonCode> ofRatio =
                breach(comparison.familyRatioInterval(), tolerance, 1 / tolerance, ReasonCode.RATIO_OUTSIDE);
        return ofRatio.isPresent() ? ofRatio : differenceBreach(comparison);
    }

    private Optional<ReasonCode> differenceBreach(GroupComparison comparison) {
        return breach(
                comparison.familyDifferenceInterval(), -differenceCap, differenceCap, ReasonCode.DIFFERENCE_OUTSIDE);
    }

    private Optional<ReasonCode> breach(Interval interval, double lowest, double highest, ReasonCode harm) {
        boolean low = interval.liesBelow(lowest);
        if (!low && !interval.liesAbove(highest)) {
            return Optional.empty();
        }
        boolean harmful = low == (rate.disadvantage() == Rate.Side.LOW);
        return Optional.of(harmful ? harm : ReasonCode.REVERSE_DISPARITY);
    }

    private ToleranceJudgement judgement(GroupComparison comparison, ReasonCode reason, FairnessGate.Depth depth) {
        Verdict verdict = switch (reason) {
            case WITHIN_TOLERANCE -> Verdict.PASS;
            case RATIO_OUTSIDE, DIFFERENCE_OUTSIDE, REVERSE_DISPARITY -> Verdict.FAIL;
            default -> Verdict.INCONCLUSIVE;
        };
        return new ToleranceJudgement(
                verdict,
                reason,
                comparison,
                pointMeets(comparison),
                verdict == Verdict.INCONCLUSIVE && depth == FairnessGate.Depth.EXPLAINED
                        ? neededSample(comparison)
                        : Optional.empty());
    }

    private Optional<NeededSample> neededSample(GroupComparison comparison) {
        if (comparison.reference().successes() == 0) {
            return Optional.empty();
        }
        double rate = comparison.reference().value();
        double atObserved =
                comparison.group().trials() == 0 ? Double.POSITIVE_INFINITY : needed(rate, comparison.ratio());
        return Optional.of(new NeededSample(comparison.group().trials(), needed(rate, 1), atObserved));
    }

    /** Rows per group that all requirements take together: both intervals and both minima. */
    private double needed(double referenceRate, double trueRatio) {
        double groupRate = Math.min(1, referenceRate * trueRatio);
        return new RulePower(this, groupRate, referenceRate).rowsToPass();
    }
}
