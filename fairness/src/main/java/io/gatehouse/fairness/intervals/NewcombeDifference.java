package io.gatehouse.fairness.intervals;

/**
 * Newcombe's hybrid score interval (his method 10) of the difference d = p1 − p2 of two independent proportions, made of their Wilson
 * intervals (l, u): d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²). Parity is 0.
 *
 * <p>Agrees with statsmodels {@code confint_proportions_2indep(compare='diff', method='newcomb')} and R
 * {@code DescTools::BinomDiffCI(method="score")}. Source: Newcombe (1998), Statistics in Medicine 17:873.
 */
public final class NewcombeDifference {

    private NewcombeDifference() {}

    /**
     * The interval of x1/n1 − x2/n2, inside −1..1; the whole of it if a denominator is 0.
     *
     * @throws IllegalArgumentException if a count is negative, there are more successes than trials, or the confidence is not between 0
     *     and 1
     */
    public static Interval of(double x1, double n1, double x2, double n2, double confidence) {
        Interval first = WilsonInterval.of(x1, n1, confidence);
        Interval second = WilsonInterval.of(x2, n2, confidence);
        if (n1 == 0 || n2 == 0) {
            return new Interval(-1, 1);
        }
        return of(x1 / n1, first, x2 / n2, second);
    }

    /**
     * The interval of p1 − p2 for rates that were seen in so many trials, which need not be whole numbers: with weights they are effective
     * sizes, and for planning what is to be expected.
     *
     * @throws IllegalArgumentException as {@link WilsonInterval#ofRate}
     */
    public static Interval ofRates(double p1, double n1, double p2, double n2, double confidence) {
        return of(p1, WilsonInterval.ofRate(p1, n1, confidence), p2, WilsonInterval.ofRate(p2, n2, confidence));
    }

    private static Interval of(double p1, Interval first, double p2, Interval second) {
        double difference = p1 - p2;
        double below = Math.hypot(p1 - first.low(), second.high() - p2);
        double above = Math.hypot(first.high() - p1, p2 - second.low());
        return new Interval(Math.max(-1, difference - below), Math.min(1, difference + above));
    }
}
