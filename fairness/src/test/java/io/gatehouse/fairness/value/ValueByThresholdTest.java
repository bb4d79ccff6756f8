package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueByThresholdTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;

    /** A row with both models' scores in whole percents; the champion acts at 0.35. */
    private record Row(boolean leaves, int percent, int championPercent) {

        boolean championFlags() {
            return championPercent >= 35;
        }
    }

    private static final List<Row> ROWS = rows();

    @Test
    void everyThresholdIsWorthWhatItsOwnCountsAre() {
        ValueByThreshold value = ValueByThreshold.of(histogram(row -> true), DEFAULTS);

        assertThat(value.points()).hasSize(99);
        for (int percent = 1; percent < 100; percent++) {
            int threshold = percent;
            ValueByThreshold.Point point = value.at(percent);
            assertThat(point.percent()).isEqualTo(percent);
            assertThat(point.counts()).isEqualTo(counts(row -> row.percent >= threshold));
            assertThat(point.net()).isEqualTo(DEFAULTS.net(point.counts()));
            assertThat(point.perCustomer().total()).isCloseTo(point.net(), within(1e-9));
            assertThat(point.net()).isLessThanOrEqualTo(value.best().net());
        }
    }

    @Test
    void ofThresholdsWorthAsMuchTheHighestIsBest() {
        List<Long> leavers = zeros();
        leavers.set(40, 5L);
        ValueByThreshold value = ValueByThreshold.of(new ScoreHistogram(leavers, zeros()), DEFAULTS);

        assertThat(value.best().percent()).isEqualTo(40);
        assertThat(value.at(41).roi()).isNaN();
        assertThat(ValueByThreshold.of(new ScoreHistogram(zeros(), zeros()), DEFAULTS)
                        .best()
                        .percent())
                .isEqualTo(99);
    }

    @Test
    void theBestOfAllThresholdsIsTheMaximumProfitOfTheHistogram() {
        ScoreHistogram histogram = histogram(row -> row.percent > 0);

        assertThat(ValueByThreshold.of(histogram, DEFAULTS).best().perCustomer().mean())
                .isCloseTo(MaximumProfit.of(RocCurve.of(histogram), DEFAULTS).value(), within(1e-12));
    }

    @Test
    void atEveryThresholdTheChallengerMeetsTheChampionAsItActs() {
        var histograms =
                new ChallengerHistograms(histogram(Row::championFlags), histogram(row -> !row.championFlags()));

        for (int percent = 1; percent < 100; percent++) {
            int threshold = percent;
            PairedDecisionCounts counts = histograms.at(percent);
            assertThat(counts.champion()).isEqualTo(counts(Row::championFlags));
            assertThat(counts.challenger()).isEqualTo(counts(row -> row.percent >= threshold));
            assertThat(counts.positives().onlyChampion())
                    .isEqualTo(ROWS.stream()
                            .filter(row -> row.leaves && row.championFlags() && row.percent < threshold)
                            .count());
            assertThat(counts.negatives().onlyChallenger())
                    .isEqualTo(ROWS.stream()
                            .filter(row -> !row.leaves && !row.championFlags() && row.percent >= threshold)
                            .count());
        }
    }

    @Test
    void thresholdsOutsideAreRefused() {
        ValueByThreshold value = ValueByThreshold.of(histogram(row -> true), DEFAULTS);

        assertThatIllegalArgumentException().isThrownBy(() -> value.at(0));
        assertThatIllegalArgumentException().isThrownBy(() -> value.at(100));
    }

    private static List<Row> rows() {
        var random = new SplittableRandom(31);
        return IntStream.range(0, 800)
                .mapToObj(i -> {
                    int percent = random.nextInt(100);
                    return new Row(random.nextInt(120) < percent, percent, random.nextInt(100));
                })
                .toList();
    }

    private static ConfusionCounts counts(Predicate<Row> flagged) {
        return new ConfusionCounts(
                count(row -> row.leaves && flagged.test(row)),
                count(row -> !row.leaves && flagged.test(row)),
                count(row -> row.leaves && !flagged.test(row)),
                count(row -> !row.leaves && !flagged.test(row)));
    }

    private static long count(Predicate<Row> chosen) {
        return ROWS.stream().filter(chosen).count();
    }

    private static ScoreHistogram histogram(Predicate<Row> chosen) {
        List<Long> leavers = zeros();
        List<Long> stayers = zeros();
        ROWS.stream().filter(chosen).forEach(row -> {
            List<Long> bins = row.leaves ? leavers : stayers;
            bins.set(row.percent, bins.get(row.percent) + 1);
        });
        return new ScoreHistogram(leavers, stayers);
    }

    private static List<Long> zeros() {
        return new ArrayList<>(java.util.Collections.nCopies(ScoreHistogram.BINS, 0L));
    }
}
