package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MonthWorthTest {
    private static final Currency DOLLARS = Currency.getInstance("USD");
    private static final ValueFigures VALUE =
            SampleEvaluations.of(1).done().value().orElseThrow();

    @Test
    void withTheFiguresOfAMonthItIsWhatTheMonthNetsAfterRunningIt() {
        Figure net = new Figure("net_per_month", 304_000.0, 290_000.0, 318_000.0, 7_500L, null, Unit.MONEY);
        Figure roi = new Figure("return_on_cost", 3.1, 2.9, 3.3, 7_500L, null, Unit.SHARE);
        MonthWorth worth = MonthWorth.of(VALUE, month(net, roi));

        assertThat(worth.afterRunning()).isTrue();
        assertThat(worth.likely()).isEqualTo(Money.of(304_000, DOLLARS));
        assertThat(worth.low()).isEqualTo(Money.of(290_000, DOLLARS));
        assertThat(worth.high()).isEqualTo(Money.of(318_000, DOLLARS));
        assertThat(worth.returnOnCost()).isEqualTo(roi);
    }

    @Test
    void whereNothingIsSpentThereIsNoReturnOnIt() {
        Figure unknown = new Figure("return_on_cost", null, null, null, 7_500L, null, Unit.SHARE);

        assertThat(MonthWorth.of(VALUE, month(unknown, unknown)).returnOnCost()).isNull();
        assertThat(MonthWorth.of(VALUE, month(unknown, unknown)).likely()).isNull();
    }

    @Test
    void ofAnEvaluationOlderThanThoseItIsTheCampaignAloneAndSaysSo() {
        MonthWorth worth = MonthWorth.of(VALUE, null);
        long customers = VALUE.assumptions().customersPerMonth();

        assertThat(worth.afterRunning()).isFalse();
        assertThat(worth.likely()).isEqualTo(VALUE.netPerMonth());
        assertThat(worth.net().low())
                .isEqualTo(Objects.requireNonNull(VALUE.netPerCustomer().low()) * customers);
        assertThat(worth.net().high())
                .isEqualTo(Objects.requireNonNull(VALUE.netPerCustomer().high()) * customers);
    }

    private static MonthFigures month(Figure net, Figure roi) {
        return new MonthFigures(false, Money.of(200, DOLLARS), net, roi, roi, List.of());
    }
}
