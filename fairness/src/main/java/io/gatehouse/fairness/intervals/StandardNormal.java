package io.gatehouse.fairness.intervals;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and standard deviation 1. */
public final class StandardNormal {

    private static final NormalDistribution DISTRIBUTION = NormalDistribution.of(0, 1);

    /** Searches for bounds and sample sizes ask for the same one hundreds of times. */
    private static final AtomicReferenceArray<Quantile> LATELY = new AtomicReferenceArray<>(64);

    private StandardNormal() {}

    /** z with P(|Z| ≤ z) = confidence. */
    public static double twoSided(double confidence) {
        // The upper tail itself, not 1 − tail, keeps the digits of a confidence very near to 1.
        return above((1 - Arguments.confidence(confidence)) / 2);
    }

    /** z with P(Z ≤ z) = confidence. */
    public static double oneSided(double confidence) {
        return above(1 - Arguments.confidence(confidence));
    }

    /** z with P(Z > z) = tail. */
    private static double above(double tail) {
        int place = Math.floorMod(Double.hashCode(tail), LATELY.length());
        Quantile known = LATELY.get(place);
        if (known == null || known.tail != tail) {
            known = new Quantile(tail, DISTRIBUTION.inverseSurvivalProbability(tail));
            LATELY.set(place, known);
        }
        return known.z;
    }

    private record Quantile(double tail, double z) {}

    /** P(Z ≤ z); NaN for NaN. */
    public static double probabilityBelow(double z) {
        return Double.isNaN(z) ? Double.NaN : DISTRIBUTION.cumulativeProbability(z);
    }

    /** P(|Z| ≥ |z|); NaN for NaN. */
    public static double twoSidedPValue(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * DISTRIBUTION.survivalProbability(Math.abs(z)));
    }
}
