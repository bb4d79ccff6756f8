package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How many rows, what their values add up to, and their squares: all that a mean, its variance and those of any a·x + b need. The sums
 * are exact, so they are the same in whatever order and by however many threads the rows were added.
 *
 * @param rows counted
 * @param sum Σx, in the unit of the value
 * @param sumOfSquares Σx², exact as well: not rounded to the digits of the value
 */
public record ValueMoments(long rows, BigDecimal sum, BigDecimal sumOfSquares) {

    /** Of no rows. */
    public static final ValueMoments NONE = new ValueMoments(0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** @throws IllegalArgumentException if rows are negative or no rows have these sums, as n·Σx² is never below (Σx)² */
    public ValueMoments {
        Arguments.count("rows", rows);
        boolean none = rows == 0 && (sum.signum() != 0 || sumOfSquares.signum() != 0);
        if (none || BigDecimal.valueOf(rows).multiply(sumOfSquares).compareTo(sum.multiply(sum)) < 0) {
            throw new IllegalArgumentException(
                    "No " + rows + " values have the sum " + sum + " and the sum of squares " + sumOfSquares);
        }
    }

    /** Rows that all have the same value. */
    public static ValueMoments constant(long rows, BigDecimal value) {
        BigDecimal count = BigDecimal.valueOf(rows);
        return new ValueMoments(
                rows, count.multiply(value), count.multiply(value).multiply(value));
    }

    /** Both taken together, of disjoint rows. */
    public ValueMoments plus(ValueMoments other) {
        return new ValueMoments(rows + other.rows, sum.add(other.sum), sumOfSquares.add(other.sumOfSquares));
    }

    /** Of factor·x + offset: Σ(ax + b)² = a²Σx² + 2abΣx + nb², exact. */
    public ValueMoments affine(BigDecimal factor, BigDecimal offset) {
        BigDecimal count = BigDecimal.valueOf(rows);
        BigDecimal mixed = factor.multiply(offset).multiply(sum).multiply(BigDecimal.TWO);
        return new ValueMoments(
                rows,
                factor.multiply(sum).add(count.multiply(offset)),
                factor.multiply(factor).multiply(sumOfSquares).add(mixed).add(count.multiply(offset.multiply(offset))));
    }

    /** Of −x. */
    public ValueMoments negated() {
        return new ValueMoments(rows, sum.negate(), sumOfSquares);
    }

    /** n·Σx² − (Σx)², which is n(n−1) times the sample variance; exact, at least 0. */
    BigDecimal spread() {
        return BigDecimal.valueOf(rows).multiply(sumOfSquares).subtract(sum.multiply(sum));
    }

    /** n(n−1), which does not fit a long from three billion rows on. */
    BigDecimal degrees() {
        BigInteger count = BigInteger.valueOf(rows);
        return new BigDecimal(count.multiply(count.subtract(BigInteger.ONE)));
    }
}
