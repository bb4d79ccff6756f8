package io.gatehouse.fairness.segments;

/**
 * How many members of a group were flagged or not, by what became of them. Flagged means score ≥ threshold, equality included.
 *
 * @param truePositives flagged, label positive
 * @param falsePositives flagged, label negative
 * @param falseNegatives not flagged, label positive
 * @param trueNegatives not flagged, label negative
 */
public record ConfusionCounts(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /** @throws IllegalArgumentException if a count is negative */
    public ConfusionCounts {
        if (truePositives < 0 || falsePositives < 0 || falseNegatives < 0 || trueNegatives < 0) {
            throw new IllegalArgumentException("Counts must not be negative: " + truePositives + ", " + falsePositives
                    + ", " + falseNegatives + ", " + trueNegatives);
        }
    }

    /** All members. */
    public long total() {
        return positives() + negatives();
    }

    /** Members whose label is positive. */
    public long positives() {
        return truePositives + falseNegatives;
    }

    /** Members whose label is negative. */
    public long negatives() {
        return falsePositives + trueNegatives;
    }

    /** Members at or above the threshold. */
    public long flagged() {
        return truePositives + falsePositives;
    }

    /** The counts of two disjoint groups taken together. */
    public ConfusionCounts plus(ConfusionCounts other) {
        return new ConfusionCounts(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives,
                trueNegatives + other.trueNegatives);
    }
}
