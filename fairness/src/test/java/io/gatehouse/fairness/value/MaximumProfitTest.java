package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.rows.ScoredRows;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.value.RocCurve.Vertex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class MaximumProfitTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final SaveRateLaw LAW = SaveRateLaw.withDefaults();
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Offset<Double> SIX_DIGITS = within(5e-7);

    @Test
    void twelveCustomersOfModelA() {
        RocCurve curve = curve(ScoredRows.A);
        MaximumProfit most = MaximumProfit.of(curve, DEFAULTS);
        ExpectedMaximumProfit expected = ExpectedMaximumProfit.of(curve, DEFAULTS, LAW);

        assertThat(curve.hull().vertices())
                .containsExactly(
                        new Vertex(0, 0), new Vertex(2, 0), new Vertex(4, 2), new Vertex(5, 4), new Vertex(5, 7));
        assertThat(expected.switchPoints()).hasSize(4);
        assertThat(expected.switchPoints().get(1)).isCloseTo(.005263, SIX_DIGITS);
        assertThat(expected.switchPoints().get(2)).isCloseTo(.063158, SIX_DIGITS);
        assertThat(expected.switchPoints().get(3)).isCloseTo(.121053, SIX_DIGITS);
        assertThat(most.value()).isCloseTo(19.666667, SIX_DIGITS);
        assertThat(most.fraction()).isEqualTo(.75);
        assertThat(most.at()).isEqualTo(new Vertex(5, 4));
        assertThat(expected.value()).isCloseTo(19.673920, SIX_DIGITS);
        assertThat(expected.fraction()).isCloseTo(.744460, SIX_DIGITS);
    }

    @Test
    void modelBIsWorthAsMuchAtMostAndMoreOnAverage() {
        RocCurve curve = curve(ScoredRows.B);
        ExpectedMaximumProfit expected = ExpectedMaximumProfit.of(curve, DEFAULTS, LAW);

        assertThat(MaximumProfit.of(curve, DEFAULTS).value()).isCloseTo(19.666667, SIX_DIGITS);
        assertThat(expected.switchPoints()).hasSize(3);
        assertThat(expected.switchPoints().get(1)).isCloseTo(.005263, SIX_DIGITS);
        assertThat(expected.switchPoints().get(2)).isCloseTo(.236842, SIX_DIGITS);
        assertThat(expected.value()).isCloseTo(19.900157, SIX_DIGITS);
        assertThat(expected.fraction()).isCloseTo(.631851, SIX_DIGITS);
    }

    // Published in the documentation of empulse 0.5: empc_score(y_true, y_score) → 23.875593418348124
    @Test
    void aPublishedValue() {
        RocCurve curve = RocCurve.of(
                new double[] {.1, .2, .3, .4, .5, .7, .8, .9},
                new boolean[] {false, true, false, true, false, true, false, true});

        assertThat(ExpectedMaximumProfit.of(curve, DEFAULTS, LAW).value()).isCloseTo(23.875593418348124, EXACT);
    }

    /** Against tools that others wrote: src/test/python/value_reference.py. */
    @ParameterizedTest(name = "{0} with {3} {4} {5} {6} {7} {8}: {11}")
    @CsvFileSource(resources = "/reference/maximum_profit.csv", numLinesToSkip = 1)
    void maximaAgreeWithThoseOfOtherTools(
            String measure,
            String scores,
            String labels,
            double value,
            double offer,
            double contact,
            double saveRate,
            double alpha,
            double beta,
            double money,
            double fraction,
            String tool) {
        RocCurve curve = RocCurve.of(numbers(scores), flags(labels));
        var economics = new CampaignEconomics(value, offer, contact, saveRate);
        MaximumProfit most = MaximumProfit.of(curve, economics);
        ExpectedMaximumProfit expected = ExpectedMaximumProfit.of(curve, economics, new SaveRateLaw(alpha, beta));
        boolean single = measure.equals("MP");

        assertThat(single ? most.value() : expected.value()).as(tool).isCloseTo(money, EXACT);
        assertThat(single ? most.fraction() : expected.fraction()).as(tool).isCloseTo(fraction, EXACT);
    }

    @Test
    void theHullKeepsWhatSomePriceMakesBest() {
        var random = new SplittableRandom(21);
        for (int round = 0; round < 300; round++) {
            RocCurve curve = randomCurve(random);
            double most = 0;
            double price = random.nextDouble();
            for (Vertex vertex : curve.vertices()) {
                most = Math.max(most, price * vertex.truePositives() - (1 - price) * vertex.falsePositives());
            }
            double mostOnHull = curve.hull().vertices().stream()
                    .mapToDouble(vertex -> price * vertex.truePositives() - (1 - price) * vertex.falsePositives())
                    .max()
                    .orElseThrow();

            assertThat(mostOnHull).isEqualTo(most);
            assertThat(curve.hull().hull()).isEqualTo(curve.hull());
            assertThat(curve.hull().rows()).isEqualTo(curve.rows());
        }
    }

    // A middle sum with 20,000 save rates, each with its own best threshold over all vertices, hull or not.
    @Test
    void theExpectedMaximumIsTheIntegralOfTheMaximum() {
        var random = new SplittableRandom(22);
        for (int round = 0; round < 20; round++) {
            RocCurve curve = randomCurve(random);
            var law = new SaveRateLaw(random.nextDouble(1.5, 8), random.nextDouble(1.5, 16));
            double sum = 0;
            int steps = 20_000;
            for (int i = 0; i < steps; i++) {
                double at = (i + .5) / steps;
                double weight = law.probability((double) i / steps, (i + 1.0) / steps);
                sum += weight
                        * MaximumProfit.of(curve, DEFAULTS.withSaveRate(at)).value();
            }

            assertThat(ExpectedMaximumProfit.of(curve, DEFAULTS, law).value()).isCloseTo(sum, within(1e-4));
        }
    }

    @Test
    void theOrderOfTheRowsAndMoreStepsBetweenTiesPlayNoPart() {
        List<RocCurve.Tie> ties = new ArrayList<>(List.of(
                new RocCurve.Tie(.5, 3, 1),
                new RocCurve.Tie(.5, 0, 2),
                new RocCurve.Tie(.9, 2, 0),
                new RocCurve.Tie(.1, 1, 6),
                new RocCurve.Tie(.3, 0, 0),
                new RocCurve.Tie(0.0, 0, 1),
                new RocCurve.Tie(-0.0, 1, 0)));
        RocCurve curve = RocCurve.of(ties);
        Collections.reverse(ties);

        assertThat(RocCurve.of(ties)).isEqualTo(curve);
        assertThat(curve.vertices())
                .containsExactly(
                        new Vertex(0, 0), new Vertex(2, 0), new Vertex(5, 3), new Vertex(6, 9), new Vertex(7, 10));
    }

    @Test
    void moneyInAnotherCurrencyScalesBothAndLeavesTheFractions() {
        var random = new SplittableRandom(23);
        for (int round = 0; round < 50; round++) {
            RocCurve curve = randomCurve(random);
            double rate = random.nextDouble(.01, 150);
            var other = new CampaignEconomics(200 * rate, 10 * rate, rate, .3);

            assertThat(MaximumProfit.of(curve, other).value())
                    .isCloseTo(rate * MaximumProfit.of(curve, DEFAULTS).value(), within(1e-9));
            ExpectedMaximumProfit here = ExpectedMaximumProfit.of(curve, DEFAULTS, LAW);
            ExpectedMaximumProfit there = ExpectedMaximumProfit.of(curve, other, LAW);
            assertThat(there.value()).isCloseTo(rate * here.value(), within(1e-9));
            assertThat(there.fraction()).isCloseTo(here.fraction(), within(1e-9));
        }
    }

    @Test
    void aHigherSaveRateIsNeverWorthLessAndTheAverageNeverLessThanAtTheMean() {
        var random = new SplittableRandom(24);
        for (int round = 0; round < 100; round++) {
            RocCurve curve = randomCurve(random);
            double low = random.nextDouble();
            double high = random.nextDouble(low, 1);

            assertThat(MaximumProfit.of(curve, DEFAULTS.withSaveRate(low)).value())
                    .isLessThanOrEqualTo(
                            MaximumProfit.of(curve, DEFAULTS.withSaveRate(high)).value());
            // Jensen: a maximum of lines is convex
            assertThat(ExpectedMaximumProfit.of(curve, DEFAULTS, LAW).value())
                    .isGreaterThanOrEqualTo(MaximumProfit.of(curve, DEFAULTS.withSaveRate(LAW.mean()))
                                    .value()
                            - 1e-9);
        }
    }

    @Test
    void aHistogramGivesTheMaximumOverWholePercents() {
        Long[] leavers = new Long[ScoreHistogram.BINS];
        Long[] stayers = new Long[ScoreHistogram.BINS];
        Arrays.fill(leavers, 0L);
        Arrays.fill(stayers, 0L);
        for (int i = 0; i < 12; i++) {
            int bin = (int) Math.round(ScoredRows.A.scores()[i] * 100);
            (ScoredRows.A.labels()[i] ? leavers : stayers)[bin]++;
        }
        var histogram = new ScoreHistogram(List.of(leavers), List.of(stayers));

        assertThat(RocCurve.of(histogram)).isEqualTo(curve(ScoredRows.A));
    }

    @Test
    void whereContactsNeverPayNobodyIsContacted() {
        RocCurve onlyStayers = RocCurve.of(new double[] {.2, .7}, new boolean[] {false, false});
        RocCurve empty = RocCurve.of(List.of());

        assertThat(MaximumProfit.of(onlyStayers, DEFAULTS)).isEqualTo(new MaximumProfit(0, 0, new Vertex(0, 0)));
        assertThat(ExpectedMaximumProfit.of(onlyStayers, DEFAULTS, LAW))
                .isEqualTo(new ExpectedMaximumProfit(0, 0, List.of(0.0)));
        assertThat(ExpectedMaximumProfit.of(onlyStayers, new CampaignEconomics(200, 0, 0, .3), LAW)
                        .value())
                .isZero();
        assertThat(MaximumProfit.of(empty, DEFAULTS).value()).isNaN();
        assertThat(ExpectedMaximumProfit.of(empty, DEFAULTS, LAW).fraction()).isNaN();
    }

    @Test
    void onlyLeaversAreAllContacted() {
        RocCurve onlyLeavers = RocCurve.of(new double[] {.2, .7}, new boolean[] {true, true});

        assertThat(MaximumProfit.of(onlyLeavers, DEFAULTS).value()).isCloseTo(56, EXACT);
        assertThat(MaximumProfit.of(onlyLeavers, DEFAULTS).fraction()).isEqualTo(1);
    }

    @Test
    void whatIsNoCurveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RocCurve(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RocCurve(List.of(new Vertex(1, 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocCurve(List.of(new Vertex(0, 0), new Vertex(2, 1), new Vertex(1, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RocCurve(List.of(new Vertex(0, 0), new Vertex(0, 0))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Vertex(-1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RocCurve.of(new double[] {Double.NaN}, new boolean[1]))
                .withMessageContaining("score");
        assertThatIllegalArgumentException().isThrownBy(() -> RocCurve.of(new double[2], new boolean[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new RocCurve.Tie(.5, -1, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 14, alpha", "NaN, 14, alpha", "6, -1, beta", "6, Infinity, beta"})
    void aLawOutOfRangeIsRefusedByName(double alpha, double beta, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SaveRateLaw(alpha, beta))
                .withMessageContaining(name);
    }

    private static RocCurve curve(ScoredRows rows) {
        return RocCurve.of(rows.scores(), rows.labels());
    }

    private static RocCurve randomCurve(SplittableRandom random) {
        int rows = random.nextInt(2, 60);
        double[] scores = DoubleStream.generate(() -> random.nextInt(30) / 30.0)
                .limit(rows)
                .toArray();
        boolean[] labels = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextDouble() < scores[i];
        }
        return RocCurve.of(scores, labels);
    }

    static double[] numbers(String joined) {
        return Arrays.stream(joined.split(";")).mapToDouble(Double::parseDouble).toArray();
    }

    static boolean[] flags(String bits) {
        boolean[] flags = new boolean[bits.length()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = bits.charAt(i) == '1';
        }
        return flags;
    }
}
