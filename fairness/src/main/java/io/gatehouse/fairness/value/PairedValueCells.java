package io.gatehouse.fairness.value;

/**
 * What subscribers are worth, each by a value of their own, over the same rows judged by two models, each at its own threshold: eight
 * cells, by label and by who flags a row. Cell by cell the counterpart of {@link PairedDecisionCounts}.
 *
 * @param positives the leavers
 * @param negatives the stayers
 */
public record PairedValueCells(Cells positives, Cells negatives) {

    /**
     * @param both flagged by challenger and champion
     * @param onlyChallenger flagged by the challenger alone
     * @param onlyChampion flagged by the champion alone
     * @param neither flagged by none
     */
    public record Cells(
            ValueMoments both, ValueMoments onlyChallenger, ValueMoments onlyChampion, ValueMoments neither) {

        private PairedDecisionCounts.Cells counts() {
            return new PairedDecisionCounts.Cells(
                    both.rows(), onlyChallenger.rows(), onlyChampion.rows(), neither.rows());
        }

        private Cells plus(Cells other) {
            return new Cells(
                    both.plus(other.both),
                    onlyChallenger.plus(other.onlyChallenger),
                    onlyChampion.plus(other.onlyChampion),
                    neither.plus(other.neither));
        }
    }

    /** How many subscribers each cell holds. */
    public PairedDecisionCounts counts() {
        return new PairedDecisionCounts(positives.counts(), negatives.counts());
    }

    /** What the challenger alone does. */
    public ValueCells challenger() {
        return new ValueCells(
                positives.both.plus(positives.onlyChallenger),
                negatives.both.plus(negatives.onlyChallenger),
                positives.onlyChampion.plus(positives.neither),
                negatives.onlyChampion.plus(negatives.neither));
    }

    /** What the champion alone does. */
    public ValueCells champion() {
        return new ValueCells(
                positives.both.plus(positives.onlyChampion),
                negatives.both.plus(negatives.onlyChampion),
                positives.onlyChallenger.plus(positives.neither),
                negatives.onlyChallenger.plus(negatives.neither));
    }

    /** The cells of two disjoint groups taken together. */
    public PairedValueCells plus(PairedValueCells other) {
        return new PairedValueCells(positives.plus(other.positives), negatives.plus(other.negatives));
    }
}
