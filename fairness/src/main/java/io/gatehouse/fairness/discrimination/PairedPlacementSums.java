package io.gatehouse.fairness.discrimination;

import java.math.BigInteger;

/**
 * {@link PlacementSums} of two scores over the same rows, with the cross products that their covariance needs.
 *
 * @param first of the first score, by custom the challenger's
 * @param second of the second score, by custom the champion's
 * @param crossProductOfPositives Σ over positives of the product of both doubled placements
 * @param crossProductOfNegatives the same over negatives
 */
public record PairedPlacementSums(
        PlacementSums first,
        PlacementSums second,
        BigInteger crossProductOfPositives,
        BigInteger crossProductOfNegatives) {

    /** @throws IllegalArgumentException if the scores are not over the same rows */
    public PairedPlacementSums {
        if (first.positives() != second.positives() || first.negatives() != second.negatives()) {
            throw new IllegalArgumentException("Paired scores must share their rows: " + first.positives() + "+"
                    + first.negatives() + " against " + second.positives() + "+" + second.negatives());
        }
    }

    /** The covariance of both AUCs, times (2mn)²(m−1)(n−1), exact. */
    BigInteger crossSpread() {
        return DeLong.spread(first, second.sumOfPlacements(), crossProductOfPositives, crossProductOfNegatives);
    }
}
