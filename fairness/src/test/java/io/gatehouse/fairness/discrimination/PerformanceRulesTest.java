package io.gatehouse.fairness.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceRulesTest {

    @ParameterizedTest
    @CsvSource({
        ".78, .01, 300, 300, PASS, MET",
        ".7799999999999, .01, 300, 300, PASS, MET",
        ".7799, .01, 300, 300, FAIL, BELOW_FLOOR",
        ".90, .01, 30, 30, PASS, MET",
        ".90, .01, 29, 300, INCONCLUSIVE, TOO_FEW_ROWS",
        ".90, .01, 300, 29, INCONCLUSIVE, TOO_FEW_ROWS",
        "NaN, NaN, 300, 0, INCONCLUSIVE, TOO_FEW_ROWS",
    })
    void theFloorIsHeldAgainstTheEstimate(
            double value, double error, long positives, long negatives, Verdict verdict, ReasonCode reason) {
        Judgement judgement = AucFloor.of(.78).judge(new Auc(value, error, positives, negatives));

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.threshold()).isEqualTo(.78);
        assertThat(judgement.rows()).isEqualTo(positives + negatives);
    }

    @ParameterizedTest
    @CsvSource({
        // validation, test, standard error of both
        ".8862, .8848, .004, PASS, MET",
        ".95, .88, .004, FAIL, GAP_TOO_LARGE",
        ".91, .885, .004, INCONCLUSIVE, POINT_OUTSIDE",
        ".886, .885, .008, INCONCLUSIVE, POINT_INSIDE_LOW_POWER",
        // The interval −.0149…0.0049 holds 0: an honest run can show a test figure above validation
        ".880, .885, .0036, PASS, MET",
        ".870, .885, .004, PASS, TEST_ABOVE_VALIDATION",
        ".88, .88, NaN, INCONCLUSIVE, TOO_FEW_ROWS",
    })
    void theGapIsJudgedByInterval(double validation, double test, double error, Verdict verdict, ReasonCode reason) {
        Judgement judgement =
                GapRule.of(.02).judge(new Auc(validation, error, 2400, 5100), new Auc(test, error, 2400, 5100));

        assertThat(judgement.reason()).isEqualTo(reason);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.rows()).isEqualTo(15_000);
    }

    @Test
    void aSplitWithTooFewOfALabelSaysNothingAboutTheGap() {
        Auc enough = new Auc(.95, .004, 2400, 5100);
        Auc few = new Auc(.80, .004, 29, 5100);

        assertThat(GapRule.of(.02).judge(enough, few).reason()).isEqualTo(ReasonCode.TOO_FEW_ROWS);
        assertThat(GapRule.of(.02).judge(few, enough).reason()).isEqualTo(ReasonCode.TOO_FEW_ROWS);
        Auc just = new Auc(.95, .004, 30, 30);
        assertThat(GapRule.of(.02).judge(just, just).reason()).isEqualTo(ReasonCode.MET);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AucFloor.of(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> AucFloor.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> GapRule.of(-.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GapRule(.02, 30, 1));
    }
}
