package io.gatehouse.fairness.intervals;

/**
 * So many of so many.
 *
 * @param successes rows that have the property
 * @param trials rows that could have it
 */
public record Proportion(long successes, long trials) {

    /** @throws IllegalArgumentException if a count is negative or there are more successes than trials */
    public Proportion {
        Arguments.atMost("successes", successes, "trials", trials);
    }

    /** successes / trials in 0..1; NaN if there are no trials. */
    public double value() {
        return (double) successes / trials;
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
