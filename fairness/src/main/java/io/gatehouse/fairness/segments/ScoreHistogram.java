package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Arguments;
import java.util.List;

/**
 * A group's rows by score, fine enough to know its {@link ConfusionCounts} at every threshold of whole percents. Bin k of 0..99 holds the
 * rows whose score has exactly k of the thresholds 0.01, 0.02 … 0.99 at or below it: bin 0 the scores under 0.01, bin 20 those from 0.20
 * to under 0.21, bin 99 those of at least 0.99.
 *
 * @param positives rows with a positive label, by bin
 * @param negatives rows with a negative label, by bin
 */
public record ScoreHistogram(List<Long> positives, List<Long> negatives) {

    /** Bins, one more than thresholds. */
    public static final int BINS = 100;

    /** @throws IllegalArgumentException if there are not 100 bins of either label or a count is negative */
    public ScoreHistogram {
        positives = checked("positives", positives);
        negatives = checked("negatives", negatives);
    }

    /**
     * The counts where scores of at least {@code percent}/100 are flagged, equality included.
     *
     * @param percent the threshold, 1..99
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public ConfusionCounts at(int percent) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("percent must lie in 1..99: " + percent);
        }
        return new ConfusionCounts(
                sum(positives.subList(percent, BINS)),
                sum(negatives.subList(percent, BINS)),
                sum(positives.subList(0, percent)),
                sum(negatives.subList(0, percent)));
    }

    /** All rows of the group. */
    public long total() {
        return sum(positives) + sum(negatives);
    }

    private static List<Long> checked(String name, List<Long> counts) {
        if (counts.size() != BINS) {
            throw new IllegalArgumentException(name + " must have " + BINS + " bins: " + counts.size());
        }
        counts.forEach(count -> Arguments.count(name, count));
        return List.copyOf(counts);
    }

    private static long sum(List<Long> counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
