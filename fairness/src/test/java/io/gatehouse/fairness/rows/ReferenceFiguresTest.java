package io.gatehouse.fairness.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.CalibrationTests;
import io.gatehouse.fairness.calibration.ExpectedCalibrationError;
import io.gatehouse.fairness.calibration.ExpectedCalibrationError.Binning;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.parity.EqualizedOdds;
import io.gatehouse.fairness.parity.GroupRates;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The same rows, reduced and judged here and by scikit-learn, fairlearn, numpy and scipy: src/test/python/reference_values.py. */
class ReferenceFiguresTest {

    private static final ScoredGroups ROWS = ScoredGroups.read();
    private static final SegmentCounts AT_20 = ROWS.at(.2);

    @ParameterizedTest(name = "{1} of {0}: {3}")
    @CsvFileSource(resources = "/reference/scored_figures.csv", numLinesToSkip = 1)
    void figuresOfTheSameRowsAgreeWithOtherTools(String group, String figure, double value, String tool) {
        assertThat(figure(ROWS.of(group), figure)).as(tool).isCloseTo(value, within(1e-14 + 1e-11 * Math.abs(value)));
    }

    private static double figure(ScoredGroups rows, String figure) {
        CalibrationTests calibration = CalibrationTests.of(rows.sums());
        GroupRates selected = GroupRates.of(AT_20, Rate.SELECTION_RATE);
        GroupRates found = GroupRates.of(AT_20, Rate.TRUE_POSITIVE_RATE);
        GroupRates pestered = GroupRates.of(AT_20, Rate.FALSE_POSITIVE_RATE);
        return switch (figure) {
            case "auc" -> DeLong.auc(rows.plain().sums()).value();
            case "brier" -> calibration.brier();
            case "brier_skill" -> calibration.brierSkill();
            case "oe" -> calibration.observedOverExpected();
            case "oe_z" -> calibration.inTheLarge().statistic();
            case "oe_p" -> calibration.inTheLarge().pValue();
            case "spiegelhalter_z" -> calibration.spiegelhalter().statistic();
            case "spiegelhalter_p" -> calibration.spiegelhalter().pValue();
            case "ece" ->
                ExpectedCalibrationError.of(rows.plain().uniformBands(10), Binning.EQUAL_WIDTH, 1, 1)
                        .value();
            case "demographic_parity_difference" -> selected.difference();
            case "demographic_parity_ratio" -> selected.ratio();
            case "equal_opportunity_difference" -> found.difference();
            case "equal_opportunity_ratio" -> found.ratio();
            case "equalized_odds_difference" -> EqualizedOdds.of(AT_20).difference();
            case "equalized_odds_ratio" -> EqualizedOdds.of(AT_20).ratio();
            case "fpr_difference_to_overall" -> pestered.differenceToOverall();
            case "fpr_ratio_to_overall" -> pestered.ratioToOverall();
            default -> throw new IllegalArgumentException(figure);
        };
    }
}
