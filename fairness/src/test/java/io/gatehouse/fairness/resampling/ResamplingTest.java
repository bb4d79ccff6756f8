package io.gatehouse.fairness.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.hypotheses.TwoProportions;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.resampling.Bootstrap.Fixed;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ResamplingTest {

    private static final List<ConfusionCounts> GROUPS =
            List.of(new ConfusionCounts(80, 60, 20, 340), new ConfusionCounts(30, 20, 20, 130));

    private static double largestGapOfFound(List<ConfusionCounts> groups) {
        double[] rates = groups.stream()
                .mapToDouble(group -> (double) group.truePositives() / group.positives())
                .sorted()
                .toArray();
        return rates[rates.length - 1] - rates[0];
    }

    private static double foundInFirst(List<ConfusionCounts> groups) {
        return (double) groups.getFirst().truePositives() / groups.getFirst().positives();
    }

    private static Bootstrap bootstrap(long seed) {
        return Bootstrap.of(GROUPS, ResamplingTest::largestGapOfFound, Fixed.ROWS, .95, 500, seed);
    }

    @Test
    void oneThreadAndSevenGiveTheSameBytes() throws Exception {
        List<Proportion> rates = List.of(new Proportion(80, 100), new Proportion(30, 50), new Proportion(9, 12));
        Bootstrap here = bootstrap(42);
        PermutationTest test = PermutationTest.ofLargestDifference(rates, 500, 42);
        for (int threads : new int[] {1, 7}) {
            try (ForkJoinPool pool = new ForkJoinPool(threads)) {
                assertThat(pool.submit(() -> bootstrap(42)).get()).isEqualTo(here);
                assertThat(pool.submit(() -> PermutationTest.ofLargestDifference(rates, 500, 42))
                                .get())
                        .isEqualTo(test);
            }
        }
        assertThat(bootstrap(43)).isNotEqualTo(here);
    }

    @Test
    void theBootstrapOfARateComesNearItsStandardError() {
        Bootstrap found = Bootstrap.of(GROUPS, ResamplingTest::foundInFirst, Fixed.GROUPS_AND_LABELS, .95, 20_000, 1);

        assertThat(found.estimate()).isEqualTo(.8);
        // .8 ± 1.96·.04, in steps of .01
        assertThat(found.interval().low()).isCloseTo(.7216, within(.011));
        assertThat(found.interval().high()).isCloseTo(.8784, within(.011));
        assertThat(found.undefined()).isZero();
    }

    @Test
    void whatIsFixedStaysAsItWas() {
        assertSpread(Fixed.ROWS, false, false);
        assertSpread(Fixed.GROUPS, true, false);
        assertSpread(Fixed.GROUPS_AND_LABELS, true, true);
    }

    private static void assertSpread(Fixed fixed, boolean groups, boolean labels) {
        Interval rows = Bootstrap.of(
                        GROUPS,
                        all -> all.stream().mapToLong(ConfusionCounts::total).sum(),
                        fixed,
                        .9,
                        200,
                        1)
                .interval();
        Interval first = Bootstrap.of(GROUPS, all -> all.getFirst().total(), fixed, .9, 200, 1)
                .interval();
        Interval positives = Bootstrap.of(GROUPS, all -> all.getFirst().positives(), fixed, .9, 200, 1)
                .interval();
        assertThat(rows).isEqualTo(new Interval(700, 700));
        assertThat(first.width() == 0).isEqualTo(groups);
        assertThat(positives.width() == 0).isEqualTo(labels);
    }

    @Test
    void undefinedReplicatesAreCountedAndLeftOut() {
        List<ConfusionCounts> rare = List.of(new ConfusionCounts(1, 5, 0, 5));
        Bootstrap some = Bootstrap.of(rare, ResamplingTest::foundInFirst, Fixed.ROWS, .95, 1000, 1);
        Bootstrap none = Bootstrap.of(
                List.of(new ConfusionCounts(0, 5, 0, 5)), ResamplingTest::foundInFirst, Fixed.ROWS, .95, 100, 1);

        // (1 − 1/11)^11 = 35 % of samples have no positive.
        assertThat(some.undefined()).isBetween(290, 410);
        assertThat(some.interval()).isEqualTo(new Interval(1, 1));
        assertThat(none.undefined()).isEqualTo(100);
        assertThat(none.estimate()).isNaN();
        assertThat(none.interval()).isEqualTo(new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    // numpy 2.4.6 quantile([1, 2, 4, 8], q)
    @Test
    void quantilesInterpolateLinearly() {
        double[] sorted = {1, 2, 4, 8};
        assertThat(Bootstrap.quantile(sorted, 0)).isEqualTo(1);
        assertThat(Bootstrap.quantile(sorted, .25)).isEqualTo(1.75);
        assertThat(Bootstrap.quantile(sorted, .5)).isEqualTo(3);
        assertThat(Bootstrap.quantile(sorted, .9)).isCloseTo(6.8, within(1e-14));
        assertThat(Bootstrap.quantile(sorted, 1)).isEqualTo(8);
        assertThat(Bootstrap.quantile(new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, .3))
                .isInfinite();
    }

    @Test
    void ofTwoGroupsOfOneSizeThePermutationTestIsFishers() {
        Proportion first = new Proportion(9, 20);
        Proportion second = new Proportion(3, 20);

        PermutationTest test = PermutationTest.ofLargestDifference(List.of(first, second), 20_000, 5);

        assertThat(test.significance().statistic()).isCloseTo(.3, within(1e-15));
        double exact = TwoProportions.fisherExact(first, second).pValue();
        // Four standard errors.
        assertThat(test.significance().pValue()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 20_000)));
    }

    @Test
    void ofThreeSmallGroupsThePermutationTestIsTheEnumerationOfAllLabellings() {
        long[] sizes = {3, 4, 5};
        PermutationTest test = PermutationTest.ofLargestDifference(
                List.of(new Proportion(3, 3), new Proportion(1, 4), new Proportion(1, 5)), 40_000, 8);

        double all = 0;
        double asLarge = 0;
        for (int a = 0; a <= 3; a++) {
            for (int b = 0; b <= 4; b++) {
                int c = 5 - a - b;
                if (c >= 0 && c <= 5) {
                    double ways = ways(3, a) * ways(4, b) * ways(5, c);
                    double[] rates = {a / (double) sizes[0], b / (double) sizes[1], c / (double) sizes[2]};
                    double gap = Math.max(rates[0], Math.max(rates[1], rates[2]))
                            - Math.min(rates[0], Math.min(rates[1], rates[2]));
                    all += ways;
                    asLarge += gap >= .8 - 1e-12 ? ways : 0;
                }
            }
        }
        double exact = asLarge / all;
        assertThat(test.significance().pValue()).isCloseTo(exact, within(4 * Math.sqrt(exact * (1 - exact) / 40_000)));
    }

    private static double ways(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    @Test
    void groupsWithoutRowsAreLeftOutAndOneGroupHasNothingToTest() {
        Proportion empty = new Proportion(0, 0);
        List<Proportion> two = List.of(new Proportion(9, 20), new Proportion(3, 20));
        List<Proportion> three = List.of(new Proportion(9, 20), empty, new Proportion(3, 20));

        assertThat(PermutationTest.ofLargestDifference(three, 100, 5))
                .isEqualTo(PermutationTest.ofLargestDifference(two, 100, 5));
        assertThat(PermutationTest.ofLargestDifference(List.of(empty, two.getFirst()), 100, 5)
                        .significance()
                        .pValue())
                .isNaN();
    }

    @Test
    void equalRatesAreNeverSurprisingAndThePValueIsNeverZero() {
        List<Proportion> equal = List.of(new Proportion(5, 10), new Proportion(5, 10));
        List<Proportion> apart = List.of(new Proportion(0, 500), new Proportion(500, 500));

        assertThat(PermutationTest.ofLargestDifference(equal, 99, 1)
                        .significance()
                        .pValue())
                .isEqualTo(1);
        assertThat(PermutationTest.ofLargestDifference(apart, 99, 1)
                        .significance()
                        .pValue())
                .isEqualTo(.01);
        assertThatIllegalArgumentException().isThrownBy(() -> PermutationTest.ofLargestDifference(equal, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.of(GROUPS, ResamplingTest::foundInFirst, Fixed.ROWS, 1, 10, 1));
    }
}
