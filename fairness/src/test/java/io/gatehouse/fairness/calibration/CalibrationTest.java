package io.gatehouse.fairness.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.rows.ScoredRows;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    // numpy 2.4.6
    @Test
    void expectedCalibrationErrorOfTwelveCustomersInFiveBands() {
        assertThat(Calibration.of(ScoredRows.A.uniformBands(5), .95).expectedCalibrationError())
                .isCloseTo(.1625, within(1e-14));
        assertThat(Calibration.of(ScoredRows.B.uniformBands(5), .95).expectedCalibrationError())
                .isCloseTo(.1750, within(1e-14));
    }

    // numpy 2.4.6, mean((score − label)²)
    @Test
    void brierOfTwelveCustomers() {
        assertThat(Calibration.brier(squaredErrors(ScoredRows.A), 12)).isCloseTo(.183125, within(1e-15));
        assertThat(Calibration.brier(squaredErrors(ScoredRows.B), 12)).isCloseTo(.15708333333333333, within(1e-15));
        assertThat(Calibration.brier(BigDecimal.ZERO, 0)).isNaN();
    }

    private static BigDecimal squaredErrors(ScoredRows rows) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < rows.scores().length; i++) {
            BigDecimal error =
                    BigDecimal.valueOf(rows.scores()[i]).subtract(rows.labels()[i] ? BigDecimal.ONE : BigDecimal.ZERO);
            sum = sum.add(error.multiply(error));
        }
        return sum;
    }

    // statsmodels 0.15.0 proportion_confint(30, 60, method='wilson') over 24.5/60
    @Test
    void observedOverExpectedHasTheWilsonIntervalOverTheMeanScore() {
        var band = new ScoreBand(60, 30, new BigDecimal("24.5"), .3, .5);

        Calibration calibration = Calibration.of(List.of(band), .95);

        assertThat(calibration.observedOverExpected()).isCloseTo(1.2244897959183674, within(1e-14));
        assertThat(calibration.interval(.95).low()).isCloseTo(0.9241230426503453, within(1e-13));
        assertThat(calibration.interval(.95).high()).isCloseTo(1.5248565491863892, within(1e-13));
        assertThat(calibration.bands().getFirst().ratio()).isEqualTo(calibration.observedOverExpected());
        assertThat(calibration.bands().getFirst().interval()).isEqualTo(calibration.interval(.95));
    }

    @Test
    void bandsAddUpAndMergingThemNeverRaisesTheError() {
        List<ScoreBand> bands = ScoredRows.A.uniformBands(5);
        Calibration apart = Calibration.of(bands, .95);
        Calibration together = Calibration.of(ScoredRows.A.uniformBands(1), .95);

        assertThat(apart.rows()).isEqualTo(together.rows()).isEqualTo(12);
        assertThat(apart.positives()).isEqualTo(together.positives()).isEqualTo(5);
        assertThat(apart.expected()).isEqualTo(together.expected());
        assertThat(together.expectedCalibrationError()).isLessThanOrEqualTo(apart.expectedCalibrationError());
    }

    @Test
    void emptyBandsAreLeftOutAndNoRowsAreUndefined() {
        assertThat(Calibration.of(ScoredRows.A.uniformBands(100), .95).bands()).hasSize(12);
        Calibration none = Calibration.of(List.of(), .95);
        assertThat(none.expectedCalibrationError()).isNaN();
        assertThat(none.observedOverExpected()).isNaN();
        assertThat(none.interval(.95)).isEqualTo(new Interval(0, Double.POSITIVE_INFINITY));
    }

    @Test
    void impossibleBandsAndConfidencesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreBand(1, 2, BigDecimal.ONE, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreBand(1, 1, BigDecimal.TWO, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreBand(1, 1, BigDecimal.ONE, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.brier(BigDecimal.valueOf(-1), 2));
    }
}
