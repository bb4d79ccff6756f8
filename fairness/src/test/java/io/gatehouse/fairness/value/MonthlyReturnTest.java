package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class MonthlyReturnTest {

    private static final CampaignEconomics DEFAULTS = CampaignEconomicsTest.DEFAULTS;
    private static final ConfusionCounts COUNTS = new ConfusionCounts(300, 500, 200, 1000);
    private static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Against a search for the ends, over single rows: src/test/python/value_reference.py. */
    @ParameterizedTest(name = "{8} a month, {7} customers: {17}")
    @CsvFileSource(resources = "/reference/own_value.csv", numLinesToSkip = 1)
    void theIntervalOfTheReturnIsFiellers(ArgumentsAccessor arguments) {
        ReferenceRow row = ReferenceRow.of(arguments);
        ValueCells cells = Subscriber.cells(Subscriber.of(row)).challenger();

        MonthlyReturn month = MonthlyReturn.of(cells, row.economics(), row.number(7), row.number(8), .95);

        assertThat(month.roiInterval().low()).isCloseTo(row.number(15), within(1e-10));
        assertThat(month.roiInterval().high()).isCloseTo(row.number(16), within(1e-10));
        assertThat(month.roiInterval().contains(month.roi())).isTrue();
    }

    @Test
    void theNetIsThatOfTheMonthAndItsIntervalThatOfTheMean() {
        MonthlyReturn month = MonthlyReturn.of(COUNTS, DEFAULTS, 50_000, 550, .9);
        CampaignMonth expected = CampaignMonth.of(COUNTS, DEFAULTS, 50_000, 550);
        Interval each = DEFAULTS.perCustomer(COUNTS).interval(.9);

        assertThat(month.net()).isCloseTo(expected.net(), within(1e-7));
        assertThat(month.benefit()).isCloseTo(expected.benefit(), within(1e-7));
        assertThat(month.cost()).isCloseTo(expected.cost(), within(1e-7));
        assertThat(month.roi()).isCloseTo(expected.roi(), within(1e-12));
        assertThat(month.netInterval().low()).isCloseTo(50_000 * each.low() - 550, within(1e-7));
        assertThat(month.netInterval().high()).isCloseTo(50_000 * each.high() - 550, within(1e-7));
    }

    @Test
    void theReturnIsPositiveWithConfidenceExactlyWhereTheNetIs() {
        // Fieller's test of a ratio of 1 is the normal test of the difference 0.
        for (int leavers = 60; leavers < 140; leavers++) {
            var counts = new ConfusionCounts(leavers, 500, 200, 1000);
            MonthlyReturn month = MonthlyReturn.of(counts, DEFAULTS, 1000, 30, .95);

            assertThat(month.roiInterval().low() > 0)
                    .isEqualTo(month.netInterval().low() > 0);
            assertThat(month.roiInterval().high() > 0)
                    .isEqualTo(month.netInterval().high() > 0);
        }
    }

    @Test
    void moreRowsMakeBothIntervalsNarrower() {
        MonthlyReturn few = MonthlyReturn.of(COUNTS, DEFAULTS, 50_000, 550, .95);
        MonthlyReturn many =
                MonthlyReturn.of(COUNTS.plus(COUNTS).plus(COUNTS).plus(COUNTS), DEFAULTS, 50_000, 550, .95);

        assertThat(many.net()).isCloseTo(few.net(), within(1e-7));
        assertThat(many.netInterval().width()).isCloseTo(few.netInterval().width() / 2, within(20.0));
        assertThat(many.roiInterval().width()).isLessThan(few.roiInterval().width() * .51);
    }

    @Test
    void withNothingSpentThereIsNoReturn() {
        MonthlyReturn month = MonthlyReturn.of(new ConfusionCounts(0, 0, 10, 90), DEFAULTS, 1000, 0, .95);

        assertThat(month.net()).isZero();
        assertThat(month.netInterval()).isEqualTo(new Interval(0, 0));
        assertThat(month.roi()).isNaN();
        assertThat(month.roiInterval()).isEqualTo(ANYTHING);
    }

    @Test
    void withOneContactTheCostIsNotClearlyAboveNothing() {
        MonthlyReturn month = MonthlyReturn.of(new ConfusionCounts(1, 0, 10, 90), DEFAULTS, 1000, 0, .95);

        assertThat(month.roi()).isPositive();
        assertThat(month.roiInterval()).isEqualTo(ANYTHING);
    }

    @Test
    void withoutRowsNothingIsKnown() {
        MonthlyReturn month = MonthlyReturn.of(new ConfusionCounts(0, 0, 0, 0), DEFAULTS, 1000, 10, .95);

        assertThat(month.net()).isNaN();
        assertThat(month.netInterval()).isEqualTo(ANYTHING);
        assertThat(month.roiInterval()).isEqualTo(ANYTHING);
        assertThat(MonthlyReturn.of(new ConfusionCounts(1, 0, 0, 0), DEFAULTS, 1000, 10, .95)
                        .roiInterval())
                .isEqualTo(ANYTHING);
    }

    @Test
    void argumentsOutOfRangeAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthlyReturn.of(COUNTS, DEFAULTS, -1, 0, .95))
                .withMessageContaining("customersPerMonth");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthlyReturn.of(COUNTS, DEFAULTS, 1, -1, .95))
                .withMessageContaining("runningCost");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MonthlyReturn.of(COUNTS, DEFAULTS, 1, 0, 1))
                .withMessageContaining("confidence");
    }
}
