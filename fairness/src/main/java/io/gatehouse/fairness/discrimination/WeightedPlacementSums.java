package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigInteger;

/**
 * All that the variance of an AUC of weighted rows needs, in whole numbers, so that any order of the rows adds up to the same bytes. The
 * doubled placement of a positive is 2·Σw of the negatives scored below it + Σw of those tied with it; that of a negative is 2·Σw of the
 * positives scored above it + Σw of those tied with it.
 *
 * @param positives weights of rows with a positive label
 * @param negatives weights of rows with a negative label
 * @param sumOfPlacements Σw·a over positives with their doubled placements a, which equals that over negatives and 2·W⁺·W⁻·AUC
 * @param ofPositives sums over the positives
 * @param ofNegatives sums over the negatives
 */
public record WeightedPlacementSums(
        WeightSum positives,
        WeightSum negatives,
        BigInteger sumOfPlacements,
        Squares ofPositives,
        Squares ofNegatives) {

    /**
     * @param linear Σw²·a
     * @param quadratic Σw²·a²
     */
    public record Squares(BigInteger linear, BigInteger quadratic) {}

    /** @throws IllegalArgumentException if the placements add up to more than 2·W⁺·W⁻ */
    public WeightedPlacementSums {
        BigInteger most = positives.sum().multiply(negatives.sum()).shiftLeft(1);
        if (sumOfPlacements.signum() < 0 || sumOfPlacements.compareTo(most) > 0) {
            throw new IllegalArgumentException("sumOfPlacements must lie in 0.." + most + ": " + sumOfPlacements);
        }
    }
}
