package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import io.gatehouse.fairness.value.Tornado.Bar;
import io.gatehouse.fairness.value.Tornado.Range;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TornadoTest {

    private static final Offset<Double> EXACT = within(1e-6);

    /** 10,000 customers, 4,000 contacted, 1,500 of them leavers: 56·1,500 − 11·2,500 − 500 = 56,000 a month. */
    private static final CampaignMonth MONTH =
            CampaignMonth.of(new ConfusionCounts(300, 500, 200, 1000), CampaignEconomicsTest.DEFAULTS, 10_000, 500);

    @Test
    void theInputThatMovesTheNetMostStandsFirst() {
        Tornado tornado = Tornado.standard(MONTH, new Interval(.3, .45), new Interval(250, 850));

        assertThat(tornado.net()).isCloseTo(56_000, EXACT);
        assertThat(tornado.bars().stream().map(bar -> bar.range().input()))
                .containsExactly(
                        Input.SAVE_RATE,
                        Input.CUSTOMERS,
                        Input.CUSTOMER_VALUE,
                        Input.PRECISION,
                        Input.OFFER_COST,
                        Input.CONTACT_COST,
                        Input.RUNNING_COST);
        Bar saveRate = tornado.bars().getFirst();
        // 190 a saved leaver less the offers and contacts: γ·190·1,500 − 29,500
        assertThat(saveRate.netAtLow()).isCloseTo(28_500 - 29_500, EXACT);
        assertThat(saveRate.netAtHigh()).isCloseTo(114_000 - 29_500, EXACT);
        assertThat(saveRate.assumed()).isEqualTo(.3);
        assertThat(saveRate.turnsTheSign()).isTrue();
        assertThat(bar(tornado, Input.CUSTOMER_VALUE).span()).isCloseTo(120 * .3 * 1500, EXACT);
        assertThat(bar(tornado, Input.PRECISION).span()).isCloseTo(.15 * 4000 * 67, EXACT);
        assertThat(bar(tornado, Input.RUNNING_COST).best()).isCloseTo(56_250, EXACT);
        assertThat(bar(tornado, Input.RUNNING_COST).turnsTheSign()).isFalse();
    }

    @Test
    void everyBarIsTheMonthCountedAgain() {
        var random = new SplittableRandom(51);
        for (int round = 0; round < 100; round++) {
            CampaignMonth month = CampaignMonthTest.randomMonth(random);
            Tornado tornado = Tornado.standard(month, new Interval(.1, .2), new Interval(0, 100));

            for (Bar bar : tornado.bars()) {
                assertThat(bar.netAtLow())
                        .isEqualTo(month.with(bar.range().input(), bar.range().low())
                                .net());
                assertThat(bar.netAtHigh())
                        .isEqualTo(month.with(bar.range().input(), bar.range().high())
                                .net());
            }
            assertThat(tornado.bars()).isSortedAccordingTo((one, other) -> Double.compare(other.span(), one.span()));
        }
    }

    @Test
    void inputsThatMoveTheNetAlikeKeepTheirOrder() {
        List<Range> still = List.of(new Range(Input.RUNNING_COST, 500, 500), new Range(Input.SAVE_RATE, .3, .3));

        assertThat(Tornado.of(MONTH, still).bars().stream()
                        .map(bar -> bar.range().input()))
                .containsExactly(Input.SAVE_RATE, Input.RUNNING_COST);
    }

    @Test
    void aNetOfNothingAtOneEndTurnsNoSign() {
        double even = MONTH.breakEvenSaveRate();
        var low = new Bar(new Range(Input.SAVE_RATE, even, .3), .3, 0, 10);
        var high = new Bar(new Range(Input.SAVE_RATE, .01, even), .3, -10, 0);

        assertThat(low.turnsTheSign()).isFalse();
        assertThat(high.turnsTheSign()).isFalse();
        assertThat(new Bar(low.range(), .3, 10, -10).turnsTheSign()).isTrue();
    }

    @Test
    void aSaveRateBeyondTheUsualRangeStretchesIt() {
        Tornado tornado =
                Tornado.standard(MONTH.with(Input.SAVE_RATE, .55), new Interval(.3, .45), new Interval(250, 850));

        assertThat(bar(tornado, Input.SAVE_RATE).range()).isEqualTo(new Range(Input.SAVE_RATE, .1, .55));
    }

    @Test
    void aRangeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Range(Input.SAVE_RATE, .4, .1))
                .withMessageContaining("SAVE_RATE");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(Input.SAVE_RATE, Double.NaN, .1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tornado.of(MONTH, List.of(new Range(Input.SAVE_RATE, .4, 1.1))))
                .withMessageContaining("saveRate");
    }

    @Test
    void theStandardSensitivitiesHoldTheAssumedCaseToo() {
        List<Sensitivity> standard = Sensitivity.standard(MONTH);

        assertThat(standard)
                .extracting(Sensitivity::input)
                .containsExactly(
                        Input.SAVE_RATE, Input.CUSTOMER_VALUE, Input.OFFER_COST, Input.CONTACT_COST, Input.CUSTOMERS);
        assertThat(standard.getFirst().points())
                .extracting(Sensitivity.Point::value)
                .containsExactly(.1, .2, .3, .4);
        for (Sensitivity sensitivity : standard) {
            assertThat(sensitivity.points())
                    .anySatisfy(point -> assertThat(point.net()).isCloseTo(MONTH.net(), EXACT));
        }
        // γ·285,000 − 29,500, and a return on 1,500·(1 + 10γ) + 2,500·11 + 500
        assertThat(standard.getFirst().points().get(1).net()).isCloseTo(27_500, EXACT);
        assertThat(standard.getFirst().points().get(1).roi()).isCloseTo(27_500.0 / 32_500, EXACT);
        assertThat(standard.get(4).points().get(2).net()).isCloseTo(56_500 * 1.5 - 500, EXACT);
    }

    @Test
    void aGridIsTheMonthAtEveryPair() {
        ValueGrid grid = ValueGrid.standard(MONTH);

        assertThat(grid.nets()).hasSize(4).allSatisfy(row -> assertThat(row).hasSize(5));
        assertThat(grid.nets().get(2).get(2)).isCloseTo(56_000, EXACT);
        assertThat(grid.rows()).containsExactly(.1, .2, .3, .4);
        assertThat(grid.columns().stream().mapToDouble(Double::doubleValue).toArray())
                .containsExactly(new double[] {140, 170, 200, 230, 260}, EXACT);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 5; j++) {
                double expected = grid.rows().get(i) * (grid.columns().get(j) - 10) * 1500 - 29_500;
                assertThat(grid.nets().get(i).get(j)).isCloseTo(expected, EXACT);
            }
        }
    }

    private static Bar bar(Tornado tornado, Input input) {
        return tornado.bars().stream()
                .filter(bar -> bar.range().input() == input)
                .findFirst()
                .orElseThrow();
    }
}
