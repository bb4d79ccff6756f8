package io.gatehouse.fairness.intervals;

/**
 * Katz's log interval of the ratio r = p1/p2 of two independent proportions: exp(ln r ± z·√(1/x1 − 1/n1 + 1/x2 − 1/n2)). Parity is 1. It
 * is the customary one in epidemiology and is given for comparison: with few events it is wider than it needs to be and it does not exist
 * without any, so judgements use {@link KoopmanRatio}.
 *
 * <p>Agrees with scipy {@code stats.contingency.relative_risk(…).confidence_interval()} and statsmodels
 * {@code confint_proportions_2indep(compare='ratio', method='log')}. Source: Katz, Baptista, Azen and Pike (1978), Biometrics 34:469.
 */
public final class KatzRatio {

    private KatzRatio() {}

    /**
     * The interval of (x1/n1) / (x2/n2); 0..∞, which says nothing, where x1 or x2 is 0 and the logarithm's variance does not exist.
     * statsmodels answers NaN there, scipy 0..NaN or NaN..∞.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(long x1, long n1, long x2, long n2, double confidence) {
        Arguments.atMost("x1", x1, "n1", n1);
        Arguments.atMost("x2", x2, "n2", n2);
        double z = StandardNormal.twoSided(confidence);
        if (x1 == 0 || x2 == 0) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        double logRatio = Math.log(((double) x1 / n1) / ((double) x2 / n2));
        double variance = missShare(x1, n1) + missShare(x2, n2);
        double half = z * Math.sqrt(variance);
        return new Interval(Math.exp(logRatio - half), Math.exp(logRatio + half));
    }

    /** 1/x − 1/n, without the cancellation of two near-equal fractions. */
    private static double missShare(long successes, long trials) {
        return (double) (trials - successes) / successes / trials;
    }
}
