package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class OwnValueTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final OwnValue OWN = new OwnValue(DEFAULTS);
    private static final Offset<Double> EXACT = within(1e-10);

    @Test
    void aContactedLeaverIsWorthWhatTheyThemselvesPay() {
        var leaver = new ValueCells(Subscriber.moments("300"), ValueMoments.NONE, ValueMoments.NONE, ValueMoments.NONE);
        var stayer = new ValueCells(ValueMoments.NONE, Subscriber.moments("300"), ValueMoments.NONE, ValueMoments.NONE);
        var worthless =
                new ValueCells(Subscriber.moments("4"), ValueMoments.NONE, ValueMoments.NONE, ValueMoments.NONE);

        assertThat(OWN.net(leaver)).isCloseTo(.3 * (300 - 10) - 1, EXACT);
        assertThat(OWN.net(stayer)).isEqualTo(-11);
        assertThat(OWN.net(worthless)).isCloseTo(-2.8, EXACT);
        assertThat(OWN.breakEvenSaveRate(worthless)).isInfinite();
        assertThat(OWN.breakEvenSaveRate(stayer)).isInfinite();
    }

    @Test
    void oneValueForEverybodyIsTheFlatValue() {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 100; i++) {
            PairedValueCells cells = Subscriber.cells(Subscriber.random(random, 200).stream()
                    .map(row -> row.worthAlways("200"))
                    .toList());
            PairedValue flat = PairedValue.of(cells.counts(), DEFAULTS);
            PairedValue own = PairedValue.of(cells, DEFAULTS);

            assertAlike(own.difference(), flat.difference());
            assertAlike(own.challenger(), flat.challenger());
            assertAlike(own.champion(), flat.champion());
            assertThat(OWN.net(cells.challenger()))
                    .isCloseTo(DEFAULTS.net(cells.challenger().counts()), EXACT);
            assertThat(OWN.benefit(cells.challenger()))
                    .isCloseTo(DEFAULTS.benefit(cells.challenger().counts()), EXACT);
            assertThat(OWN.roi(cells.challenger()))
                    .isCloseTo(DEFAULTS.roi(cells.challenger().counts()), EXACT);
            assertThat(OWN.breakEvenSaveRate(cells.challenger()))
                    .isCloseTo(DEFAULTS.breakEvenSaveRate(cells.challenger().counts()), EXACT);
        }
    }

    @Test
    void meansAndDeviationsAreThoseOfTheRows() {
        var random = new SplittableRandom(12);
        for (int i = 0; i < 200; i++) {
            List<Subscriber> rows = Subscriber.random(random, random.nextInt(2, 60));
            var economics = new CampaignEconomics(200, random.nextInt(20), random.nextInt(3), random.nextDouble());
            PairedValueCells cells = Subscriber.cells(rows);
            PairedValue value = PairedValue.of(cells, economics);

            assertRows(value.challenger(), rows.stream().mapToDouble(row -> row.worth(row.challenger(), economics)));
            assertRows(value.champion(), rows.stream().mapToDouble(row -> row.worth(row.champion(), economics)));
            assertRows(
                    value.difference(),
                    rows.stream()
                            .mapToDouble(row ->
                                    row.worth(row.challenger(), economics) - row.worth(row.champion(), economics)));
            assertThat(new OwnValue(economics).net(cells.challenger()))
                    .isCloseTo(
                            new OwnValue(economics).benefit(cells.challenger())
                                    - economics.cost(cells.challenger().counts()),
                            within(1e-8));
        }
    }

    @Test
    void theBreakEvenSaveRateLeavesNothing() {
        ValueCells cells = Subscriber.cells(Subscriber.random(new SplittableRandom(13), 500))
                .challenger();
        double saveRate = OWN.breakEvenSaveRate(cells);

        assertThat(new OwnValue(DEFAULTS.withSaveRate(saveRate)).net(cells)).isCloseTo(0, within(1e-8));
    }

    @Test
    void exchangingTheModelsTurnsTheSign() {
        PairedValueCells cells = Subscriber.cells(Subscriber.random(new SplittableRandom(14), 300));
        var turned = new PairedValueCells(turned(cells.positives()), turned(cells.negatives()));

        PairedValue forth = PairedValue.of(cells, DEFAULTS);
        PairedValue back = PairedValue.of(turned, DEFAULTS);

        assertThat(back.difference().mean()).isEqualTo(-forth.difference().mean());
        assertThat(back.difference().standardDeviation())
                .isEqualTo(forth.difference().standardDeviation());
        assertThat(back.champion()).isEqualTo(forth.challenger());
    }

    @Test
    void partsTakenTogetherAreTheWholeToTheLastDigit() {
        List<Subscriber> rows = Subscriber.random(new SplittableRandom(15), 300);
        PairedValueCells parts = Subscriber.cells(rows.subList(0, 70))
                .plus(Subscriber.cells(rows.subList(70, 71)))
                .plus(Subscriber.cells(rows.subList(71, 300)));

        assertThat(PairedValue.of(parts, DEFAULTS))
                .isEqualTo(PairedValue.of(Subscriber.cells(rows.reversed()), DEFAULTS));
        assertThat(OWN.perContact(parts.challenger().plus(parts.champion())).rows())
                .isEqualTo(parts.challenger().counts().flagged()
                        + parts.champion().counts().flagged());
    }

    /** Against tools that others wrote: src/test/python/value_reference.py. */
    @ParameterizedTest(name = "{17}, with {4} {5} {6}")
    @CsvFileSource(resources = "/reference/own_value.csv", numLinesToSkip = 1)
    void meansDeviationsAndSavingsAgreeWithThoseOfOtherTools(ArgumentsAccessor arguments) {
        ReferenceRow row = ReferenceRow.of(arguments);
        PairedValueCells cells = Subscriber.cells(Subscriber.of(row));
        CampaignEconomics economics = row.economics();
        PairedValue value = PairedValue.of(cells, economics);

        assertThat(value.challenger().mean()).isCloseTo(row.number(9), EXACT);
        assertThat(value.challenger().standardDeviation()).isCloseTo(row.number(10), EXACT);
        assertThat(value.difference().mean()).isCloseTo(row.number(11), EXACT);
        assertThat(value.difference().standardDeviation()).isCloseTo(row.number(12), EXACT);
        assertThat(Baselines.of(cells.challenger(), economics).savings()).isCloseTo(row.number(13), EXACT);
        assertThat(new OwnValue(economics).roi(cells.challenger())).isCloseTo(row.number(14), EXACT);
    }

    @ParameterizedTest
    @CsvSource({".2, 200, 2.40", ".2, 100, -3.60", ".1, 400, 1.70", ".05, 800, 1.35", "1, 4, -2.8"})
    void whetherToContactOneSubscriberHangsOnTheirOwnValue(double probability, double value, double worth) {
        assertThat(OWN.expectedValue(probability, value)).isCloseTo(worth, EXACT);
        assertThat(OWN.breakEvenScore(value) < probability).isEqualTo(worth > 0);
        assertThat(OWN.expectedValue(.5, value))
                .isCloseTo((.5 - OWN.breakEvenScore(value)) * (.3 * (value - 10) + 10), EXACT);
    }

    @Test
    void aSubscriberWorthNothingNeverPays() {
        assertThat(OWN.breakEvenScore(0)).isGreaterThan(1);
        assertThat(OWN.breakEvenScore(-1000)).isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> OWN.breakEvenScore(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> OWN.expectedValue(1.1, 200));
    }

    @Test
    void nobodyFlaggedIsWorthNothing() {
        var nobody = new ValueCells(
                ValueMoments.NONE, ValueMoments.NONE, Subscriber.moments("5", "7"), Subscriber.moments("9"));

        assertThat(OWN.net(nobody)).isZero();
        assertThat(OWN.roi(nobody)).isNaN();
        assertThat(OWN.breakEvenSaveRate(nobody)).isNaN();
        assertThat(OWN.perContact(nobody).mean()).isNaN();
        assertThat(OWN.perCustomer(nobody).standardDeviation()).isZero();
        assertThat(OWN.perCustomer(nobody).rows()).isEqualTo(3);
    }

    @Test
    void sumsThatNoRowsHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueMoments(2, new BigDecimal("10"), new BigDecimal("49.99")));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueMoments(0, BigDecimal.ZERO, BigDecimal.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueMoments(-1, BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(new ValueMoments(2, new BigDecimal("10"), new BigDecimal("50")))
                .isEqualTo(Subscriber.moments("5", "5"));
    }

    @Test
    void aSpreadThatVanishesBesideTheMeanIsKept() {
        // In doubles n·Σx² − (Σx)² of these would be 0 or negative.
        MeanValue value = MeanValue.of(Subscriber.moments("1000000000.01", "1000000000.02", "1000000000.03"));

        assertThat(value.standardDeviation()).isCloseTo(.01, within(1e-15));
    }

    private static void assertAlike(MeanValue one, MeanValue other) {
        assertThat(one.mean()).isCloseTo(other.mean(), EXACT);
        assertThat(one.standardDeviation()).isCloseTo(other.standardDeviation(), EXACT);
        assertThat(one.rows()).isEqualTo(other.rows());
    }

    private static void assertRows(MeanValue value, DoubleStream worth) {
        double[] rows = worth.toArray();
        double mean = Arrays.stream(rows).sum() / rows.length;
        double squares = Arrays.stream(rows).map(x -> (x - mean) * (x - mean)).sum();
        assertAlike(value, new MeanValue(mean, Math.sqrt(squares / (rows.length - 1)), rows.length));
    }

    private static PairedValueCells.Cells turned(PairedValueCells.Cells cells) {
        return new PairedValueCells.Cells(cells.both(), cells.onlyChampion(), cells.onlyChallenger(), cells.neither());
    }
}
