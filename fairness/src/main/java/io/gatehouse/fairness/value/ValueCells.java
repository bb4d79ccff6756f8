package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;
import java.math.BigDecimal;

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

    /** Cells in which every subscriber has the same value. */
    public static ValueCells flat(ConfusionCounts counts, double value) {
        BigDecimal each = BigDecimal.valueOf(value);
        return new ValueCells(
                ValueMoments.constant(counts.truePositives(), each),
                ValueMoments.constant(counts.falsePositives(), each),
                ValueMoments.constant(counts.falseNegatives(), each),
                ValueMoments.constant(counts.trueNegatives(), each));
    }

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
