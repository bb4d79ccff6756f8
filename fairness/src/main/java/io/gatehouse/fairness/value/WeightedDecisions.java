package io.gatehouse.fairness.value;

import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;

/**
 * The counterpart of {@link PairedDecisionCounts} for rows with sampling weights.
 *
 * @param positives the rows with a positive label
 * @param negatives the rows with a negative label
 */
public record WeightedDecisions(Cells positives, Cells negatives) {

    /**
     * @param both flagged by challenger and champion
     * @param onlyChallenger flagged by the challenger alone
     * @param onlyChampion flagged by the champion alone
     * @param neither flagged by none
     */
    public record Cells(WeightSum both, WeightSum onlyChallenger, WeightSum onlyChampion, WeightSum neither) {

        private WeightedPairedCells.Cells flat(BigDecimal value) {
            return new WeightedPairedCells.Cells(
                    WeightedMoments.constant(both, value),
                    WeightedMoments.constant(onlyChallenger, value),
                    WeightedMoments.constant(onlyChampion, value),
                    WeightedMoments.constant(neither, value));
        }
    }

    /** One value for every subscriber. */
    public WeightedPairedCells flat(double customerValue) {
        BigDecimal value = BigDecimal.valueOf(customerValue);
        return new WeightedPairedCells(positives.flat(value), negatives.flat(value));
    }
}
