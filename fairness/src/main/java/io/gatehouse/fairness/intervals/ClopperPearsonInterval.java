package io.gatehouse.fairness.intervals;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The exact interval of a proportion p = x/n, made of the two binomial tests that just do not reject: α/2 quantile of Beta(x, n−x+1) to
 * 1−α/2 quantile of Beta(x+1, n−x). It covers the true rate at least as often as promised, mostly more often, and is wider for it;
 * {@link WilsonInterval} keeps its promise on average.
 *
 * <p>Agrees with statsmodels {@code proportion_confint(method='beta')}, scipy {@code binomtest(x, n).proportion_ci(method='exact')} and R
 * {@code binom.test}. Commons Statistics has the same as {@code BinomialConfidenceInterval.CLOPPER_PEARSON}, for {@code int} counts only.
 * Source: Clopper and Pearson (1934), Biometrika 26:404.
 */
public final class ClopperPearsonInterval {

    private ClopperPearsonInterval() {}

    /**
     * The interval of {@code successes} out of {@code trials}, inside 0..1. Its lower end is exactly 0 where nothing succeeded, its upper
     * end exactly 1 where all did; without trials it is 0..1.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(long successes, long trials, double confidence) {
        Arguments.atMost("successes", successes, "trials", trials);
        double tail = (1 - Arguments.confidence(confidence)) / 2;
        long failures = trials - successes;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1.0).inverseCumulativeProbability(tail);
        double high = failures == 0
                ? 1
                : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }
}
