package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;

/**
 * What subscribers are worth, each by a value of their own, by label and by what one model does with them at its threshold. Cell by cell
 * the counterpart of {@link ConfusionCounts}.
 *
 * @param truePositives leavers who are flagged
 * @param falsePositives stayers who are flagged
 * @param falseNegatives leavers who are not
 * @param trueNegatives stayers who are not
 */
public record ValueCells(
        ValueMoments truePositives,
        ValueMoments falsePositives,
        ValueMoments falseNegatives,
        ValueMoments trueNegatives) {

    /** How many subscribers each cell holds. */
    public ConfusionCounts counts() {
        return new ConfusionCounts(
                truePositives.rows(), falsePositives.rows(), falseNegatives.rows(), trueNegatives.rows());
    }

    /** The cells of two disjoint groups taken together. */
    public ValueCells plus(ValueCells other) {
        return new ValueCells(
                truePositives.plus(other.truePositives),
                falsePositives.plus(other.falsePositives),
                falseNegatives.plus(other.falseNegatives),
                trueNegatives.plus(other.trueNegatives));
    }
}
