package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.WeightedCounts;
import java.math.BigDecimal;

/**
 * The counterpart of {@link ValueCells} for rows with sampling weights.
 *
 * @param truePositives leavers who are flagged
 * @param falsePositives stayers who are flagged
 * @param falseNegatives leavers who are not
 * @param trueNegatives stayers who are not
 */
public record WeightedValueCells(
        WeightedMoments truePositives,
        WeightedMoments falsePositives,
        WeightedMoments falseNegatives,
        WeightedMoments trueNegatives) {

    /** One value for every subscriber. */
    public static WeightedValueCells flat(WeightedCounts counts, double customerValue) {
        BigDecimal value = BigDecimal.valueOf(customerValue);
        return new WeightedValueCells(
                WeightedMoments.constant(counts.truePositives(), value),
                WeightedMoments.constant(counts.falsePositives(), value),
                WeightedMoments.constant(counts.falseNegatives(), value),
                WeightedMoments.constant(counts.trueNegatives(), value));
    }

    /** The weights that each cell holds. */
    public WeightedCounts counts() {
        return new WeightedCounts(
                truePositives.weights(), falsePositives.weights(), falseNegatives.weights(), trueNegatives.weights());
    }

    /** With every value multiplied, as by months. */
    public WeightedValueCells times(BigDecimal factor) {
        return new WeightedValueCells(
                truePositives.affine(factor, BigDecimal.ZERO),
                falsePositives.affine(factor, BigDecimal.ZERO),
                falseNegatives.affine(factor, BigDecimal.ZERO),
                trueNegatives.affine(factor, BigDecimal.ZERO));
    }
}
