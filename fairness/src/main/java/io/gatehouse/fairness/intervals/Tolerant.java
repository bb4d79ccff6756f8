package io.gatehouse.fairness.intervals;

/**
 * Comparisons with a threshold that forgive rounding: 0.24 / 0.30 must meet 0.80, though its floating quotient may fall short of it. NaN
 * meets nothing.
 */
public final class Tolerant {

    private static final double SLACK = 1e-9;

    private Tolerant() {}

    public static boolean atLeast(double value, double limit) {
        return value >= limit - SLACK;
    }

    public static boolean atMost(double value, double limit) {
        return value <= limit + SLACK;
    }

    public static boolean below(double value, double limit) {
        return value < limit - SLACK;
    }

    public static boolean above(double value, double limit) {
        return value > limit + SLACK;
    }
}
