package io.gatehouse.fairness.intervals;

/**
 * So many of so many. With sampling weights these are effective rows, which need not be whole numbers; whole numbers are exact up to 2⁵³.
 *
 * @param successes rows that have the property
 * @param trials rows that could have it
 */
public record Proportion(double successes, double trials) {

    /** @throws IllegalArgumentException if a count is negative or no number, or there are more successes than trials */
    public Proportion {
        Arguments.atMost("successes", successes, "trials", trials);
    }

    /** successes / trials in 0..1; NaN if there are no trials. */
    public double value() {
        return successes / trials;
    }

    /** Whether both are whole numbers, as exact tests need them. */
    public boolean whole() {
        return successes == Math.rint(successes) && trials == Math.rint(trials);
    }

    /**
     * {@link WilsonInterval} of this proportion.
     *
     * @param confidence between 0 and 1
     * @throws IllegalArgumentException if the confidence is not
     */
    public Interval interval(double confidence) {
        return WilsonInterval.of(successes, trials, confidence);
    }
}
