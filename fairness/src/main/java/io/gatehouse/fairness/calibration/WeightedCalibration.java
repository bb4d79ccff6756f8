package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.util.List;

/**
 * The counterpart of {@link Calibration} for rows with sampling weights. Spiegelhalter's test has no weighted form here: under its null
 * hypothesis the variance hangs on how rows were drawn.
 *
 * @param bands of scores, empty ones left out
 * @param sumOfSquaredErrors Σ of weight times (score − label)², in the unit of the weights, exact
 */
public record WeightedCalibration(List<WeightedBand> bands, BigDecimal sumOfSquaredErrors) {

    public WeightedCalibration {
        bands = List.copyOf(bands);
    }

    /** Weighted mean of (score − label)², as scikit-learn {@code brier_score_loss(sample_weight=…)}; NaN without rows. */
    public double brier() {
        return WeightedBand.mean(sumOfSquaredErrors, whole().all());
    }

    /** Weighted positive rate, NaN without rows. */
    public double observed() {
        return whole().positiveRate();
    }

    /** Weighted mean score, NaN without rows. */
    public double expected() {
        return whole().meanScore();
    }

    /** O/E: 1 is parity, above 1 the scores are too low on the whole; NaN for 0/0. */
    public double observedOverExpected() {
        return observed() / expected();
    }

    /**
     * Interval of {@link #observedOverExpected}: Wilson's of the weighted positive rate out of effective rows, over the mean score, which is
     * taken as given; everything from 0 on where the mean score is 0.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        WeightedBand whole = whole();
        Interval rate = whole.positives().in(whole.all()).interval(confidence);
        double expected = whole.meanScore();
        return expected > 0
                ? new Interval(rate.low() / expected, rate.high() / expected)
                : new Interval(0, Double.POSITIVE_INFINITY);
    }

    /** Σ over bands of share of the band times |positive rate − mean score|, all weighted; 0 is perfect, NaN without rows. */
    public double expectedCalibrationError() {
        WeightSum all = whole().all();
        return all.rows() == 0
                ? Double.NaN
                : bands.stream()
                        .mapToDouble(band -> band.all().shareOf(all) * Math.abs(band.positiveRate() - band.meanScore()))
                        .sum();
    }

    private WeightedBand whole() {
        return bands.stream()
                .reduce(new WeightedBand(WeightSum.NONE, WeightSum.NONE, BigDecimal.ZERO), WeightedBand::plus);
    }
}
