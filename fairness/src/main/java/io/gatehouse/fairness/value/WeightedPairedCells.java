package io.gatehouse.fairness.value;

import java.math.BigDecimal;

/**
 * The counterpart of {@link PairedValueCells} for rows with sampling weights.
 *
 * @param positives the leavers
 * @param negatives the stayers
 */
public record WeightedPairedCells(Cells positives, Cells negatives) {

    /**
     * @param both flagged by challenger and champion
     * @param onlyChallenger flagged by the challenger alone
     * @param onlyChampion flagged by the champion alone
     * @param neither flagged by none
     */
    public record Cells(
            WeightedMoments both,
            WeightedMoments onlyChallenger,
            WeightedMoments onlyChampion,
            WeightedMoments neither) {

        private Cells times(BigDecimal factor) {
            return new Cells(
                    both.affine(factor, BigDecimal.ZERO),
                    onlyChallenger.affine(factor, BigDecimal.ZERO),
                    onlyChampion.affine(factor, BigDecimal.ZERO),
                    neither.affine(factor, BigDecimal.ZERO));
        }
    }

    /** What the challenger alone does. */
    public WeightedValueCells challenger() {
        return new WeightedValueCells(
                positives.both.plus(positives.onlyChallenger),
                negatives.both.plus(negatives.onlyChallenger),
                positives.onlyChampion.plus(positives.neither),
                negatives.onlyChampion.plus(negatives.neither));
    }

    /** What the champion alone does. */
    public WeightedValueCells champion() {
        return new WeightedValueCells(
                positives.both.plus(positives.onlyChampion),
                negatives.both.plus(negatives.onlyChampion),
                positives.onlyChallenger.plus(positives.neither),
                negatives.onlyChallenger.plus(negatives.neither));
    }

    /** With every value multiplied, as by months. */
    public WeightedPairedCells times(BigDecimal factor) {
        return new WeightedPairedCells(positives.times(factor), negatives.times(factor));
    }
}
