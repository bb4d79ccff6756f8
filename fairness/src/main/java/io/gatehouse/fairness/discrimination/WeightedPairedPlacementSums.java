package io.gatehouse.fairness.discrimination;

import java.math.BigInteger;

/**
 * {@link WeightedPlacementSums} of two scores over the same rows, with the cross products that their covariance needs.
 *
 * @param first of the first score, by custom the challenger's
 * @param second of the second score, by custom the champion's
 * @param crossProductOfPositives Σw² over positives of the product of both doubled placements
 * @param crossProductOfNegatives the same over negatives
 */
public record WeightedPairedPlacementSums(
        WeightedPlacementSums first,
        WeightedPlacementSums second,
        BigInteger crossProductOfPositives,
        BigInteger crossProductOfNegatives) {

    /** @throws IllegalArgumentException if the scores are not over the same rows */
    public WeightedPairedPlacementSums {
        if (!first.positives().equals(second.positives()) || !first.negatives().equals(second.negatives())) {
            throw new IllegalArgumentException("Paired scores must share their rows: " + first + " and " + second);
        }
    }
}
