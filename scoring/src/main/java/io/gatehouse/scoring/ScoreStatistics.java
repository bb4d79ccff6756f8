package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.CalibrationSums;
import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.util.List;

/**
 * What is known of some rows with label and score: of a split, or of one group of it. All sums are exact. A score enters them as the
 * decimal of fifteen places next to it, in Spiegelhalter's variance each row's term does.
 *
 * @param counts at the threshold
 * @param placements for AUC and its variance, among these rows alone
 * @param sums for Brier's score, observed over expected, and Spiegelhalter's test
 * @param histogram for the counts at every other threshold
 * @param bands up to ten bands of scores [k/10, (k+1)/10), the last closed; empty ones left out
 */
public record ScoreStatistics(
        ConfusionCounts counts,
        PlacementSums placements,
        CalibrationSums sums,
        ScoreHistogram histogram,
        List<ScoreBand> bands) {

    public ScoreStatistics {
        bands = List.copyOf(bands);
    }
}
