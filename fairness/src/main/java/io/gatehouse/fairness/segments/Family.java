package io.gatehouse.fairness.segments;

/**
 * The comparisons that were made in one run and share one correction for being many: every judged group of every attribute and
 * intersection, by every rule.
 *
 * @param attributes that were judged by
 * @param intersections of two attributes that were judged by
 * @param rules each with a rate
 * @param comparisons how many led to a judgement, m. Groups too small to judge and reference groups are none
 * @param ofIntervals how the intervals by which a group fails are corrected: their confidence is 1 − α/m
 * @param ofPValues how the p-values shown beside the verdicts are corrected
 */
public record Family(
        int attributes, int intersections, int rules, int comparisons, Correction ofIntervals, Correction ofPValues) {

    /** Corrections for many comparisons, by the names of the field. */
    public enum Correction {
        /** Each interval has 1/m of the chance of error. */
        BONFERRONI,
        /** Holm's step-down adjustment, {@link io.gatehouse.fairness.hypotheses.AdjustedPValues#holm}. */
        HOLM
    }
}
