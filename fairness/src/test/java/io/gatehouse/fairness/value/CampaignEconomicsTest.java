package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.rows.ScoredRows;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignEconomicsTest {

    static final CampaignEconomics DEFAULTS = new CampaignEconomics(200, 10, 1, .3);
    private static final Offset<Double> EXACT = within(1e-10);

    @Test
    void aContactedLeaverIsWorth56AndAStayerCosts11() {
        assertThat(DEFAULTS.valueOfContactedLeaver()).isCloseTo(56, EXACT);
        assertThat(DEFAULTS.valueOfContactedStayer()).isEqualTo(-11);
        assertThat(DEFAULTS.breakEvenScore()).isCloseTo(11.0 / 67, within(1e-15));
        assertThat(DEFAULTS.expectedValue(11.0 / 67)).isCloseTo(0, EXACT);
    }

    @ParameterizedTest
    @CsvSource({".2, 200, 2.40", ".2, 100, -3.60", ".1, 400, 1.70", ".05, 800, 1.35"})
    void whatAContactIsWorthDependsOnProbabilityAndValue(double probability, double value, double worth) {
        assertThat(DEFAULTS.withCustomerValue(value).expectedValue(probability)).isCloseTo(worth, EXACT);
    }

    @Test
    void twelveCustomersContactedFromOneHalfOn() {
        ConfusionCounts ofA = ScoredRows.A.at(.5);

        assertThat(DEFAULTS.net(ofA)).isCloseTo(191, EXACT);
        assertThat(DEFAULTS.net(ScoredRows.B.at(.5))).isCloseTo(202, EXACT);
        // 4 leavers at 1 + 0.3·10 and 3 stayers at 11; 4 leavers keep 0.3·200
        assertThat(DEFAULTS.cost(ofA)).isCloseTo(49, EXACT);
        assertThat(DEFAULTS.benefit(ofA)).isCloseTo(240, EXACT);
        assertThat(DEFAULTS.roi(ofA)).isCloseTo(191.0 / 49, EXACT);
    }

    @Test
    void theBreakEvenSaveRateLeavesNothing() {
        ConfusionCounts counts = ScoredRows.A.at(.5);
        double saveRate = DEFAULTS.breakEvenSaveRate(counts);

        assertThat(DEFAULTS.withSaveRate(saveRate).net(counts)).isCloseTo(0, EXACT);
        assertThat(DEFAULTS.breakEvenSaveRate(new ConfusionCounts(0, 0, 5, 7))).isNaN();
        assertThat(DEFAULTS.breakEvenSaveRate(new ConfusionCounts(0, 3, 5, 4))).isInfinite();
    }

    // numpy 2.4.6 mean and std(ddof=1), scipy 1.17.1 norm.ppf(.95)
    @Test
    void valuePerCustomerHasTheDeviationOfAllCustomers() {
        MeanValue value = DEFAULTS.perCustomer(new ConfusionCounts(300, 500, 200, 1000));

        assertThat(value.mean()).isCloseTo(5.65, EXACT);
        assertThat(value.standardDeviation()).isCloseTo(21.65553003254585, EXACT);
        assertThat(value.lowerBound(.95)).isCloseTo(4.8535086259448725, EXACT);
        assertThat(value.interval(.9).low()).isCloseTo(value.lowerBound(.95), EXACT);
        assertThat(value.interval(.9).high()).isCloseTo(value.upperBound(.95), EXACT);
        assertThat(value.total()).isCloseTo(11_300, EXACT);
    }

    @Test
    void contactingNobodyIsWorthNothingAndHasNoReturn() {
        var nobody = new ConfusionCounts(0, 0, 5, 7);

        assertThat(DEFAULTS.net(nobody)).isZero();
        assertThat(DEFAULTS.roi(nobody)).isNaN();
        assertThat(DEFAULTS.perCustomer(nobody).standardDeviation()).isZero();
        MeanValue none = DEFAULTS.perCustomer(new ConfusionCounts(0, 0, 0, 0));
        assertThat(none.mean()).isNaN();
        assertThat(none.total()).isZero();
        assertThat(none.lowerBound(.95)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(DEFAULTS.perCustomer(new ConfusionCounts(1, 0, 0, 0)).upperBound(.95))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void netIsBenefitLessCostAndGrowsWithEverySavedLeaver() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            double offer = random.nextDouble(50);
            var economics = new CampaignEconomics(
                    offer + random.nextDouble(1, 500), offer, random.nextDouble(5), random.nextDouble());
            var counts = new ConfusionCounts(random.nextInt(100), random.nextInt(100), 5, 5);
            var more = counts.plus(new ConfusionCounts(0, 1, 0, 0));

            assertThat(economics.net(counts)).isCloseTo(economics.benefit(counts) - economics.cost(counts), EXACT);
            assertThat(economics.net(more)).isLessThanOrEqualTo(economics.net(counts));
            assertThat(economics.net(counts.plus(more)))
                    .isCloseTo(economics.net(counts) + economics.net(more), within(1e-8));
            assertThat(economics.expectedValue(Math.min(1, economics.breakEvenScore())))
                    .isLessThanOrEqualTo(1e-9);
        }
    }

    @Test
    void valueByRankOfTwelveCustomersIsBestAfterTheNinth() {
        List<ScoreBand> single = IntStream.range(0, 12)
                .mapToObj(i -> ScoredRows.A.rows(i, i + 1))
                .toList();

        ValueByDecile value = ValueByDecile.of(single.reversed(), DEFAULTS);

        assertThat(value.bands().stream()
                        .mapToDouble(ValueByDecile.Band::cumulativeNet)
                        .toArray())
                .containsExactly(new double[] {56, 112, 101, 157, 146, 202, 191, 180, 236, 225, 214, 203}, EXACT);
        assertThat(value.bestCut()).isEqualTo(9);
    }

    @Test
    void valueByQuarterOfTwelveCustomers() {
        List<ScoreBand> quarters = IntStream.range(0, 4)
                .mapToObj(i -> ScoredRows.A.rows(3 * i, 3 * i + 3))
                .toList();

        ValueByDecile value = ValueByDecile.of(quarters, DEFAULTS);

        assertThat(value.bands().stream().mapToDouble(ValueByDecile.Band::net).toArray())
                .containsExactly(new double[] {101, 101, 34, -33}, EXACT);
        assertThat(value.bands().getFirst().lift()).isCloseTo((2.0 / 3) / (5.0 / 12), within(1e-14));
        assertThat(ValueByDecile.of(quarters.subList(3, 4), DEFAULTS).bestCut()).isZero();
    }

    @Test
    void oneAssumptionIsChangedAndTheOthersStay() {
        assertThat(DEFAULTS.withOfferCost(20)).isEqualTo(new CampaignEconomics(200, 20, 1, .3));
        assertThat(DEFAULTS.withCustomerValue(80)).isEqualTo(new CampaignEconomics(80, 10, 1, .3));
        assertThat(DEFAULTS.withSaveRate(.1)).isEqualTo(new CampaignEconomics(200, 10, 1, .1));
    }

    @Test
    void twoCustomersAreEnoughForADeviation() {
        MeanValue two = DEFAULTS.perCustomer(new ConfusionCounts(1, 0, 0, 1));

        assertThat(two.standardDeviation()).isCloseTo(56 / Math.sqrt(2), EXACT);
        assertThat(two.z()).isCloseTo(1, EXACT);
        assertThat(DEFAULTS.perCustomer(new ConfusionCounts(0, 0, 1, 1)).z()).isZero();
        assertThat(DEFAULTS.perCustomer(new ConfusionCounts(0, 2, 0, 0)).z()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(DEFAULTS.perCustomer(new ConfusionCounts(1, 0, 0, 0)).z()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10, 1, .3, customerValue",
        "NaN, 10, 1, .3, customerValue",
        "200, -1, 1, .3, offerCost",
        "200, 10, -1, .3, contactCost",
        "200, 10, NaN, .3, contactCost",
        "200, 10, 1, 1.1, saveRate",
        "200, 10, 1, NaN, saveRate",
    })
    void anAmountOutOfRangeIsRefusedByName(double value, double offer, double contact, double rate, String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignEconomics(value, offer, contact, rate))
                .withMessageContaining(name);
    }
}
