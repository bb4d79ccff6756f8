package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaybackTest {

    private static final Payback CASE = new Payback(120_000, 30_000, 11_500);

    @Test
    void aFixedCostIsEarnedBackByTheMonthlyNet() {
        assertThat(CASE.months()).isCloseTo(6.4865, within(5e-5));
        assertThat(CASE.netAfter(12)).isEqualTo(102_000);
        assertThat(CASE.roiAfter(12)).isCloseTo(.3953, within(5e-5));
    }

    // numpy 2.4.6: Σ 18500/(1+.1/12)^k − 120000
    @Test
    void discountedAtTenPercentItTakesSevenMonths() {
        assertThat(CASE.presentValueAfter(12, .10)).isCloseTo(90_428.40586479494, within(1e-6));
        assertThat(CASE.discountedMonths(.10)).isEqualTo(7);
        assertThat(CASE.discountedMonths(0)).isEqualTo(7);
    }

    @Test
    void aMonthThatEarnsNothingNeverPaysBack() {
        assertThat(new Payback(1, 10, 10).months()).isInfinite();
        assertThat(new Payback(1, 10, 20).discountedMonths(.1)).isInfinite();
        assertThat(new Payback(0, 10, 20).months()).isZero();
        assertThat(new Payback(0, 10, 0).roiAfter(12)).isNaN();
    }

    // numpy 2.4.6: Σ 10/(1+.1/12)^k is 113.7 after 12 months and 122.7 after 13
    @Test
    void discountingCanPutItOffByAMonth() {
        assertThat(new Payback(115, 10, 0).discountedMonths(0)).isEqualTo(12);
        assertThat(new Payback(115, 10, 0).discountedMonths(.1)).isEqualTo(13);
        assertThat(new Payback(10, 7, 2).discountedMonths(0)).isEqualTo(2);
        assertThat(new Payback(0, 7, 2).discountedMonths(.1)).isZero();
        assertThat(new Payback(1200, 1, 0).discountedMonths(0)).isEqualTo(1200);
        assertThat(new Payback(1201, 1, 0).discountedMonths(0)).isInfinite();
    }

    @Test
    void negativeCostsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Payback(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payback(1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payback(1, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> CASE.presentValueAfter(12, -.1));
        assertThatIllegalArgumentException().isThrownBy(() -> CASE.netAfter(-1));
    }
}
