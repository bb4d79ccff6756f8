package io.gatehouse.fairness.intervals;

/**
 * Wilson's score interval of a proportion p = x/n without continuity correction: centre (p + z²/2n) / (1 + z²/n), half-width
 * z·√(p(1−p)/n + z²/4n²) / (1 + z²/n).
 *
 * <p>Agrees with statsmodels {@code proportion_confint(method='wilson')} and R {@code prop.test(correct=FALSE)}. Source: Wilson (1927),
 * JASA 22:209; Newcombe (1998), Statistics in Medicine 17:857.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * The interval of {@code successes} out of {@code trials}, inside 0..1. Its lower end is exactly 0 where nothing succeeded, its upper
     * end exactly 1 where all did; without trials it is 0..1.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(long successes, long trials, double confidence) {
        Arguments.atMost("successes", successes, "trials", trials);
        double z = StandardNormal.twoSided(confidence);
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double n = trials;
        double p = successes / n;
        double z2 = z * z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        // At the edges centre and half-width are equal, or add up to 1, only up to rounding.
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }
}
