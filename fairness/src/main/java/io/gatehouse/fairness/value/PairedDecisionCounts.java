package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.segments.ConfusionCounts;

/**
 * The same rows judged by two models, each at its own threshold: eight cells, by who flags a row and by its label.
 *
 * @param positives the rows with a positive label
 * @param negatives the rows with a negative label
 */
public record PairedDecisionCounts(Cells positives, Cells negatives) {

    /**
     * @param both flagged by challenger and champion
     * @param onlyChallenger flagged by the challenger alone
     * @param onlyChampion flagged by the champion alone
     * @param neither flagged by none
     */
    public record Cells(long both, long onlyChallenger, long onlyChampion, long neither) {

        /** @throws IllegalArgumentException if a count is negative */
        public Cells {
            Arguments.count("both", both);
            Arguments.count("onlyChallenger", onlyChallenger);
            Arguments.count("onlyChampion", onlyChampion);
            Arguments.count("neither", neither);
        }
    }

    /** A model beside contacting everybody, which takes the champion's place. */
    public static PairedDecisionCounts besideEverybody(ConfusionCounts counts) {
        return new PairedDecisionCounts(
                new Cells(counts.truePositives(), 0, counts.falseNegatives(), 0),
                new Cells(counts.falsePositives(), 0, counts.trueNegatives(), 0));
    }

    /** What the challenger alone does. */
    public ConfusionCounts challenger() {
        return new ConfusionCounts(
                positives.both + positives.onlyChallenger,
                negatives.both + negatives.onlyChallenger,
                positives.onlyChampion + positives.neither,
                negatives.onlyChampion + negatives.neither);
    }

    /** What the champion alone does. */
    public ConfusionCounts champion() {
        return new ConfusionCounts(
                positives.both + positives.onlyChampion,
                negatives.both + negatives.onlyChampion,
                positives.onlyChallenger + positives.neither,
                negatives.onlyChallenger + negatives.neither);
    }
}
