package io.gatehouse.portal.ui.runcomparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0.900808, 0.913266, 0.9, 0.915, 0.005",
        "32, 256, 0, 300, 50",
        "-0.3, 0.2, -0.3, 0.2, 0.1",
        "7, 7, 6, 8, 2",
        "0, 0, 0.0, 0.2, 0.2",
        "1e-9, 5e-9, 1E-9, 5E-9, 1E-9"
    })
    void anAxisBeginsAndEndsAtRoundNumbersAroundAllThatIsThere(
            double low, double high, double from, double to, double step) {
        Scale scale = Scale.of(DoubleStream.of(low, high).summaryStatistics());
        assertThat(scale.from().doubleValue()).isEqualTo(from);
        assertThat(scale.to().doubleValue()).isEqualTo(to);
        assertThat(scale.step().doubleValue()).isEqualTo(step);
        assertThat(scale.from().doubleValue()).isLessThanOrEqualTo(low);
        assertThat(scale.to().doubleValue()).isGreaterThanOrEqualTo(high);
    }
}
