package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.WeightedPairedPlacementSums;
import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.segments.WeightedHistogram;
import io.gatehouse.fairness.value.WeightedDecisions;
import io.gatehouse.fairness.value.WeightedHistograms;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The same rows by their sampling weights, in units of 10⁻⁹ customers: exact, as all that stands beside it in {@link EvidenceStatistics}.
 *
 * @param column of the weights
 * @param test the split that checks judge
 * @param validation absent if the table holds no such rows
 * @param attributes in the order of the statistics' attributes
 * @param crossings in the order of the statistics' crossings
 * @param pairs of the rows that carry both scores; absent if the table carries no baseline score
 * @param values of the rows that carry a value; absent if no value column is declared
 */
public record WeightedStatistics(
        String column,
        Split test,
        @Nullable Split validation,
        List<Groups> attributes,
        List<Groups> crossings,
        @Nullable Pairs pairs,
        @Nullable Values values) {

    public WeightedStatistics {
        attributes = List.copyOf(attributes);
        crossings = List.copyOf(crossings);
    }

    /** How many customers the weights stand for. */
    public static double customers(WeightSum weights) {
        return new BigDecimal(weights.sum(), FixedPoint.WEIGHT_PLACES).doubleValue();
    }

    /**
     * @param all counts at the threshold and at all others
     * @param placements for AUC and its variance
     * @param calibration in bands of scores
     * @param positivesByTenth by falling score, every tenth holding a tenth of the weight exactly: the positives among it, in units of 10⁻¹⁰
     *     customers. Rows of one score that a cut divides are divided in proportion, each of both labels
     */
    public record Split(
            Group all,
            WeightedPlacementSums placements,
            WeightedCalibration calibration,
            List<BigInteger> positivesByTenth) {
        public Split {
            positivesByTenth = List.copyOf(positivesByTenth);
        }
    }

    /**
     * @param counts at the threshold
     * @param histogram of the scores, for other thresholds
     */
    public record Group(WeightedCounts counts, WeightedHistogram histogram) {}

    /** @param groups in the order of those beside them */
    public record Groups(List<Group> groups) {
        public Groups {
            groups = List.copyOf(groups);
        }
    }

    /**
     * @param placements of both scores
     * @param decisions of both at the threshold
     * @param challenger its scores by what the champion does
     */
    public record Pairs(
            WeightedPairedPlacementSums placements, WeightedDecisions decisions, WeightedHistograms challenger) {}

    /**
     * @param cells by label and by what the challenger does at the threshold
     * @param paired of the rows that carry both scores and a value; absent if the table carries no baseline score
     */
    public record Values(WeightedValueCells cells, @Nullable WeightedPairedCells paired) {}
}
