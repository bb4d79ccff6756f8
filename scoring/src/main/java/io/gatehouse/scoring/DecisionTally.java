package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ConfusionCounts;

/** Adds up how often a label met a decision. */
final class DecisionTally {

    private long truePositives;
    private long falsePositives;
    private long falseNegatives;
    private long trueNegatives;

    void add(boolean positive, boolean flagged, long rows) {
        if (positive) {
            truePositives += flagged ? rows : 0;
            falseNegatives += flagged ? 0 : rows;
        } else {
            falsePositives += flagged ? rows : 0;
            trueNegatives += flagged ? 0 : rows;
        }
    }

    ConfusionCounts counts() {
        return new ConfusionCounts(truePositives, falsePositives, falseNegatives, trueNegatives);
    }
}
