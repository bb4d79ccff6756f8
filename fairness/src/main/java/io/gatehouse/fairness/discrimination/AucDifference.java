package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;

/**
 * One AUC minus another, of two scores over the same rows or of one score over different rows. Parity is 0.
 *
 * @param first what is compared, by custom the challenger's
 * @param second what it is compared with, by custom the champion's
 * @param covariance of both estimates; 0 over different rows
 * @param value first minus second, in −1..1; NaN if either is undefined
 * @param standardError of the value; NaN if either has none
 */
public record AucDifference(Auc first, Auc second, double covariance, double value, double standardError) {

    private static final Interval RANGE = new Interval(-1, 1);

    /**
     * Value / standard error. Where the scores rank all rows alike both are 0 and so is z; with a standard error of 0 and a value that
     * is not, z is infinite.
     */
    public double z() {
        return value == 0 && standardError == 0 ? 0 : value / standardError;
    }

    /** Two-sided p-value of {@link #z}, 1 where the scores rank all rows alike; as R {@code pROC::roc.test(method="delong")}. */
    public double pValue() {
        return StandardNormal.twoSidedPValue(z());
    }

    /**
     * Value ± z·standard error, cut at −1 and 1, and all of that range where the standard error is NaN.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return Interval.around(value, StandardNormal.twoSided(confidence) * standardError, RANGE);
    }
}
