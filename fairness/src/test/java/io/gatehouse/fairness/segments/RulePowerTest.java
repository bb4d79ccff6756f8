package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulePowerTest {

    private static final ToleranceRule RULE = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1);

    // rate of the group, of the reference, rows of the group, of the reference
    @ParameterizedTest
    @CsvSource({".9, .9, 160, 900", ".85, .9, 400, 2000", ".3, .3, 500, 5000", ".62, .6, 900, 900", ".3, .32, 300, 300"
    })
    void theProbabilityOfAPassIsThatOfASimulation(double p1, double p2, int n1, int n2) {
        assertThat(new RulePower(RULE, p1, p2).toPass(n1, n2))
                .isCloseTo(simulated(p1, p2, n1, n2, Verdict.PASS), within(.06));
    }

    @ParameterizedTest
    @CsvSource({".6, .9, 60, 900", ".5, .7, 200, 400", ".15, .3, 300, 3000", ".95, .7, 200, 800"})
    void theProbabilityOfAFailureIsThatOfASimulation(double p1, double p2, int n1, int n2) {
        assertThat(new RulePower(RULE, p1, p2).toFail(n1, n2, 5))
                .isCloseTo(simulated(p1, p2, n1, n2, Verdict.FAIL), within(.06));
    }

    private static double simulated(double p1, double p2, int n1, int n2, Verdict wanted) {
        var random = new SplittableRandom(n1 * 31L + n2);
        int found = 0;
        for (int i = 0; i < 1000; i++) {
            Verdict verdict = RULE.judge(binomial(random, n1, p1), binomial(random, n2, p2), 5)
                    .verdict();
            found += verdict == wanted ? 1 : 0;
        }
        return found / 1000.0;
    }

    private static Proportion binomial(SplittableRandom random, int trials, double rate) {
        return new Proportion(
                random.doubles(trials).filter(value -> value < rate).count(), trials);
    }

    @Test
    void powerRisesWithRowsAndIsNothingBelowTheMinima() {
        RulePower power = new RulePower(RULE, .9, .9);
        double before = 0;
        for (int rows = 30; rows < 2000; rows += 10) {
            double now = power.toPass(rows, rows);
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isGreaterThan(.999);
        assertThat(power.toPass(29, 4000)).isZero();
        assertThat(power.toPass(4000, 29)).isZero();
        assertThat(new RulePower(RULE, .5, .9).toFail(29, 4000, 1)).isZero();
        // Five events expected: 100 rows of .04 have four, whatever the reference.
        assertThat(new RulePower(RULE, .04, .04).toPass(100, 1e9)).isZero();
    }

    @Test
    void whatIsAtOrBeyondTheToleranceNeverPassesAndWhatIsWithinNeverFails() {
        assertThat(new RulePower(RULE, .4, .5).toPass(1e9, 1e9)).isZero();
        assertThat(new RulePower(RULE, .4, .5).toFail(1e9, 1e9, 1)).isZero();
        assertThat(new RulePower(RULE, .8, .9).toPass(1e9, 1e9)).isZero();
        assertThat(new RulePower(RULE, .85, .9).toFail(1e9, 1e9, 1)).isZero();
        assertThat(new RulePower(RULE, 0, .9).toPass(1e9, 1e9)).isZero();
        assertThat(new RulePower(RULE, 0, .9).toFail(1e6, 1e6, 1)).isEqualTo(1);
        assertThat(new RulePower(RULE, .9, 0).toFail(1e6, 1e6, 1)).isEqualTo(1);
        assertThat(new RulePower(RULE, .4, .5).rowsToPass()).isInfinite();
        assertThat(new RulePower(RULE, 1, 1).rowsToPass()).isEqualTo(30);
    }

    @Test
    void moreComparisonsMakeAFailureHarder() {
        RulePower power = new RulePower(RULE, .75, .9);
        assertThat(power.toFail(500, 2000, 20)).isLessThan(power.toFail(500, 2000, 1));
    }

    @Test
    void ratesOutsideOfZeroToOneAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RulePower(RULE, 1.1, .5));
        assertThatIllegalArgumentException().isThrownBy(() -> new RulePower(RULE, .5, Double.NaN));
    }
}
