package io.gatehouse.fairness.value;

import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The counterpart of {@link ValueMoments} for rows with sampling weights: all that a weighted mean of a·x + b and its variance need, exact.
 *
 * @param weights of the rows
 * @param sum Σw·x, in the unit of the weights times that of the value
 * @param tilted Σw²·x
 * @param squares Σw²·x²
 */
public record WeightedMoments(WeightSum weights, BigDecimal sum, BigDecimal tilted, BigDecimal squares) {

    /** Rows that all have the same value. */
    public static WeightedMoments constant(WeightSum weights, BigDecimal value) {
        BigDecimal tilted = new BigDecimal(weights.squares()).multiply(value);
        return new WeightedMoments(
                weights, new BigDecimal(weights.sum()).multiply(value), tilted, tilted.multiply(value));
    }

    /** Both taken together, of disjoint rows. */
    public WeightedMoments plus(WeightedMoments other) {
        return new WeightedMoments(
                weights.plus(other.weights), sum.add(other.sum), tilted.add(other.tilted), squares.add(other.squares));
    }

    /** Of factor·x + offset. */
    public WeightedMoments affine(BigDecimal factor, BigDecimal offset) {
        BigDecimal all = new BigDecimal(weights.sum());
        BigDecimal allSquares = new BigDecimal(weights.squares());
        return new WeightedMoments(
                weights,
                factor.multiply(sum).add(all.multiply(offset)),
                factor.multiply(tilted).add(allSquares.multiply(offset)),
                factor.multiply(factor)
                        .multiply(squares)
                        .add(factor.multiply(offset).multiply(tilted).multiply(BigDecimal.TWO))
                        .add(allSquares.multiply(offset.multiply(offset))));
    }

    /** Of −x. */
    public WeightedMoments negated() {
        return new WeightedMoments(weights, sum.negate(), tilted.negate(), squares);
    }

    /** Σw·x/Σw; NaN without rows. */
    public double mean() {
        return weights.rows() == 0
                ? Double.NaN
                : sum.divide(new BigDecimal(weights.sum()), MathContext.DECIMAL128)
                        .doubleValue();
    }

    /** The mean with the deviation that gives its standard error over the effective rows. */
    public MeanValue meanValue() {
        double effective = weights.effectiveRows();
        double variance = covarianceOfMeans(this, squares);
        return new MeanValue(mean(), Math.sqrt(variance * effective), weights.rows(), effective);
    }

    /**
     * Σw²(x − mean x)(y − mean y)/((Σw)² − Σw²), the covariance of two weighted means over the same rows: linearised, and with equal weights
     * the sample covariance over n. NaN with fewer than two rows.
     *
     * @param other y of the same rows
     * @param products Σw²·x·y
     */
    double covarianceOfMeans(WeightedMoments other, BigDecimal products) {
        BigInteger all = weights.sum();
        BigInteger square = all.multiply(all);
        if (weights.rows() < 2) {
            return Double.NaN;
        }
        BigDecimal mixed = sum.multiply(other.tilted).add(other.sum.multiply(tilted));
        return new BigDecimal(square)
                .multiply(products)
                .subtract(new BigDecimal(all).multiply(mixed))
                .add(sum.multiply(other.sum).multiply(new BigDecimal(weights.squares())))
                .divide(new BigDecimal(square.multiply(square.subtract(weights.squares()))), MathContext.DECIMAL128)
                .doubleValue();
    }
}
