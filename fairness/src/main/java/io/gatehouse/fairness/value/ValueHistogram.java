package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ScoreHistogram;
import java.util.List;

/**
 * What subscribers are worth, each by a value of their own, by score: fine enough to know their {@link ValueCells} at every threshold of
 * whole percents. Bin by bin the counterpart of {@link ScoreHistogram}.
 *
 * @param positives leavers, by bin
 * @param negatives stayers, by bin
 */
public record ValueHistogram(List<ValueMoments> positives, List<ValueMoments> negatives) {

    /** @throws IllegalArgumentException if there are not 100 bins of either label */
    public ValueHistogram {
        positives = checked("positives", positives);
        negatives = checked("negatives", negatives);
    }

    /**
     * The cells where scores of at least {@code percent}/100 are flagged, equality included.
     *
     * @param percent the threshold, 1..99
     * @throws IllegalArgumentException if the percent is not in 1..99
     */
    public ValueCells at(int percent) {
        if (percent < 1 || percent > 99) {
            throw new IllegalArgumentException("percent must lie in 1..99: " + percent);
        }
        return new ValueCells(
                together(positives.subList(percent, ScoreHistogram.BINS)),
                together(negatives.subList(percent, ScoreHistogram.BINS)),
                together(positives.subList(0, percent)),
                together(negatives.subList(0, percent)));
    }

    private static List<ValueMoments> checked(String name, List<ValueMoments> bins) {
        if (bins.size() != ScoreHistogram.BINS) {
            throw new IllegalArgumentException(name + " must have " + ScoreHistogram.BINS + " bins: " + bins.size());
        }
        return List.copyOf(bins);
    }

    private static ValueMoments together(List<ValueMoments> bins) {
        return bins.stream().reduce(ValueMoments.NONE, ValueMoments::plus);
    }
}
