package io.gatehouse.fairness.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.hypotheses.CochranMantelHaenszel.Stratum;
import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Proportion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Against tools that others wrote: src/test/python/reference_values.py. */
class ReferenceHypothesesTest {

    @ParameterizedTest(name = "{0} {1}/{2} {3}/{4}: {7}")
    @CsvFileSource(resources = "/reference/hypotheses.csv", numLinesToSkip = 1)
    void testsOfTwoProportionsAgreeWithOtherTools(
            Method method, long x1, long n1, long x2, long n2, double statistic, double pValue, String tool) {
        Proportion first = new Proportion(x1, n1);
        Proportion second = new Proportion(x2, n2);
        Significance ours = switch (method) {
            case POOLED_Z -> TwoProportions.pooledZ(first, second);
            case CHI_SQUARED -> TwoProportions.chiSquared(first, second);
            case FISHER_EXACT -> TwoProportions.fisherExact(first, second);
            default -> throw new IllegalArgumentException(method.name());
        };

        assertThat(ours.method()).isEqualTo(method);
        assertClose(ours.statistic(), statistic, tool);
        assertClose(ours.pValue(), pValue, tool);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {5}")
    @CsvFileSource(resources = "/reference/mcnemar.csv", numLinesToSkip = 1)
    void mcNemarAgreesWithOtherTools(Method method, long b, long c, double statistic, double pValue, String tool) {
        McNemar pairs = new McNemar(b, c);
        Significance ours = switch (method) {
            case MCNEMAR_EXACT -> pairs.exact();
            case MCNEMAR_MID_P -> pairs.midP();
            case MCNEMAR_CHI_SQUARED -> pairs.chiSquared();
            default -> throw new IllegalArgumentException(method.name());
        };

        assertThat(ours.method()).isEqualTo(method);
        assertClose(ours.statistic(), statistic, tool);
        assertClose(ours.pValue(), pValue, tool);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "/reference/strata.csv", numLinesToSkip = 1)
    void cochranMantelHaenszelAgreesWithOtherTools(
            String strata, double statistic, double pValue, double ratio, String tool) {
        CochranMantelHaenszel ours = CochranMantelHaenszel.of(Stream.of(strata.split(";"))
                .map(ReferenceHypothesesTest::stratum)
                .toList());

        assertClose(ours.statistic(), statistic, tool);
        assertClose(ours.pValue(), pValue, tool);
        assertClose(ours.commonRatio(), ratio, tool);
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvFileSource(resources = "/reference/adjusted.csv", numLinesToSkip = 1)
    void adjustedPValuesAgreeWithOtherTools(String method, String pValues, String adjusted, String tool) {
        List<Double> ours = method.equals("holm")
                ? AdjustedPValues.holm(numbers(pValues))
                : AdjustedPValues.benjaminiHochberg(numbers(pValues));

        List<Double> theirs = numbers(adjusted);
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < theirs.size(); i++) {
            assertClose(ours.get(i), theirs.get(i), tool);
        }
    }

    private static void assertClose(double ours, double theirs, String tool) {
        assertThat(ours).as(tool).isCloseTo(theirs, within(1e-15 + 1e-11 * Math.abs(theirs)));
    }

    private static Stratum stratum(String text) {
        String[] sides = text.split(":");
        return new Stratum(proportion(sides[0]), proportion(sides[1]));
    }

    private static Proportion proportion(String text) {
        String[] parts = text.split("/");
        return new Proportion(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.split(";")).map(Double::valueOf).toList();
    }
}
