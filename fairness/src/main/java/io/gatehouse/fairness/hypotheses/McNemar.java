package io.gatehouse.fairness.hypotheses;

import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.StandardNormal;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * McNemar's test of two decisions about the same rows: of those on which they disagree, is one right more often than the other? The null
 * hypothesis is that b and c are equally likely. Source: McNemar (1947), Psychometrika 12:153; for mid-p Fagerland, Lydersen and Laake
 * (2013), BMC Medical Research Methodology 13:91.
 *
 * @param firstAlone b, rows on which the first alone is right
 * @param secondAlone c, rows on which the second alone is right
 */
public record McNemar(long firstAlone, long secondAlone) {

    /** Fewest disagreements for which the approximation by χ² is customary. */
    private static final long ENOUGH = 25;

    /** @throws IllegalArgumentException if a count is negative, or both together exceed 2³¹−1 */
    public McNemar {
        Arguments.count("firstAlone", firstAlone);
        Arguments.count("secondAlone", secondAlone);
        Arguments.atMost("firstAlone + secondAlone", firstAlone + secondAlone, "2³¹−1", Integer.MAX_VALUE);
    }

    /** {@link #chiSquared} from 25 disagreements on, below that {@link #exact}. */
    public Significance test() {
        return disagreements() >= ENOUGH ? chiSquared() : exact();
    }

    /**
     * min(1, 2·P(X ≤ min(b, c))) for X binomial with b+c trials of ½; the statistic is min(b, c). NaN where the decisions never disagree.
     * Agrees with statsmodels {@code mcnemar(exact=True)} and scipy {@code binomtest(b, b + c)}.
     */
    public Significance exact() {
        return new Significance(Method.MCNEMAR_EXACT, fewer(), Math.min(1, 2 * atMostFewer()));
    }

    /**
     * {@link #exact} less P(X = min(b, c)): less cautious, and nearer to its level. NaN where the decisions never disagree. Agrees with R
     * {@code exact2x2::mcnemar.exact(midp=TRUE)}.
     */
    public Significance midP() {
        double observed = disagreements() == 0 ? Double.NaN : distribution().probability((int) fewer());
        return new Significance(Method.MCNEMAR_MID_P, fewer(), Math.min(1, 2 * atMostFewer() - observed));
    }

    /**
     * χ² = max(0, |b − c| − 1)² / (b + c) with one degree of freedom. NaN where the decisions never disagree. Agrees with statsmodels
     * {@code mcnemar(exact=False, correction=True)} and R {@code mcnemar.test}; for b = c statsmodels answers 1/(b+c), R and this 0.
     */
    public Significance chiSquared() {
        double distance = Math.max(0, Math.abs(firstAlone - secondAlone) - 1);
        double z = distance / Math.sqrt(disagreements());
        return new Significance(Method.MCNEMAR_CHI_SQUARED, z * z, StandardNormal.twoSidedPValue(z));
    }

    private long disagreements() {
        return firstAlone + secondAlone;
    }

    private long fewer() {
        return Math.min(firstAlone, secondAlone);
    }

    private double atMostFewer() {
        return disagreements() == 0 ? Double.NaN : distribution().cumulativeProbability((int) fewer());
    }

    private BinomialDistribution distribution() {
        return BinomialDistribution.of((int) disagreements(), 0.5);
    }
}
