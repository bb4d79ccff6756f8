package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import java.math.BigInteger;

/** Adds up {@link WeightedPlacementSums} score by score, in rising order. The weight of all positives is known beforehand. */
final class WeightedPlacementTally {

    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 1;

    private final long allPositives;
    private final WeightTally run = new WeightTally(2);
    private final WeightTally all = new WeightTally(2);
    private long positivesBelow;
    private long negativesBelow;
    private BigInteger sum = BigInteger.ZERO;
    private final BigInteger[] linear = {BigInteger.ZERO, BigInteger.ZERO};
    private final BigInteger[] quadratic = {BigInteger.ZERO, BigInteger.ZERO};

    WeightedPlacementTally(long allPositives) {
        this.allPositives = allPositives;
    }

    /** Takes a row of the current score. */
    void add(boolean positive, long weight) {
        int label = positive ? POSITIVE : NEGATIVE;
        run.add(label, weight);
        all.add(label, weight);
    }

    long runPositives() {
        return run.sum(POSITIVE);
    }

    long runNegatives() {
        return run.sum(NEGATIVE);
    }

    long positivesBelow() {
        return positivesBelow;
    }

    long negativesBelow() {
        return negativesBelow;
    }

    /** Doubled placement of the positives of the current score, once all its rows were added. */
    long placementOfPositives() {
        return 2 * negativesBelow + runNegatives();
    }

    /** Doubled placement of the negatives of the current score. */
    long placementOfNegatives() {
        return 2 * (allPositives - positivesBelow) - runPositives();
    }

    /** All rows of the current score were added. */
    void close() {
        BigInteger ofPositives = BigInteger.valueOf(placementOfPositives());
        sum = sum.add(BigInteger.valueOf(runPositives()).multiply(ofPositives));
        square(POSITIVE, ofPositives);
        square(NEGATIVE, BigInteger.valueOf(placementOfNegatives()));
        positivesBelow += runPositives();
        negativesBelow += runNegatives();
        run.clear(POSITIVE);
        run.clear(NEGATIVE);
    }

    private void square(int label, BigInteger placement) {
        if (run.sum(label) > 0) {
            BigInteger once = run.squares(label).multiply(placement);
            linear[label] = linear[label].add(once);
            quadratic[label] = quadratic[label].add(once.multiply(placement));
        }
    }

    WeightedPlacementSums sums() {
        return new WeightedPlacementSums(
                all.at(POSITIVE),
                all.at(NEGATIVE),
                sum,
                new WeightedPlacementSums.Squares(linear[POSITIVE], quadratic[POSITIVE]),
                new WeightedPlacementSums.Squares(linear[NEGATIVE], quadratic[NEGATIVE]));
    }
}
