package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;

/**
 * The challenger's scores in two parts, by what the champion does with a row at its own fixed threshold: with them every threshold of the
 * challenger can be held against the champion as it acts, on the same rows.
 *
 * @param championFlags rows that the champion flags
 * @param championLeaves rows that it does not
 */
public record ChallengerHistograms(ScoreHistogram championFlags, ScoreHistogram championLeaves) {

    /**
     * Who flags what where the challenger acts at {@code percent}/100.
     *
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public PairedDecisionCounts at(int percent) {
        ConfusionCounts flagged = championFlags.at(percent);
        ConfusionCounts left = championLeaves.at(percent);
        return new PairedDecisionCounts(
                new PairedDecisionCounts.Cells(
                        flagged.truePositives(), left.truePositives(), flagged.falseNegatives(), left.falseNegatives()),
                new PairedDecisionCounts.Cells(
                        flagged.falsePositives(),
                        left.falsePositives(),
                        flagged.trueNegatives(),
                        left.trueNegatives()));
    }
}
