package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.intervals.Arguments;
import java.math.BigInteger;

/**
 * All that DeLong's variance of one AUC needs of a scored, labelled table, in whole numbers, so that any number of threads adds up to
 * the same bytes. The doubled placement of a positive is 2·(negatives scored below it) + (negatives tied with it); that of a negative
 * is 2·(positives scored above it) + (positives tied with it).
 *
 * @param positives rows with a positive label, m
 * @param negatives rows with a negative label, n
 * @param sumOfPlacements Σ of the doubled placements over positives, which equals that over negatives and 2·m·n·AUC
 * @param sumOfSquaresOfPositives Σ of squared doubled placements over positives
 * @param sumOfSquaresOfNegatives Σ of squared doubled placements over negatives
 */
public record PlacementSums(
        long positives,
        long negatives,
        BigInteger sumOfPlacements,
        BigInteger sumOfSquaresOfPositives,
        BigInteger sumOfSquaresOfNegatives) {

    /** @throws IllegalArgumentException if a count is negative or the placements add up to more than 2·m·n */
    public PlacementSums {
        Arguments.count("positives", positives);
        Arguments.count("negatives", negatives);
        BigInteger most = BigInteger.valueOf(positives)
                .multiply(BigInteger.valueOf(negatives))
                .shiftLeft(1);
        if (sumOfPlacements.signum() < 0 || sumOfPlacements.compareTo(most) > 0) {
            throw new IllegalArgumentException("sumOfPlacements must lie in 0.." + most + ": " + sumOfPlacements);
        }
    }
}
