package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.weights.WeightSum;
import java.util.List;

/**
 * The counterpart of {@link ScoreHistogram} for rows with sampling weights, with the same bins.
 *
 * @param positives weights of rows with a positive label, by bin
 * @param negatives weights of rows with a negative label, by bin
 */
public record WeightedHistogram(List<WeightSum> positives, List<WeightSum> negatives) {

    /** @throws IllegalArgumentException if there are not 100 bins of either label */
    public WeightedHistogram {
        positives = List.copyOf(positives);
        negatives = List.copyOf(negatives);
        if (positives.size() != ScoreHistogram.BINS || negatives.size() != ScoreHistogram.BINS) {
            throw new IllegalArgumentException(
                    "There must be 100 bins of either label: " + positives.size() + " and " + negatives.size());
        }
    }

    /**
     * The counts where scores of at least {@code percent}/100 are flagged, equality included.
     *
     * @param percent the threshold, 1..99
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public WeightedCounts at(int percent) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("percent must lie in 1..99: " + percent);
        }
        return new WeightedCounts(
                sum(positives.subList(percent, ScoreHistogram.BINS)),
                sum(negatives.subList(percent, ScoreHistogram.BINS)),
                sum(positives.subList(0, percent)),
                sum(negatives.subList(0, percent)));
    }

    private static WeightSum sum(List<WeightSum> bins) {
        return bins.stream().reduce(WeightSum.NONE, WeightSum::plus);
    }
}
