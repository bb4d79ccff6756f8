package io.gatehouse.fairness.intervals;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and standard deviation 1. */
public final class StandardNormal {

    private static final NormalDistribution DISTRIBUTION = NormalDistribution.of(0, 1);

    private StandardNormal() {}

    /** z with P(|Z| ≤ z) = confidence. */
    public static double twoSided(double confidence) {
        // The upper tail itself, not 1 − tail, keeps the digits of a confidence very near to 1.
        return DISTRIBUTION.inverseSurvivalProbability((1 - Arguments.confidence(confidence)) / 2);
    }

    /** z with P(Z ≤ z) = confidence. */
    public static double oneSided(double confidence) {
        return DISTRIBUTION.inverseSurvivalProbability(1 - Arguments.confidence(confidence));
    }

    /** P(Z ≤ z); NaN for NaN. */
    public static double probabilityBelow(double z) {
        return Double.isNaN(z) ? Double.NaN : DISTRIBUTION.cumulativeProbability(z);
    }

    /** P(|Z| ≥ |z|); NaN for NaN. */
    public static double twoSidedPValue(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * DISTRIBUTION.survivalProbability(Math.abs(z)));
    }
}
