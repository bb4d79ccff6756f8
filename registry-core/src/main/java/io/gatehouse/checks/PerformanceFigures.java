package io.gatehouse.checks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
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
 * @param weighted what the weights of the test rows add; absent where every row counts once
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
        @Nullable Double loggedTestAuc,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Weighted weighted) {

    /** Of rows that count once each. */
    public PerformanceFigures(
            Figure testAuc,
            @Nullable Figure validationAuc,
            @Nullable Figure gap,
            @Nullable Figure championAuc,
            @Nullable Figure againstChampion,
            double brier,
            ConfusionCounts atThreshold,
            List<CalibrationBand> calibration,
            @Nullable Double loggedTestAuc) {
        this(
                testAuc,
                validationAuc,
                gap,
                championAuc,
                againstChampion,
                brier,
                atThreshold,
                calibration,
                loggedTestAuc,
                null);
    }

    /**
     * AUC, Brier's score and the bands of calibration are weighted then, while the counts at the threshold are rows all the same.
     *
     * @param column of the weights
     * @param customers that the test rows stand for
     * @param effectiveRows how many rows of equal weight tell as much
     * @param found of 100 leavers among these customers, how many it finds at the acting threshold
     * @param right of 100 whom it flags, how many do leave
     */
    public record Weighted(String column, double customers, double effectiveRows, Figure found, Figure right) {}

    /** Without the bands of calibration. */
    PerformanceFigures inBrief() {
        return new PerformanceFigures(
                testAuc,
                validationAuc,
                gap,
                championAuc,
                againstChampion,
                brier,
                atThreshold,
                List.of(),
                loggedTestAuc,
                weighted);
    }

    /** Of 100 customers who leave, how many it finds at the acting threshold. */
    public Figure found() {
        return weighted == null
                ? Figure.share("true_positive_rate", Rate.TRUE_POSITIVE_RATE.of(atThreshold))
                : weighted.found();
    }

    /** Of 100 that it flags at the acting threshold, how many do leave. */
    public Figure right() {
        return weighted == null ? Figure.share("precision", Rate.PRECISION.of(atThreshold)) : weighted.right();
    }

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
