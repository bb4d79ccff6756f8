package io.gatehouse.fairness.hypotheses;

/**
 * What a test of a null hypothesis found. It says how surprising the data would be without any gap, not how large the gap is.
 *
 * @param method that was used
 * @param statistic by the method: z, χ² with one degree of freedom, or for an exact test the count or gap it was made of
 * @param pValue two-sided, in 0..1; NaN where the data has nothing to test
 */
public record Significance(Method method, double statistic, double pValue) {

    /** The tests of this library, by the names of the field. */
    public enum Method {
        /** z of two proportions with their pooled rate. */
        POOLED_Z,
        /** Pearson's χ² of a two-by-two table, without continuity correction. */
        CHI_SQUARED,
        /** Fisher's exact test, two-sided by probability. */
        FISHER_EXACT,
        /** McNemar's test of pairs by the binomial distribution. */
        MCNEMAR_EXACT,
        /** The same with half the probability of what was observed. */
        MCNEMAR_MID_P,
        /** McNemar's χ² with continuity correction. */
        MCNEMAR_CHI_SQUARED,
        /** Observed against expected positives. */
        OBSERVED_EXPECTED_Z,
        /** Spiegelhalter's test of calibration. */
        SPIEGELHALTER_Z,
        /** Labels shuffled many times. */
        PERMUTATION
    }
}
