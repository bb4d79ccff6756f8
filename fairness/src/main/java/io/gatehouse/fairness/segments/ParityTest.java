package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.hypotheses.Significance;

/**
 * Whether a gap is more than chance, as information beside a verdict: with many rows a gap far inside the tolerance is significant, and
 * with few a large one is not.
 *
 * @param test of equal rates in the group and the reference
 * @param adjustedPValue the p-value after {@link Family}'s correction for many comparisons
 */
public record ParityTest(Significance test, double adjustedPValue) {}
