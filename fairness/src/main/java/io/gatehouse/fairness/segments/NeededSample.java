package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.StandardNormal;
import io.gatehouse.fairness.intervals.Tolerant;

/**
 * How many rows with the denominator's property a group would need to pass with a power of 80 %, the reference being as large; by
 * {@link RulePower}, both sides of the tolerance and both minima together. The formulas here are the customary ones of a single side: they
 * are right where the true rate is off parity and reach a power of 60 % at parity itself.
 *
 * @param present how many the group has, effective ones where rows are weighted
 * @param atParity how many it needs if its true rate equals the reference's
 * @param atObserved how many it needs if its true rate is the observed one; infinite where that is not tolerable
 */
public record NeededSample(double present, double atParity, double atObserved) {

    private static final double POWER = 0.80;
    private static final double HOPELESS_FACTOR = 20;

    /** Whether waiting will not do: even at parity more than 20 times as many rows are needed. */
    public boolean hopeless() {
        return !(atParity <= HOPELESS_FACTOR * present);
    }

    /**
     * Rows per group for the ratio to pass: (z_{1−α} + z_{power})²·((1−p1)/p1 + (1−p2)/p2) / (−ln τ − |ln ρ|)², with p1 = ρ·p2, rounded
     * up. Infinite if ρ is at or beyond the tolerance, or the rate is 0.
     *
     * @param referenceRate p2 in 0..1
     * @param trueRatio ρ, at least 0, and at most 1/p2
     * @param tolerance τ between 0 and 1: ratios of τ to 1/τ are tolerable
     * @param alpha chance of passing wrongly at the tolerance's edge
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static double forRatio(double referenceRate, double trueRatio, double tolerance, double alpha) {
        double p1 = groupRate(referenceRate, trueRatio);
        Arguments.openUnit("tolerance", tolerance);
        double room = -Math.log(tolerance) - Math.abs(Math.log(trueRatio));
        if (!Tolerant.above(room, 0) || p1 == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double odds = (1 - p1) / p1 + (1 - referenceRate) / referenceRate;
        return Math.ceil(normalSquare(alpha) * odds / (room * room));
    }

    /**
     * Rows per group for the difference to pass: (z_{1−α} + z_{power})²·(p1(1−p1) + p2(1−p2)) / (D − |p1 − p2|)², rounded up. Infinite
     * if the difference is at or beyond the cap.
     *
     * @param referenceRate p2 in 0..1
     * @param trueRatio p1/p2, at least 0, and at most 1/p2
     * @param cap D, above 0 and at most 1
     * @param alpha chance of passing wrongly at the cap
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static double forDifference(double referenceRate, double trueRatio, double cap, double alpha) {
        double p1 = groupRate(referenceRate, trueRatio);
        double room = Arguments.share("cap", cap) - Math.abs(p1 - referenceRate);
        if (!Tolerant.above(room, 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = p1 * (1 - p1) + referenceRate * (1 - referenceRate);
        return Math.ceil(normalSquare(alpha) * variance / (room * room));
    }

    private static double groupRate(double referenceRate, double trueRatio) {
        Arguments.share("referenceRate", referenceRate);
        Arguments.notNegative("trueRatio", trueRatio);
        double rate = referenceRate * trueRatio;
        if (Tolerant.above(rate, 1)) {
            throw new IllegalArgumentException("trueRatio puts the rate above 1: " + trueRatio);
        }
        return Math.min(1, rate);
    }

    private static double normalSquare(double alpha) {
        double z = StandardNormal.oneSided(1 - Arguments.openUnit("alpha", alpha)) + StandardNormal.oneSided(POWER);
        return z * z;
    }
}
