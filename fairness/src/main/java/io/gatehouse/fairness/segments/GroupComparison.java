package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.KoopmanRatio;
import io.gatehouse.fairness.intervals.NewcombeDifference;
import io.gatehouse.fairness.intervals.Proportion;

/**
 * A rate of a group beside that of the reference group: statistics only, no judgement.
 *
 * @param group the rate in the group
 * @param reference the rate in the reference group
 * @param ratio group over reference; parity is 1, NaN for 0/0, infinite where only the reference is 0
 * @param ratioInterval {@link KoopmanRatio} at confidence 1 − 2α, by which a group passes
 * @param familyRatioInterval {@link KoopmanRatio} at confidence 1 − α/m, by which a group fails
 * @param difference group minus reference; parity is 0
 * @param differenceInterval {@link NewcombeDifference} at confidence 1 − 2α
 * @param familyDifferenceInterval {@link NewcombeDifference} at confidence 1 − α/m
 */
public record GroupComparison(
        Proportion group,
        Proportion reference,
        double ratio,
        Interval ratioInterval,
        Interval familyRatioInterval,
        double difference,
        Interval differenceInterval,
        Interval familyDifferenceInterval) {

    /**
     * Compares two disjoint groups.
     *
     * @param alpha chance of error, between 0 and 0.5; 0.05 gives 90 % intervals to pass by
     * @param multiplicity how many comparisons are made in the same run, m of Bonferroni's correction
     * @throws IllegalArgumentException if alpha or multiplicity lie outside their range
     */
    public static GroupComparison of(Proportion group, Proportion reference, double alpha, int multiplicity) {
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new IllegalArgumentException("alpha must lie between 0 and 0.5: " + alpha);
        }
        if (multiplicity < 1) {
            throw new IllegalArgumentException("multiplicity must be at least 1: " + multiplicity);
        }
        double single = 1 - 2 * alpha;
        double family = 1 - alpha / multiplicity;
        return new GroupComparison(
                group,
                reference,
                group.value() / reference.value(),
                ratio(group, reference, single),
                ratio(group, reference, family),
                group.value() - reference.value(),
                difference(group, reference, single),
                difference(group, reference, family));
    }

    /** A group beside itself: parity by definition, without an interval's width. */
    static GroupComparison ofReference(Proportion reference) {
        Interval one = new Interval(1, 1);
        Interval zero = new Interval(0, 0);
        return new GroupComparison(
                reference,
                reference,
                reference.successes() > 0 ? 1 : Double.NaN,
                one,
                one,
                reference.trials() > 0 ? 0 : Double.NaN,
                zero,
                zero);
    }

    private static Interval ratio(Proportion group, Proportion reference, double confidence) {
        return KoopmanRatio.of(
                group.successes(), group.trials(), reference.successes(), reference.trials(), confidence);
    }

    private static Interval difference(Proportion group, Proportion reference, double confidence) {
        return NewcombeDifference.of(
                group.successes(), group.trials(), reference.successes(), reference.trials(), confidence);
    }
}
