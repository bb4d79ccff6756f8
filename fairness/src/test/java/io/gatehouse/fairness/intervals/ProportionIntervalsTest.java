package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionIntervalsTest {

    private static final Offset<Double> EXACT = within(1e-13);

    // statsmodels 0.15.0, proportion_confint(method='wilson')
    @ParameterizedTest
    @CsvSource({
        "3, 17, .95, 0.06191126637620997, 0.41029458568834126",
        "0, 20, .95, 0.0, 0.16112515805281938",
        "20, 20, .90, 0.8808421626390355, 1.0",
        "1, 2, .99, 0.06171307677810184, 0.9382869232218982",
        "930, 3000, .90, 0.29628736645104903, 0.32405502693307664",
        "7, 1000000, .95, 3.390867834900857e-06, 1.4450522448827192e-05",
    })
    void wilsonAgreesWithStatsmodels(long successes, long trials, double confidence, double low, double high) {
        Interval interval = WilsonInterval.of(successes, trials, confidence);

        assertThat(interval.low()).isCloseTo(low, EXACT);
        assertThat(interval.high()).isCloseTo(high, EXACT);
        assertThat(new Proportion(successes, trials).interval(confidence)).isEqualTo(interval);
    }

    @Test
    void wilsonIsExactAtTheEdgesAndSaysNothingWithoutTrials() {
        assertThat(WilsonInterval.of(0, 13, .95).low()).isZero();
        assertThat(WilsonInterval.of(13, 13, .95).high()).isEqualTo(1);
        assertThat(WilsonInterval.of(0, 0, .95)).isEqualTo(new Interval(0, 1));
        assertThat(new Proportion(0, 0).value()).isNaN();
    }

    // statsmodels 0.15.0, confint_proportions_2indep(compare='diff', method='newcomb')
    @ParameterizedTest
    @CsvSource({
        "930, 3000, 960, 3000, .90, -0.02971538663147398, 0.009726109015470451",
        "180, 1200, 420, 1500, .90, -0.15529308542459008, -0.10425233225539438",
        "9, 40, 300, 1000, .90, -0.16738457767978226, 0.051127570541115885",
        "56, 70, 48, 80, .95, 0.05243147240236498, 0.333872654036906",
        "5, 56, 0, 29, .95, -0.03813714790353688, 0.19256001385511162",
        "0, 10, 0, 10, .90, -0.2129419700834071, 0.2129419700834071",
        "10, 10, 20, 20, .90, -0.2129419700834072, 0.11915783736096452",
    })
    void newcombeAgreesWithStatsmodels(long x1, long n1, long x2, long n2, double confidence, double low, double high) {
        Interval interval = NewcombeDifference.of(x1, n1, x2, n2, confidence);

        assertThat(interval.low()).isCloseTo(low, EXACT);
        assertThat(interval.high()).isCloseTo(high, EXACT);
    }

    @Test
    void newcombeSaysNothingWithoutTrials() {
        assertThat(NewcombeDifference.of(0, 0, 3, 10, .9)).isEqualTo(new Interval(-1, 1));
        assertThat(NewcombeDifference.of(3, 10, 0, 0, .9)).isEqualTo(new Interval(-1, 1));
    }

    @Test
    void exchangingTheGroupsMirrorsTheDifferenceAndMoreRowsNarrowIt() {
        var random = new SplittableRandom(20_240_301);
        for (int i = 0; i < 500; i++) {
            int n1 = random.nextInt(1, 400);
            int n2 = random.nextInt(1, 400);
            int x1 = random.nextInt(n1 + 1);
            int x2 = random.nextInt(n2 + 1);

            Interval interval = NewcombeDifference.of(x1, n1, x2, n2, .9);
            Interval mirrored = NewcombeDifference.of(x2, n2, x1, n1, .9);

            assertThat(mirrored.low()).isCloseTo(-interval.high(), EXACT);
            assertThat(mirrored.high()).isCloseTo(-interval.low(), EXACT);
            assertThat(interval.contains((double) x1 / n1 - (double) x2 / n2)).isTrue();
            assertThat(NewcombeDifference.of(4L * x1, 4L * n1, 4L * x2, 4L * n2, .9)
                            .width())
                    .isLessThan(interval.width());
            assertThat(WilsonInterval.of(4L * x1, 4L * n1, .9).width())
                    .isLessThan(WilsonInterval.of(x1, n1, .9).width());
        }
    }

    @Test
    void impossibleCountsAndConfidencesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(5, 4, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(-1, 4, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(1, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(1, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(1, 4, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> NewcombeDifference.of(1, 4, 3, 2, .9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }
}
