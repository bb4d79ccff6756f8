package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.segments.WeightedHistogram;

/**
 * The counterpart of {@link ChallengerHistograms} for rows with sampling weights.
 *
 * @param ofChampionsList the challenger's scores of the rows that the champion flags
 * @param ofOthers the challenger's scores of the rows that the champion does not flag
 */
public record WeightedHistograms(WeightedHistogram ofChampionsList, WeightedHistogram ofOthers) {

    /**
     * The decisions of both if the challenger acted at another threshold, of whole percents.
     *
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public WeightedDecisions at(int percent) {
        WeightedCounts listed = ofChampionsList.at(percent);
        WeightedCounts others = ofOthers.at(percent);
        return new WeightedDecisions(
                new WeightedDecisions.Cells(
                        listed.truePositives(),
                        others.truePositives(),
                        listed.falseNegatives(),
                        others.falseNegatives()),
                new WeightedDecisions.Cells(
                        listed.falsePositives(),
                        others.falsePositives(),
                        listed.trueNegatives(),
                        others.trueNegatives()));
    }
}
