package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignMonth.Input;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignMonthTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final Offset<Double> EXACT = within(1e-8);
    private static final ConfusionCounts COUNTS = new ConfusionCounts(300, 500, 200, 1000);

    /** Tracking, serving and a feature store a month; pipeline, registry and drift monitoring once. */
    static final CostLines STREAMFLOW = new CostLines(List.of(
            new CostLine("Tracking", 50, 50, 0, 0, "platform"),
            new CostLine("Serving", 100, 500, 0, 0, "platform"),
            new CostLine("Feature store", 100, 300, 0, 0, "data"),
            new CostLine("Pipeline", 0, 0, 20_000, 50_000, "data"),
            new CostLine("Tracking and registry", 0, 0, 5_000, 15_000, "platform"),
            new CostLine("Drift monitoring", 0, 0, 10_000, 25_000, "")));

    @Test
    void costLinesAddUpToALowAndAHighTotal() {
        assertThat(STREAMFLOW.low()).isEqualTo(new CostLines.Total(250, 35_000));
        assertThat(STREAMFLOW.high()).isEqualTo(new CostLines.Total(850, 90_000));
        assertThat(STREAMFLOW.middle()).isEqualTo(new CostLines.Total(550, 62_500));
        assertThat(new CostLines(List.of()).high()).isEqualTo(new CostLines.Total(0, 0));
        CostLine cents = new CostLine("Cents", .1, .1, 0, 0, "");
        assertThat(new CostLines(List.of(cents, cents, cents)).low().monthly()).isEqualTo(.3);
    }

    @Test
    void aMonthIsTheEvidenceScaledToItsCustomersLessTheRunningCost() {
        CampaignMonth month = CampaignMonth.of(COUNTS, DEFAULTS, 50_000, 550);

        // 25 times the evidence's 2,000 customers
        assertThat(month.contacts()).isCloseTo(20_000, EXACT);
        assertThat(month.benefit()).isCloseTo(25 * DEFAULTS.benefit(COUNTS), EXACT);
        assertThat(month.campaignCost()).isCloseTo(25 * DEFAULTS.cost(COUNTS), EXACT);
        assertThat(month.net()).isCloseTo(25 * 11_300 - 550, EXACT);
        assertThat(month.roi()).isCloseTo((25 * 11_300 - 550) / (25 * 6_700 + 550.0), EXACT);
        assertThat(month.payback(62_500).months()).isCloseTo(62_500 / month.net(), EXACT);
        assertThat(month.payback(62_500).discountedMonths(.1)).isEqualTo(1);
    }

    @Test
    void aMonthThatLosesNeverPaysBack() {
        CampaignMonth month = CampaignMonth.of(COUNTS, DEFAULTS.withSaveRate(.05), 50_000, 550);

        assertThat(month.net()).isNegative();
        assertThat(month.payback(1).months()).isInfinite();
        assertThat(month.payback(1).discountedMonths(.1)).isInfinite();
        assertThat(month.payback(1).presentValueAfter(12, .1)).isNegative();
    }

    @Test
    void atEachBreakEvenTheMonthIsWorthNothing() {
        for (double runningCost : new double[] {0, 550, 40_000}) {
            CampaignMonth month = CampaignMonth.of(COUNTS, DEFAULTS, 50_000, runningCost);

            assertThat(month.with(Input.SAVE_RATE, month.breakEvenSaveRate()).net())
                    .isCloseTo(0, EXACT);
            assertThat(month.with(Input.CUSTOMER_VALUE, month.breakEvenCustomerValue())
                            .net())
                    .isCloseTo(0, EXACT);
            assertThat(month.with(Input.PRECISION, month.breakEvenPrecision()).net())
                    .isCloseTo(0, EXACT);
        }
    }

    @Test
    void withoutRunningCostTheBreakEvensAreThoseOfOneContact() {
        CampaignMonth month = CampaignMonth.of(COUNTS, DEFAULTS, 50_000, 0);

        assertThat(month.breakEvenSaveRate()).isCloseTo(DEFAULTS.breakEvenSaveRate(COUNTS), EXACT);
        assertThat(month.breakEvenPrecision()).isCloseTo(11.0 / 67, EXACT);
    }

    /** Against tools that others wrote: src/test/python/value_reference.py. */
    @ParameterizedTest(name = "{0} of {1}: {8}")
    @CsvFileSource(resources = "/reference/break_even.csv", numLinesToSkip = 1)
    void theIntervalOfTheBreakEvenSaveRateIsThatOfThePrecision(
            long leavers,
            long flagged,
            double value,
            double offer,
            double contact,
            double saveRate,
            double atLowPrecision,
            double atHighPrecision,
            String tool) {
        var counts = new ConfusionCounts(leavers, flagged - leavers, 50, 500);
        CampaignMonth month = CampaignMonth.of(counts, new CampaignEconomics(value, offer, contact, .3), 1000, 0);
        Interval interval = month.breakEvenSaveRateInterval(counts, .95);

        assertRelative(month.breakEvenSaveRate(), saveRate, tool);
        assertRelative(interval.low(), atHighPrecision, tool);
        assertRelative(interval.high(), atLowPrecision, tool);
    }

    @Test
    void whereNobodyIsContactedThereIsNoBreakEven() {
        var nobody = new ConfusionCounts(0, 0, 50, 500);
        CampaignMonth month = CampaignMonth.of(nobody, DEFAULTS, 1000, 100);

        assertThat(month.net()).isEqualTo(-100);
        assertThat(month.roi()).isEqualTo(-1);
        assertThat(CampaignMonth.of(nobody, DEFAULTS, 1000, 0).roi()).isNaN();
        assertThat(month.breakEvenSaveRate()).isNaN();
        assertThat(month.breakEvenCustomerValue()).isNaN();
        assertThat(month.breakEvenPrecision()).isNaN();
        assertThat(month.breakEvenSaveRateInterval(nobody, .95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void whereNothingCanBeGainedTheBreakEvenIsNeverReached() {
        CampaignMonth noLeavers = CampaignMonth.of(new ConfusionCounts(0, 9, 1, 90), DEFAULTS, 100, 0);
        CampaignMonth worthless = CampaignMonth.of(COUNTS, DEFAULTS, 100, 0).with(Input.CUSTOMER_VALUE, 4);

        assertThat(noLeavers.breakEvenSaveRate()).isInfinite();
        assertThat(noLeavers.breakEvenCustomerValue()).isInfinite();
        assertThat(worthless.breakEvenSaveRate()).isInfinite();
        assertThat(worthless.with(Input.CUSTOMER_VALUE, -500).breakEvenPrecision())
                .isInfinite();
        assertThat(worthless.with(Input.SAVE_RATE, 0).breakEvenCustomerValue()).isInfinite();
    }

    @Test
    void whereNothingIsGainedForNothingNoBreakEvenIsReached() {
        var free = new CampaignMonth(100, .5, 0, 200, 0, 0, 0, 0);

        assertThat(free.breakEvenSaveRate()).isInfinite();
        assertThat(free.breakEvenCustomerValue()).isInfinite();
        assertThat(free.breakEvenPrecision()).isInfinite();
    }

    @Test
    void ownValuesEnterByTheMeanOfContactedLeavers() {
        ValueCells cells = Subscriber.cells(Subscriber.random(new SplittableRandom(41), 400))
                .challenger();
        CampaignMonth month = CampaignMonth.of(cells, DEFAULTS, 400, 0);

        assertThat(month.net()).isCloseTo(new OwnValue(DEFAULTS).net(cells), EXACT);
        assertThat(month.breakEvenSaveRate()).isCloseTo(new OwnValue(DEFAULTS).breakEvenSaveRate(cells), EXACT);
        ValueCells none =
                new ValueCells(ValueMoments.NONE, ValueMoments.NONE, cells.falseNegatives(), cells.trueNegatives());
        assertThat(CampaignMonth.of(none, DEFAULTS, 400, 0).customerValue()).isEqualTo(200);
    }

    @Test
    void moneyInAnotherCurrencyScalesTheNetAndLeavesTheReturn() {
        var random = new SplittableRandom(42);
        for (int round = 0; round < 100; round++) {
            CampaignMonth month = randomMonth(random);
            double rate = random.nextDouble(.01, 100);
            CampaignMonth other = month;
            for (Input money :
                    List.of(Input.CUSTOMER_VALUE, Input.OFFER_COST, Input.CONTACT_COST, Input.RUNNING_COST)) {
                other = other.with(money, rate * month.get(money));
            }

            assertThat(other.net()).isCloseTo(rate * month.net(), within(1e-9 * rate * month.cost() + 1e-6));
            assertThat(other.roi()).isCloseTo(month.roi(), EXACT);
            assertThat(other.breakEvenSaveRate()).isCloseTo(month.breakEvenSaveRate(), EXACT);
        }
    }

    @Test
    void moreOfWhatIsGoodAndLessOfWhatCostsIsNeverWorthLess() {
        var random = new SplittableRandom(43);
        for (int round = 0; round < 200; round++) {
            CampaignMonth month = randomMonth(random);
            for (Input good : List.of(Input.SAVE_RATE, Input.CUSTOMER_VALUE, Input.PRECISION)) {
                double less = month.get(good) * random.nextDouble();
                assertThat(month.with(good, less).net()).isLessThanOrEqualTo(month.net() + 1e-6);
            }
            for (Input cost : List.of(Input.OFFER_COST, Input.CONTACT_COST, Input.RUNNING_COST)) {
                double more = month.get(cost) * random.nextDouble(1, 3);
                assertThat(month.with(cost, more).net()).isLessThanOrEqualTo(month.net() + 1e-6);
            }
            for (Input input : Input.values()) {
                assertThat(month.with(input, month.get(input))).isEqualTo(month);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CUSTOMERS, -1, customers",
        "CONTACTED_SHARE, 1.1, contactedShare",
        "PRECISION, NaN, precision",
        "CUSTOMER_VALUE, Infinity, customerValue",
        "OFFER_COST, -1, offerCost",
        "CONTACT_COST, -1, contactCost",
        "SAVE_RATE, 1.01, saveRate",
        "RUNNING_COST, -1, runningCost",
    })
    void anInputOutOfRangeIsRefusedByName(Input input, double value, String name) {
        CampaignMonth month = CampaignMonth.of(COUNTS, DEFAULTS, 100, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> month.with(input, value))
                .withMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 2, 1, 2, name",
        "Serving, -1, 2, 1, 2, monthlyLow",
        "Serving, 3, 2, 1, 2, monthlyHigh",
        "Serving, 1, 2, NaN, 2, oneTimeLow",
        "Serving, 1, 2, 3, 2, oneTimeHigh",
    })
    void aCostLineOutOfRangeIsRefusedByName(
            String name, double monthlyLow, double monthlyHigh, double onceLow, double onceHigh, String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CostLine(name, monthlyLow, monthlyHigh, onceLow, onceHigh, "data"))
                .withMessageContaining(field);
    }

    @Test
    void evidenceWithoutRowsMakesNoMonth() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignMonth.of(new ConfusionCounts(0, 0, 0, 0), DEFAULTS, 100, 0));
    }

    static CampaignMonth randomMonth(SplittableRandom random) {
        double offer = random.nextDouble(30);
        return new CampaignMonth(
                random.nextDouble(10, 100_000),
                random.nextDouble(.01, 1),
                random.nextDouble(.01, 1),
                offer + random.nextDouble(1, 500),
                offer,
                random.nextDouble(.01, 5),
                random.nextDouble(.01, 1),
                random.nextDouble(5_000));
    }

    private static void assertRelative(double actual, double expected, String tool) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(tool).isEqualTo(expected);
        } else {
            assertThat(actual).as(tool).isCloseTo(expected, within(1e-12 * (1 + expected)));
        }
    }
}
