package io.gatehouse.fairness.weights;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Proportion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The sampling weights of some rows, added up exactly. A row of weight w stands for w customers; only ratios of weights matter, so sums may
 * be in any unit that all sums of a table share.
 *
 * @param rows that were weighted
 * @param sum Σw
 * @param squares Σw²
 */
public record WeightSum(long rows, BigInteger sum, BigInteger squares) {

    /** Of no rows. */
    public static final WeightSum NONE = new WeightSum(0, BigInteger.ZERO, BigInteger.ZERO);

    /** @throws IllegalArgumentException if no so many weights above 0 have these sums: Σw² ≤ (Σw)² ≤ rows·Σw² */
    public WeightSum {
        Arguments.count("rows", rows);
        BigInteger square = sum.multiply(sum);
        boolean possible = rows == 0
                ? sum.signum() == 0 && squares.signum() == 0
                : sum.signum() > 0
                        && squares.compareTo(square) <= 0
                        && square.compareTo(squares.multiply(BigInteger.valueOf(rows))) <= 0;
        if (!possible) {
            throw new IllegalArgumentException(
                    "No " + rows + " weights have the sum " + sum + " and the sum of squares " + squares);
        }
    }

    /** Rows that all have the same weight. */
    public static WeightSum constant(long rows, long weight) {
        BigInteger count = BigInteger.valueOf(rows);
        BigInteger each = BigInteger.valueOf(weight);
        return new WeightSum(rows, count.multiply(each), count.multiply(each).multiply(each));
    }

    /** Both taken together, of disjoint rows. */
    public WeightSum plus(WeightSum other) {
        return new WeightSum(rows + other.rows, sum.add(other.sum), squares.add(other.squares));
    }

    /**
     * How many rows of equal weight tell as much: (Σw)²/Σw², in 1..rows, and rows exactly where all weights are equal; 0 without rows.
     * Source: Kish (1965), Survey Sampling, section 8.2.
     */
    public double effectiveRows() {
        return rows == 0 ? 0 : quotient(sum.multiply(sum), squares);
    }

    /** Σw over that of the whole, in 0..1; NaN where the whole has no rows. */
    public double shareOf(WeightSum whole) {
        return whole.rows == 0 ? Double.NaN : quotient(sum, whole.sum);
    }

    /**
     * This part of the whole as so many of so many: the weighted share, out of the effective rows of the whole. With equal weights these are
     * the plain counts.
     */
    public Proportion in(WeightSum whole) {
        return whole.rows == 0
                ? new Proportion(0, 0)
                : new Proportion(quotient(sum.multiply(whole.sum), whole.squares), whole.effectiveRows());
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
