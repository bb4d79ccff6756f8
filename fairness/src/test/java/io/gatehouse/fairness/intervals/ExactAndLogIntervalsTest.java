package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ExactAndLogIntervalsTest {

    @Test
    void clopperPearsonEndsAreTheRatesAtWhichTheBinomialTestJustDoesNotReject() {
        for (int n = 1; n <= 25; n++) {
            for (int x = 0; x <= n; x++) {
                Interval interval = ClopperPearsonInterval.of(x, n, .9);
                if (x > 0) {
                    double atLeast = BinomialDistribution.of(n, interval.low()).survivalProbability(x - 1);
                    assertThat(atLeast).isCloseTo(.05, within(1e-12));
                }
                if (x < n) {
                    double atMost = BinomialDistribution.of(n, interval.high()).cumulativeProbability(x);
                    assertThat(atMost).isCloseTo(.05, within(1e-12));
                }
            }
        }
    }

    @Test
    void clopperPearsonIsExactAtTheEdgesAndSaysNothingWithoutTrials() {
        assertThat(ClopperPearsonInterval.of(0, 10, .95).low()).isZero();
        assertThat(ClopperPearsonInterval.of(10, 10, .95).high()).isEqualTo(1);
        // The rule of three, 1 − (α/2)^(1/n).
        assertThat(ClopperPearsonInterval.of(0, 10, .95).high()).isCloseTo(1 - Math.pow(.025, .1), within(1e-14));
        assertThat(ClopperPearsonInterval.of(0, 0, .95)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void katzSaysNothingWithoutEventsInAGroup() {
        Interval nothing = new Interval(0, Double.POSITIVE_INFINITY);
        assertThat(KatzRatio.of(0, 10, 3, 10, .95)).isEqualTo(nothing);
        assertThat(KatzRatio.of(3, 10, 0, 10, .95)).isEqualTo(nothing);
        assertThat(KatzRatio.of(0, 0, 3, 10, .95)).isEqualTo(nothing);
    }

    @Test
    void katzOfTwoGroupsInWhichAllHappenedIsAPoint() {
        assertThat(KatzRatio.of(10, 10, 20, 20, .95)).isEqualTo(new Interval(1, 1));
    }

    @Test
    void impossibleCountsAndConfidencesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClopperPearsonInterval.of(3, 2, .95))
                .withMessageContaining("successes must not exceed trials");
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearsonInterval.of(-1, 2, .95));
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearsonInterval.of(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> KatzRatio.of(3, 2, 1, 2, .95));
        assertThatIllegalArgumentException().isThrownBy(() -> KatzRatio.of(1, 2, 3, 2, .95));
        assertThatIllegalArgumentException().isThrownBy(() -> KatzRatio.of(1, 2, 1, 2, 0));
    }
}
