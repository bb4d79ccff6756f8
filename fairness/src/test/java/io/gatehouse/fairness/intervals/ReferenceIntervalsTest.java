package io.gatehouse.fairness.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against tools that others wrote: src/test/python/reference_values.py. */
class ReferenceIntervalsTest {

    @ParameterizedTest(name = "{0} {1}/{2} {3}/{4} at {5}: {8}")
    @CsvFileSource(resources = "/reference/intervals.csv", numLinesToSkip = 1)
    void intervalsAgreeWithThoseOfOtherTools(
            String method,
            long x1,
            long n1,
            @Nullable Long x2,
            @Nullable Long n2,
            double confidence,
            double low,
            double high,
            String tool) {
        Interval ours = interval(method, x1, n1, x2 == null ? 0 : x2, n2 == null ? 0 : n2, confidence);

        assertThat(ours.low()).as(tool).isCloseTo(low, within(tolerance(method, low)));
        assertThat(ours.high()).as(tool).isCloseTo(high, within(tolerance(method, high)));
    }

    private static Interval interval(String method, long x1, long n1, long x2, long n2, double confidence) {
        return switch (method) {
            case "wilson" -> WilsonInterval.of(x1, n1, confidence);
            case "clopper-pearson" -> ClopperPearsonInterval.of(x1, n1, confidence);
            case "newcombe" -> NewcombeDifference.of(x1, n1, x2, n2, confidence);
            case "katz" -> KatzRatio.of(x1, n1, x2, n2, confidence);
            case "koopman" -> KoopmanRatio.of(x1, n1, x2, n2, confidence);
            default -> throw new IllegalArgumentException(method);
        };
    }

    /** scipy searches the exact interval's ends to 1e-12, and Koopman's through a statistic that loses digits by cancellation. */
    private static double tolerance(String method, double value) {
        return method.equals("koopman") ? 1e-9 * value : 1e-12 + 1e-11 * Math.abs(value);
    }
}
