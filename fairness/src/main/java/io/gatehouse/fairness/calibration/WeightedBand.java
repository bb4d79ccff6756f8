package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The counterpart of {@link ScoreBand} for rows with sampling weights.
 *
 * @param positives weights of rows with a positive label
 * @param negatives weights of rows with a negative label
 * @param sumOfScores Σ of weight times score, in the unit of the weights, exact
 */
public record WeightedBand(WeightSum positives, WeightSum negatives, BigDecimal sumOfScores) {

    /** @throws IllegalArgumentException if the scores are not in 0..1 on the whole */
    public WeightedBand {
        BigDecimal most = new BigDecimal(positives.sum().add(negatives.sum()));
        if (sumOfScores.signum() < 0 || sumOfScores.compareTo(most) > 0) {
            throw new IllegalArgumentException("sumOfScores must lie in 0.." + most + ": " + sumOfScores);
        }
    }

    /** All rows. */
    public WeightSum all() {
        return positives.plus(negatives);
    }

    /** Weighted share of positives, in 0..1; NaN without rows. */
    public double positiveRate() {
        return positives.shareOf(all());
    }

    /** Weighted mean of the scores, in 0..1; NaN without rows. */
    public double meanScore() {
        return mean(sumOfScores, all());
    }

    /** Both taken together, of disjoint rows. */
    public WeightedBand plus(WeightedBand other) {
        return new WeightedBand(
                positives.plus(other.positives), negatives.plus(other.negatives), sumOfScores.add(other.sumOfScores));
    }

    static double mean(BigDecimal sum, WeightSum weights) {
        return weights.rows() == 0
                ? Double.NaN
                : sum.divide(new BigDecimal(weights.sum()), MathContext.DECIMAL128)
                        .doubleValue();
    }
}
