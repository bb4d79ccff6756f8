package io.gatehouse.fairness.hypotheses;

import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.StandardNormal;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Whether two disjoint groups have the same rate, the null hypothesis being p1 = p2. With many rows the smallest gap is significant: a
 * judgement asks how large it is, by interval, and shows this beside it.
 */
public final class TwoProportions {

    /** Fewest expected events and non-events in either group for the normal approximation. */
    private static final double ENOUGH = 5;

    private static final double EQUALLY_LIKELY = 1e-7;

    private TwoProportions() {}

    /**
     * {@link #chiSquared} where all four expected cells are at least 5, else {@link #fisherExact}.
     *
     * @throws IllegalArgumentException as {@link #fisherExact}
     */
    public static Significance test(Proportion first, Proportion second) {
        return smallestExpectedCell(first, second) >= ENOUGH ? chiSquared(first, second) : fisherExact(first, second);
    }

    /** Whether the expected cells are too small for the normal limit, where {@link #test} is exact. */
    public static boolean isApproximate(Proportion first, Proportion second) {
        return !(smallestExpectedCell(first, second) >= ENOUGH);
    }

    /**
     * z = (p1 − p2) / √(p(1−p)(1/n1 + 1/n2)) with the pooled rate p = (x1+x2)/(n1+n2), and its two-sided p-value. Both are NaN where a
     * group has no trials or the pooled rate is 0 or 1. Agrees with statsmodels {@code proportions_ztest}.
     */
    public static Significance pooledZ(Proportion first, Proportion second) {
        double z = z(first, second);
        return new Significance(Method.POOLED_Z, z, StandardNormal.twoSidedPValue(z));
    }

    /**
     * Pearson's χ² of the two-by-two table, which is the square of {@link #pooledZ}'s z, with one degree of freedom and without continuity
     * correction. NaN where that is. Agrees with scipy {@code chi2_contingency(correction=False)} and R {@code prop.test(correct=FALSE)}.
     */
    public static Significance chiSquared(Proportion first, Proportion second) {
        double z = z(first, second);
        return new Significance(Method.CHI_SQUARED, z * z, StandardNormal.twoSidedPValue(z));
    }

    /**
     * Fisher's exact test: the sum of the probabilities, given the margins, of all tables that are at most as likely as the observed one,
     * equality forgiving a relative rounding of 1e-7. Its statistic is x1. A margin of 0 leaves a single possible table, and the p-value
     * is 1. Agrees with scipy {@code fisher_exact} and R {@code fisher.test}. Commons Statistics 1.2 {@code FisherExactTest} does not where
     * two tables are equally likely but for rounding: for 0/2 and 2/5 it answers 0.52 in place of 1.
     *
     * @throws IllegalArgumentException if there are more than 2³¹−1 rows in all, or counts that are not whole: weighted rows have no exact
     *     test
     */
    public static Significance fisherExact(Proportion first, Proportion second) {
        if (!first.whole() || !second.whole()) {
            throw new IllegalArgumentException("An exact test needs whole counts: " + first + " and " + second);
        }
        Arguments.atMost("rows", (long) (first.trials() + second.trials()), "2³¹−1", Integer.MAX_VALUE);
        if (first.trials() + second.trials() == 0) {
            return new Significance(Method.FISHER_EXACT, 0, 1);
        }
        int events = (int) (first.successes() + second.successes());
        var tables =
                HypergeometricDistribution.of((int) (first.trials() + second.trials()), events, (int) first.trials());
        double limit = tables.probability((int) first.successes()) * (1 + EQUALLY_LIKELY);
        double pValue = IntStream.rangeClosed(tables.getSupportLowerBound(), tables.getSupportUpperBound())
                .mapToDouble(tables::probability)
                .filter(probability -> probability <= limit)
                .sum();
        return new Significance(Method.FISHER_EXACT, first.successes(), Math.min(1, pValue));
    }

    /** The least of the four expected cells under equal rates; NaN without any trials. */
    private static double smallestExpectedCell(Proportion first, Proportion second) {
        double fewerTrials = Math.min(first.trials(), second.trials());
        double pooled = pooled(first, second);
        return fewerTrials * Math.min(pooled, 1 - pooled);
    }

    private static double z(Proportion first, Proportion second) {
        double pooled = pooled(first, second);
        double variance = pooled * (1 - pooled) * (1.0 / first.trials() + 1.0 / second.trials());
        return variance == 0 ? Double.NaN : (first.value() - second.value()) / Math.sqrt(variance);
    }

    private static double pooled(Proportion first, Proportion second) {
        return (first.successes() + second.successes()) / (first.trials() + second.trials());
    }
}
