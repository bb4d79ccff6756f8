package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.segments.WeightedHistogram;

/** The weights of many groups by label and bin of the score, and by label and decision. */
final class WeightedGroupTally {

    private static final int BINNED = 2 * ScoreHistogram.BINS;
    private static final int CELLS = BINNED + 4;

    private final WeightTally tally;

    WeightedGroupTally(int groups) {
        this.tally = new WeightTally(Math.multiplyExact(groups, CELLS));
    }

    void add(int group, boolean positive, int bin, boolean flagged, long weight) {
        int label = positive ? 0 : 1;
        int base = group * CELLS;
        tally.add(base + 2 * bin + label, weight);
        tally.add(base + BINNED + (flagged ? 0 : 2) + label, weight);
    }

    WeightedStatistics.Group at(int group) {
        int base = group * CELLS;
        return new WeightedStatistics.Group(
                new WeightedCounts(
                        tally.at(base + BINNED),
                        tally.at(base + BINNED + 1),
                        tally.at(base + BINNED + 2),
                        tally.at(base + BINNED + 3)),
                histogram(group));
    }

    WeightedHistogram histogram(int group) {
        int base = group * CELLS;
        return new WeightedHistogram(
                tally.each(base, 2, ScoreHistogram.BINS), tally.each(base + 1, 2, ScoreHistogram.BINS));
    }
}
