package io.gatehouse.fairness.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.fairness.intervals.WilsonInterval;
import org.junit.jupiter.api.Test;

class SampleSizeTest {

    // scipy 1.17.1 norm.ppf in the formula: 19530 for 5 % against 4.4 %
    @Test
    void rowsForTheTestOfTwoProportions() {
        assertThat(SampleSize.forTwoProportions(.05, .044, .05, .8)).isEqualTo(19_530);
        assertThat(SampleSize.forTwoProportions(.044, .05, .05, .8)).isEqualTo(19_530);
        assertThat(SampleSize.forTwoProportions(.3, .3, .05, .8)).isInfinite();
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forTwoProportions(1.3, .3, .05, .8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forTwoProportions(.2, .3, 0, .8));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forTwoProportions(.2, .3, .05, 1));
    }

    @Test
    void thatManyTrialsAndNoFewerMakeTheIntervalNarrowEnough() {
        for (double rate : new double[] {0, .02, .3, .5, .9, 1}) {
            for (double half : new double[] {.01, .05, .2}) {
                long trials = SampleSize.forHalfWidth(rate, half, .95);
                assertThat(half(rate, trials)).isLessThanOrEqualTo(half + 1e-12);
                if (trials > 1) {
                    assertThat(half(rate, trials - 1)).isGreaterThan(half - 1e-12);
                }
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forHalfWidth(.3, .5, .95));
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.forHalfWidth(.3, 0, .95));
    }

    private static double half(double rate, long trials) {
        return WilsonInterval.ofRate(rate, trials, .95).width() / 2;
    }
}
