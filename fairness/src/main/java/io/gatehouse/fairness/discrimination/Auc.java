package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;

/**
 * Area under the ROC curve: the chance that a row with a positive label outscores one with a negative label, ties counting half. 0.5 is
 * a coin, 1 is perfect.
 *
 * @param value in 0..1; NaN if one of the classes is missing
 * @param standardError by DeLong; NaN with fewer than two rows of a class
 * @param positives rows with a positive label
 * @param negatives rows with a negative label
 * @param effectivePositives how many rows of equal weight tell as much as the positive ones do; as many as these without weights
 * @param effectiveNegatives likewise
 */
public record Auc(
        double value,
        double standardError,
        long positives,
        long negatives,
        double effectivePositives,
        double effectiveNegatives) {

    private static final Interval RANGE = new Interval(0, 1);

    /** Of rows that count once each. */
    public Auc(double value, double standardError, long positives, long negatives) {
        this(value, standardError, positives, negatives, positives, negatives);
    }

    /** What the smaller class tells, in rows of equal weight: fewest that a rule may ask for. */
    double smallerClass() {
        return Math.min(effectivePositives, effectiveNegatives);
    }

    /** Rows that the figure stands on. */
    public long rows() {
        return positives + negatives;
    }

    /**
     * Value ± z·standard error, cut at 0 and 1, as R {@code pROC::ci.auc(method="delong")}; 0..1 where the standard error is NaN. A
     * perfect or constant score has standard error 0 and the interval is a point: with few rows that is not certainty.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return Interval.around(value, StandardNormal.twoSided(confidence) * standardError, RANGE);
    }

    /**
     * The interval on the log-odds scale, turned back: logit A ± z·standard error/(A(1−A)). Where the AUC is near 1 and rows are few,
     * {@link #interval} contains the truth less often than it promises, and this one comes nearer to it; elsewhere they hardly differ. 0..1
     * where the value is 0 or 1 or the standard error is NaN. Source: Pepe (2003), The Statistical Evaluation of Medical Tests, chapter 5;
     * Qin and Hotilovac (2008), Statistical Methods in Medical Research 17:207.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval logitInterval(double confidence) {
        double half = StandardNormal.twoSided(confidence) * standardError / (value * (1 - value));
        if (!(value > 0 && value < 1) || Double.isNaN(half)) {
            return RANGE;
        }
        double logOdds = Math.log(value / (1 - value));
        return new Interval(1 / (1 + Math.exp(half - logOdds)), 1 / (1 + Math.exp(-half - logOdds)));
    }
}
