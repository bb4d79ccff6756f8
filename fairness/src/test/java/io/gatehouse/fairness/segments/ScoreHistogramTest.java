package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

    @Test
    void aScoreEqualToTheThresholdIsFlagged() {
        // Positives at .20 and .99, negatives at .19 and .005.
        var histogram = new ScoreHistogram(bins(20, 99), bins(19, 0));

        assertThat(histogram.at(20)).isEqualTo(new ConfusionCounts(2, 0, 0, 2));
        assertThat(histogram.at(19)).isEqualTo(new ConfusionCounts(2, 1, 0, 1));
        assertThat(histogram.at(21)).isEqualTo(new ConfusionCounts(1, 0, 1, 2));
        assertThat(histogram.at(99)).isEqualTo(new ConfusionCounts(1, 0, 1, 2));
        assertThat(histogram.at(1)).isEqualTo(new ConfusionCounts(2, 1, 0, 1));
        assertThat(histogram.total()).isEqualTo(4);
    }

    @Test
    void theFlaggedNeverGrowWithTheThreshold() {
        List<Long> growing = new ArrayList<>();
        for (long bin = 0; bin < ScoreHistogram.BINS; bin++) {
            growing.add(bin % 7);
        }
        var histogram = new ScoreHistogram(growing, bins(3, 50));
        for (int percent = 2; percent <= 99; percent++) {
            ConfusionCounts lower = histogram.at(percent - 1);
            ConfusionCounts higher = histogram.at(percent);
            assertThat(higher.flagged()).isLessThanOrEqualTo(lower.flagged());
            assertThat(higher.total()).isEqualTo(lower.total());
            assertThat(higher.positives()).isEqualTo(lower.positives());
        }
    }

    @Test
    void thresholdsOutsideOfOneToNinetyNinePercentAreRefused() {
        var histogram = new ScoreHistogram(bins(20), bins(19));
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.at(0)).withMessageContaining("percent");
        assertThatIllegalArgumentException().isThrownBy(() -> histogram.at(100)).withMessageContaining("percent");
    }

    @Test
    void missingBinsAndNegativeCountsAreRefused() {
        List<Long> short99 = Collections.nCopies(99, 0L);
        List<Long> negative = new ArrayList<>(Collections.nCopies(100, 0L));
        negative.set(5, -1L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreHistogram(short99, bins()))
                .withMessageContaining("positives must have 100 bins: 99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreHistogram(bins(), negative))
                .withMessageContaining("negatives must not be negative: -1");
    }

    private static List<Long> bins(int... ones) {
        List<Long> bins = new ArrayList<>(Collections.nCopies(ScoreHistogram.BINS, 0L));
        for (int bin : ones) {
            bins.set(bin, bins.get(bin) + 1);
        }
        return bins;
    }
}
