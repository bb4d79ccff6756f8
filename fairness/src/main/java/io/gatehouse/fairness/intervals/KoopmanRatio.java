package io.gatehouse.fairness.intervals;

import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * Koopman's score interval of the ratio θ = p1/p2 of two independent proportions: all θ whose score statistic does not exceed z². With
 * p̃1 = θp̃2 the most likely rates under θ, and p̃2 the smaller root of (n1+n2)θ·p² − (n1θ + x1 + n2 + x2θ)·p + (x1+x2) = 0, the
 * statistic is (x1/n1 − θ·x2/n2)² / (p̃1(1−p̃1)/n1 + θ²p̃2(1−p̃2)/n2), which equals Koopman's χ². Parity is 1.
 *
 * <p>Agrees with R {@code PropCIs::riskscoreci} and statsmodels {@code confint_proportions_2indep(compare='ratio', method='score',
 * correction=False)}. It keeps its level where the log interval of Katz does not exist, with no event in a group. Source: Koopman (1984),
 * Biometrics 40:513; Gart and Nam (1988), Biometrics 44:323.
 */
public final class KoopmanRatio {

    /** ln θ beyond which a bound counts as 0 or infinite; far past any ratio of counts, near enough for squares to stay finite. */
    private static final double FARTHEST = 100;

    /** To thirteen digits, as halving found them; some fifteen looks at the statistic in place of its fifty-four. */
    private static final BrentSolver CROSSING = new BrentSolver(1e-15, 1e-15, 0);

    private final double x1;
    private final double n1;
    private final double x2;
    private final double n2;

    private KoopmanRatio(double x1, double n1, double x2, double n2) {
        this.x1 = x1;
        this.n1 = n1;
        this.x2 = x2;
        this.n2 = n2;
    }

    /**
     * The interval of (x1/n1) / (x2/n2). The lower end is 0 where x1 = 0, the upper end infinite where x2 = 0; with both, or without
     * trials in a group, it is 0..∞ and says nothing.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(double x1, double n1, double x2, double n2, double confidence) {
        Arguments.atMost("x1", x1, "n1", n1);
        Arguments.atMost("x2", x2, "n2", n2);
        double z = StandardNormal.twoSided(confidence);
        if (n1 == 0 || n2 == 0 || (x1 == 0 && x2 == 0)) {
            return new Interval(0, Double.POSITIVE_INFINITY);
        }
        return new KoopmanRatio(x1, n1, x2, n2).interval(z * z);
    }

    private Interval interval(double limit) {
        double estimate = (x1 / n1) / (x2 / n2);
        double low = x1 == 0 ? 0 : Math.exp(bound(x2 == 0 ? FARTHEST : Math.log(estimate), -1, limit));
        double high = x2 == 0
                ? Double.POSITIVE_INFINITY
                : Math.exp(bound(x1 == 0 ? -FARTHEST : Math.log(estimate), 1, limit));
        return new Interval(Math.min(low, high), high);
    }

    /** Where the statistic crosses the limit, seen from {@code start} on the log scale in the given direction. */
    private double bound(double start, int direction, double limit) {
        double inside = start;
        double step = 1;
        double outside = start + direction * step;
        while (scoreStatistic(Math.exp(outside)) <= limit) {
            if (Math.abs(outside) > FARTHEST) {
                return outside;
            }
            inside = outside;
            step *= 2;
            outside = inside + direction * step;
        }
        return CROSSING.findRoot(
                magnitude -> scoreStatistic(Math.exp(magnitude)) - limit,
                Math.min(inside, outside),
                Math.max(inside, outside));
    }

    /** The score statistic at θ = ratio; it rises on either side of the estimate. */
    double scoreStatistic(double ratio) {
        double distance = x1 / n1 - ratio * (x2 / n2);
        if (distance == 0) {
            return 0;
        }
        return distance * distance / variance(ratio);
    }

    /**
     * The variance of p̂1 − θ·p̂2 that the score statistic divides by, at the most likely rates under θ; for planning, at rates that are to
     * be expected of so many trials.
     *
     * @param p1 rate of the first group in 0..1
     * @param n1 its trials, above 0
     * @param p2 rate of the second group in 0..1
     * @param n2 its trials, above 0
     * @param ratio θ, above 0
     * @throws IllegalArgumentException if an argument lies outside its range
     */
    public static double varianceUnder(double p1, double n1, double p2, double n2, double ratio) {
        double x1 = Arguments.share("p1", p1) * Arguments.positive("n1", n1);
        double x2 = Arguments.share("p2", p2) * Arguments.positive("n2", n2);
        return new KoopmanRatio(x1, n1, x2, n2).variance(Arguments.positive("ratio", ratio));
    }

    private double variance(double ratio) {
        double a = (n1 + n2) * ratio;
        double b = n1 * ratio + x1 + n2 + x2 * ratio;
        double c = x1 + x2;
        // The smaller root as 2c / (b + √…): no difference of near-equal numbers as in (b − √…) / 2a.
        double p2 = Math.min(1, 2 * c / (b + Math.sqrt(Math.max(0, b * b - 4 * a * c))));
        double p1 = Math.min(1, ratio * p2);
        return p1 * (1 - p1) / n1 + ratio * ratio * p2 * (1 - p2) / n2;
    }
}
