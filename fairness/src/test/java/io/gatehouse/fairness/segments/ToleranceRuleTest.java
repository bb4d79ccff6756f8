package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceRuleTest {

    private static final ToleranceRule RULE = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, 0.8, 0.1);

    // Intervals by statsmodels 0.15.0 (see KoopmanRatioTest), to four digits.
    @ParameterizedTest
    @CsvSource({
        "930, 3000, 960, 3000, .96875, .9099, 1.0314, .8843, 1.0612, -.0297, .0097, PASS, WITHIN_TOLERANCE",
        "180, 1200, 420, 1500, .53571, .4693, .6109, .4417, .6482, -.1553, -.1043, FAIL, RATIO_OUTSIDE",
        "9, 40, 300, 1000, .75, .4503, 1.1726, .3560, 1.3895, -.1674, .0511, INCONCLUSIVE, POINT_OUTSIDE",
    })
    void threeWorkedExamplesOutOfAFamilyOfThree(
            long x1,
            long n1,
            long x2,
            long n2,
            double ratio,
            double low,
            double high,
            double familyLow,
            double familyHigh,
            double differenceLow,
            double differenceHigh,
            Verdict verdict,
            ReasonCode reason) {
        ToleranceJudgement judgement = RULE.judge(new Proportion(x1, n1), new Proportion(x2, n2), 3);

        GroupComparison comparison = judgement.comparison();
        assertThat(comparison.ratio()).isCloseTo(ratio, within(5e-6));
        assertEnds(comparison.ratioInterval(), low, high);
        assertEnds(comparison.familyRatioInterval(), familyLow, familyHigh);
        assertEnds(comparison.differenceInterval(), differenceLow, differenceHigh);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reason()).isEqualTo(reason);
    }

    private static void assertEnds(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(5.1e-5));
        assertThat(interval.high()).isCloseTo(high, within(5.1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        // group, reference, verdict, reason
        "29, 29, 800, 1000, INCONCLUSIVE, SMALL_GROUP",
        "30, 30, 29, 29, INCONCLUSIVE, REFERENCE_TOO_SMALL",
        "0, 0, 800, 1000, INCONCLUSIVE, ZERO_DENOMINATOR",
        "800, 1000, 0, 0, INCONCLUSIVE, ZERO_DENOMINATOR",
        // 40 rows at a pooled rate of 10 % expect 4 events
        "4, 40, 100, 1000, INCONCLUSIVE, SMALL_GROUP",
        "100, 1000, 4, 40, INCONCLUSIVE, REFERENCE_TOO_SMALL",
        // Nobody selected is judged all the same, once there are rows enough to tell
        "0, 500, 300, 1000, FAIL, RATIO_OUTSIDE",
        "0, 60, 200, 1000, FAIL, RATIO_OUTSIDE",
        "0, 40, 130, 1000, INCONCLUSIVE, POINT_OUTSIDE",
        // No ratio to a rate of 0: only the difference can say something
        "3, 1000, 0, 1000, INCONCLUSIVE, REFERENCE_RATE_ZERO",
        "0, 1000, 0, 1000, INCONCLUSIVE, REFERENCE_RATE_ZERO",
        "400, 1000, 0, 1000, FAIL, REVERSE_DISPARITY",
        // The other side of the tolerance
        "420, 1500, 180, 1200, FAIL, REVERSE_DISPARITY",
        // 0.78 against 0.92: the ratio of .848 is tolerable, the difference of −.14 is not
        "7800, 10000, 9200, 10000, FAIL, DIFFERENCE_OUTSIDE",
        "9200, 10000, 7800, 10000, FAIL, REVERSE_DISPARITY",
        // Ratios are safely tolerable, differences not safely: .0240 to either side of −.08
        "850, 1000, 930, 1000, INCONCLUSIVE, POINT_INSIDE_LOW_POWER",
        "60, 200, 60, 200, INCONCLUSIVE, POINT_INSIDE_LOW_POWER",
        "15, 1000, 15, 1000, INCONCLUSIVE, RARE_EVENT",
        "9000, 10000, 9000, 10000, PASS, WITHIN_TOLERANCE",
    })
    void everyEdgeHasItsReason(long x1, long n1, long x2, long n2, Verdict verdict, ReasonCode reason) {
        ToleranceJudgement judgement = RULE.judge(new Proportion(x1, n1), new Proportion(x2, n2), 3);

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @Test
    void aHighRateThatHarmsIsAFailureAndALowOneTheReverse() {
        ToleranceRule rule = ToleranceRule.of(Rate.FALSE_POSITIVE_RATE, 0.8, 0.1);
        var high = new Proportion(420, 1500);
        var low = new Proportion(180, 1200);

        assertThat(rule.judge(high, low, 1).reason()).isEqualTo(ReasonCode.RATIO_OUTSIDE);
        assertThat(rule.judge(low, high, 1).reason()).isEqualTo(ReasonCode.REVERSE_DISPARITY);
    }

    @Test
    void fourFifthsToTheLastDigitMeetsThePointRule() {
        ToleranceRule wideCap = ToleranceRule.of(Rate.SELECTION_RATE, 0.8, 1);
        // 0.24 / 0.30 is 0.8000000000000000(4) or 0.79999…, by how it is rounded
        ToleranceJudgement exactly = wideCap.judge(new Proportion(24, 100), new Proportion(30, 100), 1);
        ToleranceJudgement justBelow = wideCap.judge(new Proportion(2399, 10000), new Proportion(3000, 10000), 1);

        assertThat(exactly.pointMeets()).isTrue();
        assertThat(justBelow.pointMeets()).isFalse();
    }

    @Test
    void moreComparisonsMakeAFailureHarderAndAPassNoHarder() {
        var group = new Proportion(95, 500);
        var reference = new Proportion(1050, 3300);

        assertThat(RULE.judge(group, reference, 1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(RULE.judge(group, reference, 5000).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(RULE.judge(new Proportion(930, 3000), new Proportion(960, 3000), 5000)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anInconclusiveVerdictSaysHowManyRowsItWouldTake() {
        NeededSample sample = RULE.judge(new Proportion(15, 50), new Proportion(300, 1000), 3)
                .neededSample()
                .orElseThrow();

        assertThat(sample.present()).isEqualTo(50);
        assertThat(sample.atParity()).isEqualTo(810);
        assertThat(sample.atObserved()).isEqualTo(810);
        assertThat(sample.hopeless()).isFalse();
        assertThat(RULE.judge(new Proportion(930, 3000), new Proportion(960, 3000), 3)
                        .neededSample())
                .isEmpty();
    }

    @Test
    void anEstimateOutsideTheToleranceNeedsEndlesslyManyRowsToPass() {
        NeededSample sample = RULE.judge(new Proportion(9, 40), new Proportion(300, 1000), 3)
                .neededSample()
                .orElseThrow();

        assertThat(sample.atObserved()).isInfinite();
        assertThat(sample.atParity()).isEqualTo(810);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ToleranceRule.of(Rate.PRECISION, 1, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> ToleranceRule.of(Rate.PRECISION, Double.NaN, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> ToleranceRule.of(Rate.PRECISION, 0.8, 1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToleranceRule(Rate.PRECISION, 0.8, 0.1, -1, 5, 0.02, 0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToleranceRule(Rate.PRECISION, 0.8, 0.1, 30, 5, 0.02, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.judge(new Proportion(1, 2), new Proportion(1, 2), 0));
    }
}
