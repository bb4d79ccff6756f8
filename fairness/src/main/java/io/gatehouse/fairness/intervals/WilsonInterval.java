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
     * The interval of {@code successes} out of {@code trials}, inside 0..1; with weights both are effective counts. Its lower end is exactly 0 where nothing succeeded, its upper
     * end exactly 1 where all did; without trials it is 0..1.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(double successes, double trials, double confidence) {
        Arguments.atMost("successes", successes, "trials", trials);
        if (trials == 0) {
            Arguments.confidence(confidence);
            return new Interval(0, 1);
        }
        Interval interval = ofRate(successes / trials, trials, confidence);
        // At the edges centre and half-width are equal, or add up to 1, only up to rounding.
        double low = successes == 0 ? 0 : interval.low();
        double high = successes == trials ? 1 : interval.high();
        return new Interval(low, high);
    }

    /**
     * The interval of a rate that was seen in so many trials, which need not be a whole number: with weights w it is the effective size
     * (Σw)²/Σw², and for planning what is to be expected.
     *
     * @param rate in 0..1
     * @param trials above 0
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static Interval ofRate(double rate, double trials, double confidence) {
        double p = Arguments.share("rate", rate);
        double n = Arguments.positive("trials", trials);
        double z = StandardNormal.twoSided(confidence);
        double z2 = z * z;
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
