package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.StandardNormal;

/** How many rows a test takes. For what a fairness verdict takes see {@link io.gatehouse.fairness.segments.RulePower}. */
public final class SampleSize {

    private SampleSize() {}

    /**
     * Rows in each of two groups for the pooled z test to find p1 ≠ p2: (z₁₋α/₂·√(2p̄(1−p̄)) + z_power·√(p1(1−p1) + p2(1−p2)))² / (p1−p2)²,
     * rounded up, without continuity correction. Infinite where the rates are equal. Agrees with R {@code power.prop.test}. Source: Fleiss,
     * Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter 4.
     *
     * @param p1 rate of one group, in 0..1
     * @param p2 rate of the other, in 0..1
     * @param alpha two-sided chance of error, between 0 and 1
     * @param power chance of finding the difference, between 0 and 1
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static double forTwoProportions(double p1, double p2, double alpha, double power) {
        Arguments.share("p1", p1);
        Arguments.share("p2", p2);
        if (p1 == p2) {
            return Double.POSITIVE_INFINITY;
        }
        double mean = (p1 + p2) / 2;
        double underNull =
                StandardNormal.twoSided(1 - Arguments.openUnit("alpha", alpha)) * Math.sqrt(2 * mean * (1 - mean));
        double underTruth =
                StandardNormal.oneSided(Arguments.openUnit("power", power)) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double root = (underNull + underTruth) / (p1 - p2);
        return Math.ceil(root * root - 1e-9);
    }

    /**
     * Trials for a Wilson interval whose half-width is at most so much, at the expected rate: the least whole number. Agrees with statsmodels
     * {@code samplesize_confint_proportion} for large samples; that one uses the normal interval.
     *
     * @param rate to be expected, in 0..1
     * @param halfWidth between 0 and ½
     * @param confidence between 0 and 1
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static long forHalfWidth(double rate, double halfWidth, double confidence) {
        double p = Arguments.share("rate", rate);
        double h = Arguments.openUnit("2·halfWidth", 2 * halfWidth) / 2;
        double z = StandardNormal.twoSided(confidence);
        // Wilson's half-width h solves (1 + z²/n)²h² = z²p(1−p)/n + z⁴/4n², a quadratic in n.
        double z2 = z * z;
        double b = 2 * z2 * h * h - z2 * p * (1 - p);
        double c = z2 * z2 * (h * h - 0.25);
        double n = (-b + Math.sqrt(b * b - 4 * h * h * c)) / (2 * h * h);
        return Math.max(1, (long) Math.ceil(n - 1e-9));
    }
}
