package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.weights.WeightSum;

/**
 * The counterpart of {@link ConfusionCounts} for rows with sampling weights. Σw² is kept by cell, since every rate has an effective size of
 * its own: that of its denominator.
 *
 * @param truePositives flagged, label positive
 * @param falsePositives flagged, label negative
 * @param falseNegatives not flagged, label positive
 * @param trueNegatives not flagged, label negative
 */
public record WeightedCounts(
        WeightSum truePositives, WeightSum falsePositives, WeightSum falseNegatives, WeightSum trueNegatives) {

    /** Every row with the same weight. */
    public static WeightedCounts constant(ConfusionCounts counts, long weight) {
        return new WeightedCounts(
                WeightSum.constant(counts.truePositives(), weight),
                WeightSum.constant(counts.falsePositives(), weight),
                WeightSum.constant(counts.falseNegatives(), weight),
                WeightSum.constant(counts.trueNegatives(), weight));
    }

    /** All members. */
    public WeightSum total() {
        return positives().plus(negatives());
    }

    /** Members whose label is positive. */
    public WeightSum positives() {
        return truePositives.plus(falseNegatives);
    }

    /** Members whose label is negative. */
    public WeightSum negatives() {
        return falsePositives.plus(trueNegatives);
    }

    /** Members at or above the threshold. */
    public WeightSum flagged() {
        return truePositives.plus(falsePositives);
    }

    /** The rows, whatever their weights. */
    public ConfusionCounts counts() {
        return new ConfusionCounts(
                truePositives.rows(), falsePositives.rows(), falseNegatives.rows(), trueNegatives.rows());
    }

    /** The counts of two disjoint groups taken together. */
    public WeightedCounts plus(WeightedCounts other) {
        return new WeightedCounts(
                truePositives.plus(other.truePositives),
                falsePositives.plus(other.falsePositives),
                falseNegatives.plus(other.falseNegatives),
                trueNegatives.plus(other.trueNegatives));
    }
}
