package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoopmanRatioTest {

    // Koopman's chi-squared as published, solved by scipy 1.17.1 brentq (xtol 1e-15); statsmodels 0.15.0
    // confint_proportions_2indep(compare='ratio', method='score', correction=False) agrees to its own tolerance of
    // 1e-12.
    @ParameterizedTest
    @CsvSource({
        "930, 3000, 960, 3000, .90, 0.9099229849121977, 1.0313587172285035",
        "180, 1200, 420, 1500, .90, 0.4692588571858261, 0.6108677574010705",
        "9, 40, 300, 1000, .90, 0.4503223207310225, 1.1725863035108492",
        "930, 3000, 960, 3000, .9833333333333333, 0.8843277441939088, 1.0611848970914115",
        "180, 1200, 420, 1500, .9833333333333333, 0.4416938347244434, 0.6481545654572783",
        "9, 40, 300, 1000, .9833333333333333, 0.35603397087005373, 1.3895329249187454",
        "56, 70, 48, 80, .95, 1.0798215063618983, 1.6708055780191118",
        "1, 3, 2, 5, .95, 0.1297025707566707, 4.304372540336406",
        "5, 56, 0, 29, .95, 0.7256888835936187, Infinity",
        "20, 100, 0, 50, .90, 3.876145547583438, Infinity",
        "0, 50, 20, 100, .90, 0, 0.2579882483059608",
    })
    void agreesWithThePublishedStatistic(
            long x1, long n1, long x2, long n2, double confidence, double low, double high) {
        Interval interval = KoopmanRatio.of(x1, n1, x2, n2, confidence);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        if (Double.isInfinite(high)) {
            assertThat(interval.high()).isInfinite();
        } else {
            assertThat(interval.high()).isCloseTo(high, within(1e-11));
        }
    }

    @Test
    void noEventInAGroupLeavesOneEndOpenAndNoneInBothSaysNothing() {
        assertThat(KoopmanRatio.of(0, 50, 20, 100, .9).low()).isZero();
        assertThat(KoopmanRatio.of(20, 100, 0, 50, .9).high()).isInfinite();
        assertThat(KoopmanRatio.of(0, 50, 0, 50, .9)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(KoopmanRatio.of(0, 0, 5, 50, .9)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
        assertThat(KoopmanRatio.of(5, 50, 0, 0, .9)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void allEventsInBothGroupsIsFiniteAroundParity() {
        // For θ < 1 the most likely rates are θ and 1, so that χ² = n1·(1−θ)/θ and the lower end is n1/(n1+z²).
        double z2 = 1.6448536269514722 * 1.6448536269514722;

        Interval interval = KoopmanRatio.of(10, 10, 20, 20, .9);

        assertThat(interval.low()).isCloseTo(10 / (10 + z2), within(1e-12));
        assertThat(interval.high()).isCloseTo((20 + z2) / 20, within(1e-12));
    }

    @Test
    void aSearchOverAllSmallTablesFindsTheSameEnds() {
        double z2 = 1.6448536269514722 * 1.6448536269514722;
        for (int n1 = 1; n1 <= 5; n1++) {
            for (int n2 = 1; n2 <= 5; n2++) {
                for (int x1 = 0; x1 <= n1; x1++) {
                    for (int x2 = 0; x2 <= n2; x2++) {
                        verifyOnGrid(x1, n1, x2, n2, z2);
                    }
                }
            }
        }
    }

    /** Every θ of a fine grid is inside if and only if the naively maximised likelihood's χ² does not exceed z². */
    private static void verifyOnGrid(int x1, int n1, int x2, int n2, double z2) {
        Interval interval = KoopmanRatio.of(x1, n1, x2, n2, .9);
        for (double log = -4; log <= 4; log += 0.23) {
            double ratio = Math.exp(log);
            double statistic = naiveStatistic(x1, n1, x2, n2, ratio);
            if (Math.abs(statistic - z2) < 1e-3) {
                continue;
            }
            assertThat(interval.contains(ratio))
                    .as("%d/%d against %d/%d at %s: %s in %s", x1, n1, x2, n2, ratio, statistic, interval)
                    .isEqualTo(statistic <= z2);
        }
    }

    /** Pearson's χ² at the rate that maximises the likelihood under p1 = ratio·p2, found by ternary search. */
    private static double naiveStatistic(int x1, int n1, int x2, int n2, double ratio) {
        double low = 0;
        double high = Math.min(1, 1 / ratio);
        for (int i = 0; i < 120; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (logLikelihood(x1, n1, ratio * left) + logLikelihood(x2, n2, left)
                    < logLikelihood(x1, n1, ratio * right) + logLikelihood(x2, n2, right)) {
                low = left;
            } else {
                high = right;
            }
        }
        double p2 = (low + high) / 2;
        return pearson(x1, n1, ratio * p2) + pearson(x2, n2, p2);
    }

    private static double logLikelihood(int x, int n, double p) {
        return (x == 0 ? 0 : x * Math.log(p)) + (x == n ? 0 : (n - x) * Math.log1p(-p));
    }

    private static double pearson(int x, int n, double p) {
        double distance = x - n * p;
        return Math.abs(distance) < 1e-6 ? 0 : distance * distance / (n * p * (1 - p));
    }

    @Test
    void exchangingTheGroupsInvertsIt() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 400; i++) {
            int n1 = random.nextInt(1, 2000);
            int n2 = random.nextInt(1, 2000);
            int x1 = random.nextInt(1, n1 + 1);
            int x2 = random.nextInt(1, n2 + 1);

            Interval interval = KoopmanRatio.of(x1, n1, x2, n2, .9);
            Interval inverse = KoopmanRatio.of(x2, n2, x1, n1, .9);

            assertThat(inverse.low() * interval.high()).isCloseTo(1, within(1e-9));
            assertThat(inverse.high() * interval.low()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void itHoldsTheEstimateNarrowsWithRowsAndWidensWithConfidence() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 400; i++) {
            int n1 = random.nextInt(2, 500);
            int n2 = random.nextInt(2, 500);
            int x1 = random.nextInt(1, n1);
            int x2 = random.nextInt(1, n2);

            Interval interval = KoopmanRatio.of(x1, n1, x2, n2, .9);
            Interval surer = KoopmanRatio.of(x1, n1, x2, n2, .99);
            Interval larger = KoopmanRatio.of(9L * x1, 9L * n1, 9L * x2, 9L * n2, .9);

            assertThat(interval.contains(((double) x1 / n1) / ((double) x2 / n2)))
                    .isTrue();
            assertThat(surer.low()).isLessThan(interval.low());
            assertThat(surer.high()).isGreaterThan(interval.high());
            assertThat(larger.low()).isGreaterThan(interval.low());
            assertThat(larger.high()).isLessThan(interval.high());
        }
    }

    @Test
    void aBillionRowsStayFinite() {
        Interval interval = KoopmanRatio.of(300_000_000L, 1_000_000_000L, 300_000_000L, 1_000_000_000L, .9);

        // exp(±1.645·√(2·0.7/(0.3·10⁹))), the limit of large samples
        assertThat(interval.low()).isCloseTo(Math.exp(-1.1236e-4), within(1e-7));
        assertThat(interval.high()).isCloseTo(Math.exp(1.1236e-4), within(1e-7));
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> KoopmanRatio.of(3, 2, 1, 2, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> KoopmanRatio.of(1, 2, -1, 2, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> KoopmanRatio.of(1, 2, 1, 2, 1.5));
    }
}
