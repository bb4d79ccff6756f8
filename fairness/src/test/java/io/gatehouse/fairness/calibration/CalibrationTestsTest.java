package io.gatehouse.fairness.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.ExpectedCalibrationError.Binning;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.rows.ScoredGroups;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class CalibrationTestsTest {

    private static CalibrationSums sums(
            long rows,
            long positives,
            String scores,
            String variances,
            String errors,
            String numerator,
            String variance) {
        return new CalibrationSums(
                rows,
                positives,
                new BigDecimal(scores),
                new BigDecimal(variances),
                new BigDecimal(errors),
                new BigDecimal(numerator),
                new BigDecimal(variance));
    }

    private static ScoreBand band(long rows, long positives, String scores) {
        return new ScoreBand(rows, positives, new BigDecimal(scores), 0, 1);
    }

    @Test
    void withoutRowsNothingIsKnown() {
        CalibrationTests nothing = CalibrationTests.of(sums(0, 0, "0", "0", "0", "0", "0"));

        assertThat(nothing.baseRate()).isNaN();
        assertThat(nothing.brier()).isNaN();
        assertThat(nothing.brierSkill()).isNaN();
        assertThat(nothing.observedOverExpected()).isNaN();
        assertThat(nothing.inTheLarge().pValue()).isNaN();
        assertThat(nothing.spiegelhalter().pValue()).isNaN();
        assertThat(nothing.interval(.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void oneClassHasNoSkillAndScoresOfOneHalfNoSpiegelhalter() {
        CalibrationTests allLeave = CalibrationTests.of(sums(2, 2, "1", ".5", ".5", "0", "0"));

        assertThat(allLeave.brierSkill()).isNaN();
        assertThat(allLeave.spiegelhalter().statistic()).isNaN();
        assertThat(allLeave.observedOverExpected()).isEqualTo(2);
        // (2 − 1)/√.5
        assertThat(allLeave.inTheLarge().statistic()).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(allLeave.interval(.95).contains(2)).isTrue();
        // 2 ± 1.959964·√.5
        assertThat(allLeave.interval(.95).high()).isCloseTo(3.385903824, within(1e-8));
    }

    @Test
    void theBaseRateForEverybodyHasNoSkillAndCertaintyAllOfIt() {
        assertThat(CalibrationTests.of(sums(4, 1, "1", ".75", ".75", "0", ".1875"))
                        .brierSkill())
                .isZero();
        assertThat(CalibrationTests.of(sums(4, 1, "1", "0", "0", "0", "0")).brierSkill())
                .isEqualTo(1);
    }

    @Test
    void meanErrorOfDrawnLabelsIsTheMeanAbsoluteDeviationOfTheBinomial() {
        List<ScoreBand> bands = List.of(band(40, 3, "4"), band(25, 20, "15"));
        ExpectedCalibrationError error = ExpectedCalibrationError.of(bands, Binning.EQUAL_MASS, 20_000, 7);

        double exact = (meanDeviation(40, .1) + meanDeviation(25, .6)) / 65;
        assertThat(error.value()).isCloseTo((1.0 + 5.0) / 65, within(1e-14));
        // Four standard errors of twenty thousand draws.
        assertThat(error.meanIfCalibrated()).isCloseTo(exact, within(4 * .03 / Math.sqrt(20_000)));
        assertThat(error.excess()).isEqualTo(error.value() - error.meanIfCalibrated());
        assertThat(error.bands()).isEqualTo(2);
        assertThat(error.rows()).isEqualTo(65);
    }

    private static double meanDeviation(int rows, double score) {
        BinomialDistribution distribution = BinomialDistribution.of(rows, score);
        double mean = 0;
        for (int k = 0; k <= rows; k++) {
            mean += Math.abs(k - rows * score) * distribution.probability(k);
        }
        return mean;
    }

    @Test
    void aCalibratedScoreHasNoMoreErrorThanChanceAndAWrongOneHas() {
        ScoredGroups rows = ScoredGroups.read();
        ExpectedCalibrationError north =
                ExpectedCalibrationError.of(rows.of("north").plain().uniformBands(10), Binning.EQUAL_WIDTH, 1000, 3);
        ExpectedCalibrationError south =
                ExpectedCalibrationError.of(rows.of("south").plain().uniformBands(10), Binning.EQUAL_WIDTH, 1000, 3);

        assertThat(north.pValue()).isGreaterThan(.05);
        assertThat(south.pValue()).isLessThan(.01);
        assertThat(south.excess()).isGreaterThan(.03);
        assertThat(north.tooFewRows()).isTrue();
        assertThat(ExpectedCalibrationError.of(List.of(band(500, 100, "100")), Binning.EQUAL_MASS, 1, 1)
                        .tooFewRows())
                .isFalse();
    }

    @Test
    void emptyBandsAreSkippedAndWithoutRowsThereIsNoError() {
        ExpectedCalibrationError with =
                ExpectedCalibrationError.of(List.of(band(0, 0, "0"), band(9, 3, "2.7")), Binning.EQUAL_WIDTH, 50, 1);
        ExpectedCalibrationError without =
                ExpectedCalibrationError.of(List.of(band(9, 3, "2.7")), Binning.EQUAL_WIDTH, 50, 1);
        ExpectedCalibrationError nothing =
                ExpectedCalibrationError.of(List.of(band(0, 0, "0")), Binning.EQUAL_WIDTH, 50, 1);

        assertThat(with).isEqualTo(without);
        assertThat(nothing.value()).isNaN();
        assertThat(nothing.pValue()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedCalibrationError.of(List.of(), Binning.EQUAL_WIDTH, 0, 1));
    }
}
