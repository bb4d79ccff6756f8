package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.resampling.Replicates;
import java.util.Arrays;
import java.util.List;

/**
 * Expected calibration error beside what chance alone would make of it. ECE is Σ over bands of (rows in band / rows)·|positive rate − mean
 * score|. It is never below 0, so a perfectly calibrated model has one too, the larger the fewer the rows; a small group's ECE says
 * nothing without it.
 *
 * @param binning how the bands were cut
 * @param bands that have rows
 * @param rows in all bands
 * @param value the ECE, 0 is perfect; NaN without rows. Its parts are those of scikit-learn {@code calibration_curve}
 * @param meanIfCalibrated mean ECE of labels drawn from the scores; NaN without rows
 * @param excess value minus that mean; near 0 the error is no more than chance
 * @param pValue share of the draws, this data counted among them, with an ECE at least as large
 * @param draws how often labels were drawn
 * @param seed that repeats them
 */
public record ExpectedCalibrationError(
        Binning binning,
        int bands,
        long rows,
        double value,
        double meanIfCalibrated,
        double excess,
        double pValue,
        int draws,
        long seed) {

    /** Fewer rows than these say too little for a judgement. */
    public static final int ENOUGH_ROWS = 500;

    /** How the bands of scores were cut. */
    public enum Binning {
        /** From k/10 to under (k+1)/10, the last one closed. */
        EQUAL_WIDTH,
        /** As many rows in each. */
        EQUAL_MASS
    }

    private static final double ROUNDING = 1e-12;

    /**
     * The error over these bands; empty ones are skipped. Labels are drawn band by band with its mean score, which is exact for equal scores
     * and a little wider than it should be for a band of unlike ones, by their spread within the band.
     *
     * @param draws at least 1; 1,000 are customary
     * @throws IllegalArgumentException if there is no draw, or a band has more than 2³¹−1 rows
     */
    public static ExpectedCalibrationError of(List<ScoreBand> bands, Binning binning, int draws, long seed) {
        List<ScoreBand> filled = bands.stream().filter(band -> band.rows() > 0).toList();
        long rows = filled.stream().mapToLong(ScoreBand::rows).sum();
        double[] chance = Replicates.of(
                draws,
                seed,
                random -> filled.stream()
                                .mapToDouble(band ->
                                        error(band, random.binomial(band.rows(), Math.min(1, band.meanScore()))))
                                .sum()
                        / rows);
        double value = filled.stream()
                        .mapToDouble(band -> error(band, band.positives()))
                        .sum()
                / rows;
        double mean = Arrays.stream(chance).sum() / draws;
        long asLarge =
                Arrays.stream(chance).filter(drawn -> drawn >= value - ROUNDING).count();
        return new ExpectedCalibrationError(
                binning,
                filled.size(),
                rows,
                value,
                mean,
                value - mean,
                rows == 0 ? Double.NaN : (1.0 + asLarge) / (1.0 + draws),
                draws,
                seed);
    }

    /** Whether there are fewer than 500 rows, with which no judgement should be made. */
    public boolean tooFewRows() {
        return rows < ENOUGH_ROWS;
    }

    private static double error(ScoreBand band, long positives) {
        return Math.abs(positives - band.sumOfScores().doubleValue());
    }
}
