package io.gatehouse.fairness;

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
public record ScoreBand(long rows, long positives, BigDecimal sumOfScores, double lowest, double highest) {}
