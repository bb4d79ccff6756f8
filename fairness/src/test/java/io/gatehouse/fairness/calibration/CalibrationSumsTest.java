package io.gatehouse.fairness.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CalibrationSumsTest {

    @Test
    void sumsOfDisjointGroupsAddUp() {
        // Scores .5 and .2, labels 1 and 0.
        CalibrationSums first = sums(1, 1, ".5", ".25", ".25", "0", "0");
        CalibrationSums second = sums(1, 0, ".2", ".16", ".04", "-.12", ".0576");

        assertThat(first.plus(second)).isEqualTo(sums(2, 1, ".7", ".41", ".29", "-.12", ".0576"));
    }

    @Test
    void sumsThatNoRowsCanAddUpToAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 2, ".5", ".25", ".25", "0", "0"))
                .withMessageContaining("positives");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, "1.1", ".25", ".25", "0", "0"))
                .withMessageContaining("sumOfScores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, "-.1", ".25", ".25", "0", "0"))
                .withMessageContaining("sumOfScores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, ".5", ".26", ".26", "0", "0"))
                .withMessageContaining("sumOfVariances must lie");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, ".5", ".25", "1.01", ".76", "0"))
                .withMessageContaining("sumOfSquaredErrors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, ".5", ".25", ".25", "0", ".063"))
                .withMessageContaining("spiegelhalterVariance");
    }

    @Test
    void sumsThatDisagreeAreRefusedButRoundingIsForgiven() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sums(1, 1, ".5", ".25", ".25", ".01", "0"))
                .withMessageContaining("spiegelhalterNumerator");
        assertThat(sums(1, 1, ".5", ".25", ".25", ".0000005", "0").rows()).isEqualTo(1);
    }

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
}
