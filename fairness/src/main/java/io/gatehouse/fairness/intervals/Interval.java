package io.gatehouse.fairness.intervals;

/**
 * A range of values, both ends included; an end may be infinite. An interval of an estimate that data says nothing about is the whole
 * range that the estimate can take, never NaN.
 *
 * @param low lower end
 * @param high upper end, at least the lower one
 */
public record Interval(double low, double high) {

    /** @throws IllegalArgumentException if an end is NaN or the lower end is above the upper one */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Not an interval: " + low + ".." + high);
        }
    }

    /** Whether the value lies in this interval; NaN lies in none. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether this interval lies wholly in {@code lowest..highest}, ends included, up to a rounding of 1e-9. */
    public boolean within(double lowest, double highest) {
        return Tolerant.atLeast(low, lowest) && Tolerant.atMost(high, highest);
    }

    /** Whether all of this interval is below the value, by more than a rounding of 1e-9. */
    public boolean liesBelow(double value) {
        return Tolerant.below(high, value);
    }

    /** Whether all of this interval is above the value, by more than a rounding of 1e-9. */
    public boolean liesAbove(double value) {
        return Tolerant.above(low, value);
    }

    /** Upper end minus lower end. */
    public double width() {
        return high - low;
    }

    /** Estimate ± half, the whole range where half is NaN, cut at the range's ends. */
    public static Interval around(double estimate, double half, Interval range) {
        if (Double.isNaN(estimate) || Double.isNaN(half)) {
            return range;
        }
        return new Interval(Math.max(range.low, estimate - half), Math.min(range.high, estimate + half));
    }
}
