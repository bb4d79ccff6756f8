package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Proportion;
import java.math.BigDecimal;

/**
 * Rows of one band of scores, for calibration and for value by decile.
 *
 * @param rows in the band
 * @param positives among them
 * @param sumOfScores Σ of the scores, exact
 * @param lowest score in the band
 * @param highest score in the band
 */
public record ScoreBand(long rows, long positives, BigDecimal sumOfScores, double lowest, double highest) {

    /** @throws IllegalArgumentException if the counts contradict each other or the scores are not in 0..1 */
    public ScoreBand {
        Arguments.atMost("positives", positives, "rows", rows);
        Arguments.share("lowest", lowest);
        Arguments.share("highest", highest);
        if (sumOfScores.signum() < 0 || sumOfScores.compareTo(BigDecimal.valueOf(rows)) > 0) {
            throw new IllegalArgumentException("sumOfScores must lie in 0.." + rows + ": " + sumOfScores);
        }
    }

    /** Share of rows with a positive label. */
    public Proportion positiveRate() {
        return new Proportion(positives, rows);
    }

    /** Mean of the scores, in 0..1; NaN without rows. */
    public double meanScore() {
        return sumOfScores.doubleValue() / rows;
    }
}
