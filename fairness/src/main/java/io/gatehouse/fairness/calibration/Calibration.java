package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether scores mean what they say: of those scored 0.3, do 30 % leave? Computed over bands of scores; a group's rows alone give the
 * group's calibration.
 *
 * @param rows in all bands
 * @param positives among them, O
 * @param expected Σ of the scores, E
 * @param expectedCalibrationError Σ over bands of (rows in band / rows)·|positive rate − mean score|, 0 is perfect. It is biased upward
 *     with few rows, and depends on the bands: scikit-learn's {@code calibration_curve} with as many uniform bins gives the same parts
 * @param bands each with its own ratio, in the order given
 */
public record Calibration(
        long rows, long positives, double expected, double expectedCalibrationError, List<Band> bands) {

    public Calibration {
        bands = List.copyOf(bands);
    }

    /**
     * One band's observed over expected positives.
     *
     * @param band that it is of
     * @param ratio O/E; parity is 1, NaN for 0/0
     * @param interval of the ratio
     */
    public record Band(ScoreBand band, double ratio, Interval interval) {}

    /**
     * The calibration of these bands; empty ones are left out. Without rows the error is NaN.
     *
     * @param confidence of the bands' intervals
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public static Calibration of(List<ScoreBand> bands, double confidence) {
        Arguments.confidence(confidence);
        List<ScoreBand> filled = bands.stream().filter(band -> band.rows() > 0).toList();
        long rows = filled.stream().mapToLong(ScoreBand::rows).sum();
        long positives = filled.stream().mapToLong(ScoreBand::positives).sum();
        double expected = filled.stream()
                .map(ScoreBand::sumOfScores)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        return new Calibration(
                rows,
                positives,
                expected,
                calibrationError(filled, rows),
                filled.stream().map(band -> judged(band, confidence)).toList());
    }

    /** O/E over all bands: 1 is parity, above 1 the scores are too low on the whole; NaN for 0/0. */
    public double observedOverExpected() {
        return positives / expected;
    }

    /**
     * Interval of {@link #observedOverExpected}: the Wilson interval of positives / rows over the mean score, which is taken as given.
     * It is wider than needed, since rows of unlike scores vary less together than rows of one rate.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return ratioInterval(new Proportion(positives, rows), expected, confidence);
    }

    /**
     * Brier's score, the mean of (score − label)², 0 is perfect; NaN without rows. It depends on the base rate, so groups are compared by
     * it only beside theirs. As scikit-learn {@code brier_score_loss}.
     *
     * @param sumOfSquaredErrors Σ(score − label)²
     * @throws IllegalArgumentException if an argument is negative
     */
    public static double brier(BigDecimal sumOfSquaredErrors, long rows) {
        Arguments.notNegative("sumOfSquaredErrors", sumOfSquaredErrors.doubleValue());
        return sumOfSquaredErrors.doubleValue() / Arguments.count("rows", rows);
    }

    private static double calibrationError(List<ScoreBand> bands, long rows) {
        double error = 0;
        for (ScoreBand band : bands) {
            error += Math.abs(band.positives() - band.sumOfScores().doubleValue());
        }
        return error / rows;
    }

    private static Band judged(ScoreBand band, double confidence) {
        double expected = band.sumOfScores().doubleValue();
        return new Band(band, band.positives() / expected, ratioInterval(band.positiveRate(), expected, confidence));
    }

    private static Interval ratioInterval(Proportion observed, double expected, double confidence) {
        Interval rate = observed.interval(confidence);
        if (observed.trials() == 0 || expected == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double meanScore = expected / observed.trials();
        return new Interval(rate.low() / meanScore, rate.high() / meanScore);
    }
}
