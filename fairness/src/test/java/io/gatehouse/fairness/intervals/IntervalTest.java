package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void bothEndsBelongToIt() {
        Interval interval = new Interval(0.8, 1.25);

        assertThat(interval.contains(0.8)).isTrue();
        assertThat(interval.contains(1.25)).isTrue();
        assertThat(interval.contains(0.79)).isFalse();
        assertThat(interval.contains(Double.NaN)).isFalse();
    }

    @Test
    void roundingDoesNotPutItOutside() {
        Interval interval = new Interval(0.8 - 5e-10, 1.25 + 5e-10);

        assertThat(interval.within(0.8, 1.25)).isTrue();
        assertThat(new Interval(0.8 - 2e-9, 1).within(0.8, 1.25)).isFalse();
        assertThat(new Interval(0, 0.8).liesBelow(0.8)).isFalse();
        assertThat(new Interval(0, 0.79).liesBelow(0.8)).isTrue();
        assertThat(new Interval(0.8, 1).liesAbove(0.8)).isFalse();
        assertThat(new Interval(0.81, 1).liesAbove(0.8)).isTrue();
    }

    @Test
    void endsInTheWrongOrderOrUndefinedAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, Double.NaN));
    }
}
