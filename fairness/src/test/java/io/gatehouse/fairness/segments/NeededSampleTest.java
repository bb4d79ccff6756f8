package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededSampleTest {

    // (z.95 + z.80)²·(odds)/ln(ρ/τ)² by scipy 1.17.1 norm.ppf, rounded up
    @ParameterizedTest
    @CsvSource({".3, 1, .8, 580", ".3, 1, .9, 2600", ".1, 1, .8, 2235", ".3, .9, .8, 2245", "1, 1, .8, 0"})
    void rowsForTheRatio(double referenceRate, double trueRatio, double tolerance, double rows) {
        assertThat(NeededSample.forRatio(referenceRate, trueRatio, tolerance, .05))
                .isEqualTo(rows);
    }

    @ParameterizedTest
    // 6.18256·2·.09/.01, 6.18256·2·.21/.01, 6.18256·(.81·.19+.9·.1)/(.01)²
    @CsvSource({".9, 1, .1, 112", ".3, 1, .1, 260", ".9, .9, .1, 15080"})
    void rowsForTheDifference(double referenceRate, double trueRatio, double cap, double rows) {
        assertThat(NeededSample.forDifference(referenceRate, trueRatio, cap, .05))
                .isEqualTo(rows);
    }

    @Test
    void aTruthAtOrBeyondTheToleranceNeverPasses() {
        assertThat(NeededSample.forRatio(.3, .8, .8, .05)).isInfinite();
        assertThat(NeededSample.forRatio(.3, .5, .8, .05)).isInfinite();
        assertThat(NeededSample.forRatio(.3, 1.25, .8, .05)).isInfinite();
        assertThat(NeededSample.forRatio(.3, 0, .8, .05)).isInfinite();
        assertThat(NeededSample.forRatio(0, 1, .8, .05)).isInfinite();
        assertThat(NeededSample.forDifference(.5, .8, .1, .05)).isInfinite();
    }

    @Test
    void waitingIsHopelessPastTwentyTimesTheRows() {
        assertThat(new NeededSample(29, 580, 580).hopeless()).isFalse();
        assertThat(new NeededSample(28, 580, 580).hopeless()).isTrue();
        assertThat(new NeededSample(28, Double.POSITIVE_INFINITY, 1).hopeless()).isTrue();
        assertThat(new NeededSample(0, 580, 580).hopeless()).isTrue();
    }

    // n = 580, 810: the interval has two ends, and a rate at parity can fail to clear either
    @Test
    void atParityTheCustomaryFormulaReachesSixtyPercentAndThePowerOfTheRuleEighty() {
        ToleranceRule rule = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .5);
        int customary = (int) NeededSample.forRatio(.3, 1, .8, .05);
        int needed = (int) new RulePower(rule, .3, .3).rowsToPass();

        assertThat(customary).isEqualTo(580);
        assertThat(needed).isEqualTo(810);
        // Each ± 4 standard errors of a thousand trials.
        assertThat(passes(rule, customary)).isBetween(540, 660);
        assertThat(passes(rule, needed)).isBetween(750, 850);
    }

    private static int passes(ToleranceRule rule, int rows) {
        var random = new SplittableRandom(2);
        int passes = 0;
        for (int i = 0; i < 1000; i++) {
            var group = new Proportion(binomial(random, rows, .3), rows);
            var reference = new Proportion(binomial(random, rows, .3), rows);
            passes += rule.judge(group, reference, 1).verdict() == Verdict.PASS ? 1 : 0;
        }
        return passes;
    }

    @Test
    void thatManyRowsPassAboutFourTimesOutOfFive() {
        ToleranceRule rule = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1);
        int rows = (int) NeededSample.forRatio(.3, .9, .8, .05);
        var random = new SplittableRandom(1);
        int passes = 0;
        for (int i = 0; i < 1000; i++) {
            var group = new Proportion(binomial(random, rows, .27), rows);
            var reference = new Proportion(binomial(random, rows, .3), rows);
            if (rule.judge(group, reference, 1).verdict() == Verdict.PASS) {
                passes++;
            }
        }

        // 80 % ± 4 standard errors of a thousand trials
        assertThat(passes).isBetween(750, 850);
    }

    private static long binomial(SplittableRandom random, int trials, double rate) {
        return random.doubles(trials).filter(value -> value < rate).count();
    }

    @Test
    void impossibleRatesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> NeededSample.forRatio(1.1, 1, .8, .05));
        assertThatIllegalArgumentException().isThrownBy(() -> NeededSample.forRatio(.9, 1.2, .8, .05));
        assertThatIllegalArgumentException().isThrownBy(() -> NeededSample.forRatio(.9, Double.NaN, .8, .05));
        assertThatIllegalArgumentException().isThrownBy(() -> NeededSample.forDifference(.9, 1, 1.2, .05));
    }
}
