package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What is believed of a save rate that nobody has measured: γ ~ Beta(α, β).
 *
 * @param alpha α above 0; with 1 or less the density has no inner peak
 * @param beta β above 0
 */
public record SaveRateLaw(double alpha, double beta) {

    /** @throws IllegalArgumentException naming the parameter that is not above 0 and finite */
    public SaveRateLaw {
        positive("alpha", alpha);
        positive("beta", beta);
    }

    /** Beta(6, 14), mean 0.30, standard deviation 0.10: the default of R {@code EMP::empChurn} and empulse {@code empc_score}. */
    public static SaveRateLaw withDefaults() {
        return new SaveRateLaw(6, 14);
    }

    /** α/(α + β). */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** P(low < γ ≤ high). */
    double probability(double low, double high) {
        return BetaDistribution.of(alpha, beta).probability(low, high);
    }

    /** ∫ γ h(γ) dγ from low to high: the mean times P(low < γ′ ≤ high), γ′ ~ Beta(α + 1, β). */
    double partialMean(double low, double high) {
        return mean() * BetaDistribution.of(alpha + 1, beta).probability(low, high);
    }

    private static void positive(String name, double value) {
        if (!(Arguments.finite(name, value) > 0)) {
            throw new IllegalArgumentException(name + " must be above 0: " + value);
        }
    }
}
