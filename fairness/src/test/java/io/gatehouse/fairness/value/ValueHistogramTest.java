package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.segments.ScoreHistogram;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValueHistogramTest {
    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;

    private final List<Scored> rows = random(new SplittableRandom(21), 400);

    /** @param percent of the score, cut off: the bin */
    private record Scored(int percent, boolean leaves, boolean champion, BigDecimal value) {
        Subscriber at(int threshold) {
            return new Subscriber(leaves, percent >= threshold, champion, value);
        }
    }

    @Test
    void atEveryThresholdTheCellsAreThoseOfTheRows() {
        ValueHistogram all = histogram(row -> true);
        ChallengerValues parts = new ChallengerValues(histogram(Scored::champion), histogram(row -> !row.champion));

        for (int percent = 1; percent < 100; percent++) {
            int threshold = percent;
            PairedValueCells cells =
                    Subscriber.cells(rows.stream().map(row -> row.at(threshold)).toList());
            assertThat(all.at(percent))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(cells.challenger());
            assertThat(parts.at(percent))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(cells);
        }
    }

    @Test
    void thresholdsAreOneToNinetyNinePercentAndBinsAHundred() {
        ValueHistogram all = histogram(row -> true);
        List<ValueMoments> few = all.positives().subList(0, 99);

        assertThat(all.at(1).counts().total()).isEqualTo(400);
        assertThat(all.at(99).counts().total()).isEqualTo(400);
        assertThatIllegalArgumentException().isThrownBy(() -> all.at(0)).withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> all.at(100)).withMessageContaining("100");
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueHistogram(few, all.negatives()));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueHistogram(all.positives(), few));
    }

    @Test
    void oneValueForEverybodyIsWorthTheSameByDecileAsTheFlatValue() {
        List<ScoreBand> bands = List.of(band(0, 40, 3), band(40, 60, 9), band(60, 100, 30));
        BigDecimal flat = BigDecimal.valueOf(DEFAULTS.customerValue());
        List<BandValues> values = bands.stream()
                .map(band -> new BandValues(
                        ValueMoments.constant(band.positives(), flat),
                        ValueMoments.constant(band.rows() - band.positives(), flat)))
                .toList();

        assertThat(ValueByDecile.of(bands, values, new OwnValue(DEFAULTS)))
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Math.abs(one - other) < 1e-9, Double.class)
                .isEqualTo(ValueByDecile.of(bands, DEFAULTS));
    }

    @Test
    void aDecileIsWorthWhatItsLeaversPayAndThoseWithoutAValueAreLeftOut() {
        List<ScoreBand> bands = List.of(band(0, 50, 2), band(50, 100, 3));
        List<BandValues> values = List.of(
                new BandValues(Subscriber.moments("100", "20"), Subscriber.moments("5")),
                new BandValues(Subscriber.moments("300", "500"), Subscriber.moments("1", "2")));

        List<ValueByDecile.Band> worth =
                ValueByDecile.of(bands, values, new OwnValue(DEFAULTS)).bands();

        // 0.3·(800 − 2·10) − 2·1 − 2·11, and 0.3·(120 − 2·10) − 2·1 − 11 below it
        assertThat(worth).extracting(ValueByDecile.Band::leavers).containsExactly(2L, 2L);
        assertThat(worth).extracting(ValueByDecile.Band::customers).containsExactly(4L, 3L);
        assertThat(worth.getFirst().net()).isCloseTo(210, within(1e-9));
        assertThat(worth.getLast().net()).isCloseTo(17, within(1e-9));
        assertThat(worth.getLast().cumulativeNet()).isCloseTo(227, within(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValueByDecile.of(bands, values.subList(0, 1), new OwnValue(DEFAULTS)));
    }

    private static ScoreBand band(int from, int to, int positives) {
        return new ScoreBand(40, positives, BigDecimal.TEN, from / 100.0, to / 100.0);
    }

    private ValueHistogram histogram(Predicate<Scored> part) {
        return new ValueHistogram(bins(part.and(Scored::leaves)), bins(part.and(row -> !row.leaves)));
    }

    private List<ValueMoments> bins(Predicate<Scored> part) {
        List<ValueMoments> bins = new ArrayList<>();
        for (int k = 0; k < ScoreHistogram.BINS; k++) {
            int bin = k;
            bins.add(rows.stream()
                    .filter(part.and(row -> row.percent == bin))
                    .map(row -> ValueMoments.constant(1, row.value))
                    .reduce(ValueMoments.NONE, ValueMoments::plus));
        }
        return bins;
    }

    private static List<Scored> random(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Scored(
                        random.nextInt(100),
                        random.nextInt(10) < 3,
                        random.nextBoolean(),
                        BigDecimal.valueOf(random.nextInt(60_000), 2)))
                .toList();
    }
}
