package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.KoopmanRatio;
import io.gatehouse.fairness.intervals.NewcombeDifference;
import io.gatehouse.fairness.intervals.StandardNormal;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * How likely a {@link ToleranceRule} is to reach a verdict with so many rows, if the true rates are these: by normal approximation of
 * Koopman's statistic and of Newcombe's difference. A pass takes both sides of both intervals, so at parity a pass with 80 % power takes
 * (z₁₋α + z₀.₉)² in place of the customary (z₁₋α + z₀.₈)², which reaches 60 %. The lesser of the powers by ratio and by difference stands
 * for both, since they hardly ever fall apart.
 *
 * @param rule that judges
 * @param groupRate true rate of the group, p1 in 0..1
 * @param referenceRate true rate of the reference, p2 in 0..1
 */
public record RulePower(ToleranceRule rule, double groupRate, double referenceRate) {

    /** Power that a needed number of rows refers to. */
    public static final double WANTED = 0.80;

    private static final double MOST = 1e9;

    /** On the scale of logarithms, so to twelve digits. */
    private static final BrentSolver SEARCH = new BrentSolver(1e-15, 1e-12, 0);

    /** A truth as near to the tolerance as this is taken to be at it. */
    private static final double EDGE = 1e-9;

    /** @throws IllegalArgumentException if a rate is not in 0..1 */
    public RulePower {
        Arguments.share("groupRate", groupRate);
        Arguments.share("referenceRate", referenceRate);
    }

    /**
     * Probability of PASS, in 0..1; 0 where a rate is 0, since there is no ratio to be sure of, and where the rates are at or beyond the
     * tolerance, since a pass there is an error.
     *
     * @param groupRows n1, rows with the rate's denominator in the group
     * @param referenceRows n2, the same in the reference
     */
    public double toPass(double groupRows, double referenceRows) {
        if (groupRate == 0 || referenceRate == 0 || belowMinima(groupRows, referenceRows)) {
            return 0;
        }
        double confidence = 1 - 2 * rule.alpha();
        Interval margins = newcombe(groupRows, referenceRows, confidence);
        double error = error(groupRows, referenceRows, 1);
        double byRatio = above(rule.tolerance(), groupRows, referenceRows, confidence)
                + below(1 / rule.tolerance(), groupRows, referenceRows, confidence)
                - 1;
        double byDifference = probability(margins.low() + rule.differenceCap(), error)
                + probability(rule.differenceCap() - margins.high(), error)
                - 1;
        boolean tolerable = Math.abs(groupRate - referenceRate) < rule.differenceCap() - EDGE;
        return tolerable ? Math.max(0, Math.min(byRatio, byDifference)) : 0;
    }

    /**
     * Probability of FAIL, in 0..1, on the side of parity where the rates are; 0 where they are within the tolerance or at its edge.
     *
     * @param groupRows n1, rows with the rate's denominator in the group
     * @param referenceRows n2, the same in the reference
     * @param comparisons m, by which the chance of error is divided
     */
    public double toFail(double groupRows, double referenceRows, int comparisons) {
        if (belowMinima(groupRows, referenceRows)) {
            return 0;
        }
        double confidence = 1 - rule.alpha() / comparisons;
        Interval margins = newcombe(groupRows, referenceRows, confidence);
        double error = error(groupRows, referenceRows, 1);
        boolean less = groupRate < referenceRate;
        double byRatio = less
                ? below(rule.tolerance(), groupRows, referenceRows, confidence)
                : above(1 / rule.tolerance(), groupRows, referenceRows, confidence);
        double byDifference = less
                ? probability(-rule.differenceCap() - margins.high(), error)
                : probability(margins.low() - rule.differenceCap(), error);
        boolean intolerable = Math.abs(groupRate - referenceRate) > rule.differenceCap() + EDGE;
        return Math.max(referenceRate == 0 ? 0 : byRatio, intolerable ? byDifference : 0);
    }

    /** Rows with the rate's denominator that a group needs to pass with 80 % power, the reference being as large; may be infinite. */
    public double rowsToPass() {
        return whole(smallest(rows -> toPass(rows, rows), 1));
    }

    /**
     * Rows of all groups together that a pass with 80 % power takes, where the group's rows with the rate's denominator are one share of
     * all rows and the reference's another; may be infinite.
     *
     * @param groupShare above 0 and at most 1
     * @param referenceShare above 0 and at most 1
     * @throws IllegalArgumentException if a share is not
     */
    public double allRowsToPass(double groupShare, double referenceShare) {
        Arguments.positive("groupShare", Arguments.share("groupShare", groupShare));
        Arguments.positive("referenceShare", Arguments.share("referenceShare", referenceShare));
        return whole(smallest(
                rows -> toPass(rows * groupShare, rows * referenceShare), 1 / Math.min(groupShare, referenceShare)));
    }

    /**
     * To twelve digits, the least argument from {@code from} to a billion times as much at which a rising power reaches 80 %; infinite if
     * it never does.
     */
    static double smallest(DoubleUnaryOperator power, double from) {
        if (power.applyAsDouble(from) >= WANTED) {
            return from;
        }
        if (power.applyAsDouble(from * MOST) < WANTED) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.exp(SEARCH.findRoot(
                magnitude -> power.applyAsDouble(Math.exp(magnitude)) - WANTED, Math.log(from), Math.log(from * MOST)));
    }

    /** Whole rows; a number that the search left a trifle above a whole one is that one. */
    private static double whole(double rows) {
        return Math.ceil(rows - 1e-6);
    }

    private boolean belowMinima(double groupRows, double referenceRows) {
        double fewer = Math.min(groupRows, referenceRows);
        double pooled =
                (groupRows * groupRate + referenceRows * referenceRate) / Math.max(1, groupRows + referenceRows);
        return fewer < rule.minDenominator() - 1e-9 || fewer * pooled < rule.minEvents() - 1e-9;
    }

    /** Probability that Koopman's interval lies above a ratio. */
    private double above(double ratio, double groupRows, double referenceRows, double confidence) {
        return beyond(groupRate - ratio * referenceRate, ratio, groupRows, referenceRows, confidence);
    }

    /** Probability that Koopman's interval lies below a ratio. */
    private double below(double ratio, double groupRows, double referenceRows, double confidence) {
        return beyond(ratio * referenceRate - groupRate, ratio, groupRows, referenceRows, confidence);
    }

    /** The statistic is judged by its spread under the bound's hypothesis, and strays by that of the true rates. */
    private double beyond(double distance, double ratio, double groupRows, double referenceRows, double confidence) {
        double variance = KoopmanRatio.varianceUnder(groupRate, groupRows, referenceRate, referenceRows, ratio);
        double margin = StandardNormal.twoSided(confidence) * Math.sqrt(variance);
        return distance <= EDGE ? 0 : probability(distance - margin, error(groupRows, referenceRows, ratio));
    }

    private static double probability(double distance, double error) {
        return error == 0 ? (distance > 0 ? 1 : 0) : StandardNormal.probabilityBelow(distance / error);
    }

    private Interval newcombe(double groupRows, double referenceRows, double confidence) {
        return NewcombeDifference.ofRates(groupRate, groupRows, referenceRate, referenceRows, confidence);
    }

    /** Standard error of p̂1 − θ·p̂2 at the true rates. */
    private double error(double groupRows, double referenceRows, double ratio) {
        return Math.sqrt(groupRate * (1 - groupRate) / groupRows
                + ratio * ratio * referenceRate * (1 - referenceRate) / referenceRows);
    }
}
