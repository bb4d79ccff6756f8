package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A mean of money per customer, with what its uncertainty needs.
 *
 * @param mean in the currency of the value assumptions; NaN without rows
 * @param standardDeviation of single customers, divisor n−1; NaN with fewer than two rows
 * @param rows customers
 * @param effectiveRows how many customers of equal weight tell as much; as many as rows without weights
 */
public record MeanValue(double mean, double standardDeviation, long rows, double effectiveRows) {

    private static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Of customers that count once each. */
    public MeanValue(double mean, double standardDeviation, long rows) {
        this(mean, standardDeviation, rows, rows);
    }

    /** Mean times rows. */
    public double total() {
        return rows == 0 ? 0 : mean * rows;
    }

    /** sd/√n, n the effective rows. */
    public double standardError() {
        return standardDeviation / Math.sqrt(effectiveRows);
    }

    /** Mean / standard error; 0 where no customer's value differs from 0. */
    public double z() {
        return mean == 0 && standardDeviation == 0 ? 0 : mean / standardError();
    }

    /**
     * Mean ± z·standard error, by the normal limit; everything where the standard error is NaN.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return Interval.around(mean, StandardNormal.twoSided(confidence) * standardError(), ANYTHING);
    }

    /**
     * What the mean exceeds with this confidence, one-sided: mean − z·standard error; −∞ where the standard error is NaN.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public double lowerBound(double confidence) {
        return Interval.around(mean, StandardNormal.oneSided(confidence) * standardError(), ANYTHING)
                .low();
    }

    /**
     * What the mean stays below with this confidence, one-sided; ∞ where the standard error is NaN.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public double upperBound(double confidence) {
        return Interval.around(mean, StandardNormal.oneSided(confidence) * standardError(), ANYTHING)
                .high();
    }

    /** Mean and deviation from exact sums; only the last division and the root round. */
    public static MeanValue of(ValueMoments moments) {
        long rows = moments.rows();
        double mean = rows == 0
                ? Double.NaN
                : moments.sum()
                        .divide(BigDecimal.valueOf(rows), MathContext.DECIMAL128)
                        .doubleValue();
        double variance = rows < 2
                ? Double.NaN
                : moments.spread()
                        .divide(moments.degrees(), MathContext.DECIMAL128)
                        .doubleValue();
        return new MeanValue(mean, Math.sqrt(variance), rows);
    }

    /** Mean and deviation of a value that each customer has as often as counted; both arrays in the same order. */
    static MeanValue of(double[] values, long[] counts) {
        long rows = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            rows += counts[i];
            sum += counts[i] * values[i];
        }
        double mean = sum / rows;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double distance = values[i] - mean;
            squares += counts[i] * distance * distance;
        }
        return new MeanValue(mean, rows < 2 ? Double.NaN : Math.sqrt(squares / (rows - 1)), rows);
    }
}
