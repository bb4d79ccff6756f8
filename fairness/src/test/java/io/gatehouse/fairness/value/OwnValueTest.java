package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OwnValueTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final OwnValue OWN = new OwnValue(DEFAULTS);
    private static final Offset<Double> EXACT = within(1e-10);

    /** One subscriber, as the naive versions below see them. */
    private record Subscriber(boolean leaves, boolean challenger, boolean champion, String value) {

        double worth(boolean contacted, CampaignEconomics economics) {
            if (!contacted) {
                return 0;
            }
            double kept = economics.saveRate() * (Double.parseDouble(value) - economics.offerCost());
            return leaves ? kept - economics.contactCost() : -economics.offerCost() - economics.contactCost();
        }
    }

    @Test
    void aContactedLeaverIsWorthWhatTheyThemselvesPay() {
        var leaver = new ValueCells(moments("300"), ValueMoments.NONE, ValueMoments.NONE, ValueMoments.NONE);
        var stayer = new ValueCells(ValueMoments.NONE, moments("300"), ValueMoments.NONE, ValueMoments.NONE);
        var worthless = new ValueCells(moments("4"), ValueMoments.NONE, ValueMoments.NONE, ValueMoments.NONE);

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
            PairedValueCells cells = cells(subscribers(random, 200).stream()
                    .map(OwnValueTest::worth200)
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
            List<Subscriber> rows = subscribers(random, random.nextInt(2, 60));
            var economics = new CampaignEconomics(200, random.nextInt(20), random.nextInt(3), random.nextDouble());
            PairedValueCells cells = cells(rows);
            PairedValue value = PairedValue.of(cells, economics);

            assertRows(value.challenger(), rows.stream().mapToDouble(row -> row.worth(row.challenger, economics)));
            assertRows(value.champion(), rows.stream().mapToDouble(row -> row.worth(row.champion, economics)));
            assertRows(
                    value.difference(),
                    rows.stream()
                            .mapToDouble(
                                    row -> row.worth(row.challenger, economics) - row.worth(row.champion, economics)));
            assertThat(new OwnValue(economics).net(cells.challenger()))
                    .isCloseTo(
                            new OwnValue(economics).benefit(cells.challenger())
                                    - economics.cost(cells.challenger().counts()),
                            within(1e-8));
        }
    }

    @Test
    void theBreakEvenSaveRateLeavesNothing() {
        ValueCells cells = cells(subscribers(new SplittableRandom(13), 500)).challenger();
        double saveRate = OWN.breakEvenSaveRate(cells);

        assertThat(new OwnValue(DEFAULTS.withSaveRate(saveRate)).net(cells)).isCloseTo(0, within(1e-8));
    }

    @Test
    void exchangingTheModelsTurnsTheSign() {
        PairedValueCells cells = cells(subscribers(new SplittableRandom(14), 300));
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
        List<Subscriber> rows = subscribers(new SplittableRandom(15), 300);
        PairedValueCells parts =
                cells(rows.subList(0, 70)).plus(cells(rows.subList(70, 71))).plus(cells(rows.subList(71, 300)));

        assertThat(PairedValue.of(parts, DEFAULTS)).isEqualTo(PairedValue.of(cells(rows.reversed()), DEFAULTS));
        assertThat(OWN.perContact(parts.challenger().plus(parts.champion())).rows())
                .isEqualTo(parts.challenger().counts().flagged()
                        + parts.champion().counts().flagged());
    }

    @Test
    void nobodyFlaggedIsWorthNothing() {
        var nobody = new ValueCells(ValueMoments.NONE, ValueMoments.NONE, moments("5", "7"), moments("9"));

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
                .isEqualTo(moments("5", "5"));
    }

    @Test
    void aSpreadThatVanishesBesideTheMeanIsKept() {
        // In doubles n·Σx² − (Σx)² of these would be 0 or negative.
        MeanValue value = MeanValue.of(moments("1000000000.01", "1000000000.02", "1000000000.03"));

        assertThat(value.standardDeviation()).isCloseTo(.01, within(1e-15));
    }

    private static void assertAlike(MeanValue one, MeanValue other) {
        assertThat(one.mean()).isCloseTo(other.mean(), EXACT);
        assertThat(one.standardDeviation()).isCloseTo(other.standardDeviation(), EXACT);
        assertThat(one.rows()).isEqualTo(other.rows());
    }

    private static void assertRows(MeanValue value, java.util.stream.DoubleStream worth) {
        double[] rows = worth.toArray();
        double mean = Arrays.stream(rows).sum() / rows.length;
        double squares = Arrays.stream(rows).map(x -> (x - mean) * (x - mean)).sum();
        assertAlike(value, new MeanValue(mean, Math.sqrt(squares / (rows.length - 1)), rows.length));
    }

    /** Values from 0.00 to 599.99. */
    private static List<Subscriber> subscribers(SplittableRandom random, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> new Subscriber(
                        random.nextInt(10) < 3,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        BigDecimal.valueOf(random.nextInt(60_000), 2).toPlainString()))
                .toList();
    }

    private static Subscriber worth200(Subscriber row) {
        return new Subscriber(row.leaves, row.challenger, row.champion, "200");
    }

    private static PairedValueCells cells(List<Subscriber> rows) {
        return new PairedValueCells(half(rows, Subscriber::leaves), half(rows, row -> !row.leaves));
    }

    private static PairedValueCells.Cells half(List<Subscriber> rows, Predicate<Subscriber> label) {
        return new PairedValueCells.Cells(
                of(rows, label.and(row -> row.challenger && row.champion)),
                of(rows, label.and(row -> row.challenger && !row.champion)),
                of(rows, label.and(row -> !row.challenger && row.champion)),
                of(rows, label.and(row -> !row.challenger && !row.champion)));
    }

    private static ValueMoments of(List<Subscriber> rows, Predicate<Subscriber> chosen) {
        return moments(rows.stream().filter(chosen).map(Subscriber::value).toArray(String[]::new));
    }

    private static ValueMoments moments(String... values) {
        return Arrays.stream(values)
                .map(value -> ValueMoments.constant(1, new BigDecimal(value)))
                .reduce(ValueMoments.NONE, ValueMoments::plus);
    }

    private static PairedValueCells.Cells turned(PairedValueCells.Cells cells) {
        return new PairedValueCells.Cells(cells.both(), cells.onlyChampion(), cells.onlyChallenger(), cells.neither());
    }
}
