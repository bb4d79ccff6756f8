package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.value.ValueHistogram;

/** Adds up what rows are worth, by label and bin of the score. */
final class BinnedValues {
    private final ValueSums[] positives = ValueSums.several(ScoreHistogram.BINS);
    private final ValueSums[] negatives = ValueSums.several(ScoreHistogram.BINS);

    void add(boolean positive, int bin, long units) {
        (positive ? positives : negatives)[bin].add(units);
    }

    ValueHistogram histogram() {
        return new ValueHistogram(ValueSums.moments(positives), ValueSums.moments(negatives));
    }
}
