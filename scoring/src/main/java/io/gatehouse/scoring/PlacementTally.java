package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.PlacementSums;
import java.math.BigInteger;

/**
 * Adds up {@link PlacementSums} from rows in rising order of their score. A negative's placement counts the positives above it, which are
 * not known yet when it comes by, so the mirror image is summed, 2·(positives below) + (positives tied), and turned round at the end.
 */
final class PlacementTally {

    private long positives;
    private long negatives;
    private long sumOfPositives;
    private long sumOfMirrored;
    private final Sum128 squaresOfPositives = new Sum128();
    private final Sum128 squaresOfMirrored = new Sum128();

    /** Counts all rows of the next score. */
    void add(long tiedPositives, long tiedNegatives) {
        if (tiedPositives > 0) {
            long placement = 2 * negatives + tiedNegatives;
            sumOfPositives += tiedPositives * placement;
            squaresOfPositives.addProduct(placement * placement, tiedPositives);
        }
        if (tiedNegatives > 0) {
            long mirrored = 2 * positives + tiedPositives;
            sumOfMirrored += tiedNegatives * mirrored;
            squaresOfMirrored.addProduct(mirrored * mirrored, tiedNegatives);
        }
        positives += tiedPositives;
        negatives += tiedNegatives;
    }

    long positives() {
        return positives;
    }

    long negatives() {
        return negatives;
    }

    PlacementSums sums() {
        BigInteger twice = BigInteger.valueOf(2 * positives);
        BigInteger squaresOfNegatives = twice.multiply(twice)
                .multiply(BigInteger.valueOf(negatives))
                .subtract(twice.shiftLeft(1).multiply(BigInteger.valueOf(sumOfMirrored)))
                .add(squaresOfMirrored.value());
        return new PlacementSums(
                positives,
                negatives,
                BigInteger.valueOf(sumOfPositives),
                squaresOfPositives.value(),
                squaresOfNegatives);
    }
}
