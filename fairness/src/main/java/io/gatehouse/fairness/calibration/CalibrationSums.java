package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.intervals.Arguments;
import java.math.BigDecimal;

/**
 * All that Brier's score, observed over expected and Spiegelhalter's test need of a group's rows, as exact sums, so that any number of
 * threads adds up to the same bytes. A row has a score p in 0..1 and a label y of 0 or 1.
 *
 * @param rows of the group
 * @param positives Σy
 * @param sumOfScores Σp
 * @param sumOfVariances Σp(1−p)
 * @param sumOfSquaredErrors Σ(p−y)²
 * @param spiegelhalterNumerator Σ(y−p)(1−2p), which equals Σ(p−y)² − Σp(1−p)
 * @param spiegelhalterVariance Σ(1−2p)²p(1−p)
 */
public record CalibrationSums(
        long rows,
        long positives,
        BigDecimal sumOfScores,
        BigDecimal sumOfVariances,
        BigDecimal sumOfSquaredErrors,
        BigDecimal spiegelhalterNumerator,
        BigDecimal spiegelhalterVariance) {

    /** What each row's fixed-point terms may lose to rounding. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-6");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal SIXTEENTH = new BigDecimal("0.0625");

    /** @throws IllegalArgumentException if a sum lies outside what so many rows with scores in 0..1 can add up to, or the sums disagree */
    public CalibrationSums {
        Arguments.atMost("positives", positives, "rows", rows);
        within("sumOfScores", sumOfScores, rows, BigDecimal.ONE);
        within("sumOfVariances", sumOfVariances, rows, QUARTER);
        within("sumOfSquaredErrors", sumOfSquaredErrors, rows, BigDecimal.ONE);
        within("spiegelhalterVariance", spiegelhalterVariance, rows, SIXTEENTH);
        BigDecimal implied = sumOfSquaredErrors.subtract(sumOfVariances);
        if (spiegelhalterNumerator.subtract(implied).abs().compareTo(slack(rows)) > 0) {
            throw new IllegalArgumentException("spiegelhalterNumerator must be sumOfSquaredErrors − sumOfVariances: "
                    + spiegelhalterNumerator + " is not " + implied);
        }
    }

    /** The sums of two disjoint groups taken together. */
    public CalibrationSums plus(CalibrationSums other) {
        return new CalibrationSums(
                rows + other.rows,
                positives + other.positives,
                sumOfScores.add(other.sumOfScores),
                sumOfVariances.add(other.sumOfVariances),
                sumOfSquaredErrors.add(other.sumOfSquaredErrors),
                spiegelhalterNumerator.add(other.spiegelhalterNumerator),
                spiegelhalterVariance.add(other.spiegelhalterVariance));
    }

    private static void within(String name, BigDecimal sum, long rows, BigDecimal mostPerRow) {
        BigDecimal most = mostPerRow.multiply(BigDecimal.valueOf(rows));
        if (sum.signum() < 0 || sum.subtract(most).compareTo(slack(rows)) > 0) {
            throw new IllegalArgumentException(name + " must lie in 0.." + most.toPlainString() + ": " + sum);
        }
    }

    private static BigDecimal slack(long rows) {
        return ROUNDING.multiply(BigDecimal.valueOf(rows));
    }
}
