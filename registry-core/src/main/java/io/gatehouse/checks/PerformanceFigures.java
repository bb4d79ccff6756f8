package io.gatehouse.checks;

import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well the version tells leavers from stayers, recomputed from the evidence.
 *
 * @param testAuc with its 95 % DeLong interval
 * @param validationAuc likewise; absent if the evidence has no validation rows
 * @param gap validation − test with its interval; absent likewise
 * @param championAuc of the reigning champion on the same test rows; absent for a first champion
 * @param againstChampion challenger − champion, paired; absent for a first champion
 * @param brier mean squared error of the scores
 * @param atThreshold counts over the test rows at the acting threshold
 * @param calibration bands of scores
 * @param loggedTestAuc what the run itself logged; absent if it logged none
 */
public record PerformanceFigures(
        Figure testAuc,
        @Nullable Figure validationAuc,
        @Nullable Figure gap,
        @Nullable Figure championAuc,
        @Nullable Figure againstChampion,
        double brier,
        ConfusionCounts atThreshold,
        List<CalibrationBand> calibration,
        @Nullable Double loggedTestAuc) {

    public PerformanceFigures {
        calibration = List.copyOf(calibration);
    }

    /**
     * @param rows in the band
     * @param meanScore what it said, 0..1
     * @param observedRate what happened, 0..1
     */
    public record CalibrationBand(long rows, double meanScore, double observedRate) {}
}
