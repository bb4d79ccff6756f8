package io.gatehouse.fairness.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.hypotheses.CochranMantelHaenszel.Stratum;
import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HypothesesTest {

    @Test
    void theNormalApproximationIsUsedFromFiveExpectedInEachCellOn() {
        // 10 of 20 in all: the smaller group expects 5 of either outcome.
        assertThat(TwoProportions.test(new Proportion(7, 10), new Proportion(3, 10))
                        .method())
                .isEqualTo(Method.CHI_SQUARED);
        assertThat(TwoProportions.test(new Proportion(6, 10), new Proportion(3, 10))
                        .method())
                .isEqualTo(Method.FISHER_EXACT);
        assertThat(TwoProportions.test(new Proportion(4, 10), new Proportion(7, 10))
                        .method())
                .isEqualTo(Method.FISHER_EXACT);
        assertThat(TwoProportions.test(new Proportion(0, 0), new Proportion(7, 10))
                        .method())
                .isEqualTo(Method.FISHER_EXACT);
    }

    @Test
    void whereNothingCanDifferNothingIsSurprising() {
        Proportion none = new Proportion(0, 10);
        Proportion all = new Proportion(10, 10);
        assertThat(TwoProportions.test(none, none).pValue()).isEqualTo(1);
        assertThat(TwoProportions.test(all, all).pValue()).isEqualTo(1);
        assertThat(TwoProportions.fisherExact(new Proportion(0, 0), all).pValue())
                .isEqualTo(1);
        assertThat(TwoProportions.fisherExact(all, new Proportion(0, 0)).pValue())
                .isEqualTo(1);
        Proportion nobody = new Proportion(0, 0);
        assertThat(TwoProportions.test(nobody, nobody).pValue()).isEqualTo(1);
        assertThat(TwoProportions.pooledZ(none, none).pValue()).isNaN();
        assertThat(TwoProportions.chiSquared(all, all).statistic()).isNaN();
        assertThat(TwoProportions.pooledZ(new Proportion(0, 0), none).statistic())
                .isNaN();
    }

    @Test
    void fisherIsTheSumOverAllTablesWithTheseMarginsThatAreAtMostAsLikely() {
        for (long n1 = 1; n1 <= 8; n1++) {
            for (long n2 = 1; n2 <= 8; n2++) {
                for (long x1 = 0; x1 <= n1; x1++) {
                    for (long x2 = 0; x2 <= n2; x2++) {
                        Significance ours = TwoProportions.fisherExact(new Proportion(x1, n1), new Proportion(x2, n2));
                        assertThat(ours.pValue()).isCloseTo(fisher(x1, n1, x2, n2), within(1e-12));
                    }
                }
            }
        }
    }

    private static double fisher(long x1, long n1, long x2, long n2) {
        long events = x1 + x2;
        double observed = ways(n1, x1) * ways(n2, x2);
        double all = 0;
        double asUnlikely = 0;
        for (long x = Math.max(0, events - n2); x <= Math.min(n1, events); x++) {
            double ways = ways(n1, x) * ways(n2, events - x);
            all += ways;
            asUnlikely += ways <= observed * (1 + 1e-9) ? ways : 0;
        }
        return asUnlikely / all;
    }

    private static double ways(long n, long x) {
        return LongStream.rangeClosed(1, x)
                .mapToDouble(i -> (double) (n - x + i) / i)
                .reduce(1, (a, b) -> a * b);
    }

    @Test
    void tooManyRowsForAnExactTestAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TwoProportions.fisherExact(new Proportion(1, 2_000_000_000), new Proportion(1, 2_000_000_000)))
                .withMessageContaining("4000000000");
        assertThatIllegalArgumentException().isThrownBy(() -> new McNemar(2_000_000_000, 2_000_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new McNemar(-1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new McNemar(3, -1));
    }

    @Test
    void swappingTheGroupsTurnsTheSignAndKeepsThePValue() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            Proportion first = draw(random);
            Proportion second = draw(random);
            Significance there = TwoProportions.pooledZ(first, second);
            Significance back = TwoProportions.pooledZ(second, first);
            assertThat(back.statistic()).isEqualTo(-there.statistic());
            assertThat(back.pValue()).isEqualTo(there.pValue());
            CochranMantelHaenszel one = CochranMantelHaenszel.of(List.of(new Stratum(first, second)));
            CochranMantelHaenszel other = CochranMantelHaenszel.of(List.of(new Stratum(second, first)));
            assertThat(other.statistic()).isCloseTo(one.statistic(), within(1e-9));
            assertThat(other.commonRatio()).isCloseTo(1 / one.commonRatio(), within(1e-9));
        }
    }

    private static Proportion draw(SplittableRandom random) {
        long trials = random.nextLong(3, 200);
        return new Proportion(random.nextLong(1, trials), trials);
    }

    @Test
    void aGapThatOnlyTheMixOfStrataMakesIsNotFoundInsideThem() {
        // Admissions: in each department as many of either, but the group applies where few are admitted.
        List<Stratum> strata = List.of(
                new Stratum(new Proportion(80, 100), new Proportion(320, 400)),
                new Stratum(new Proportion(40, 400), new Proportion(10, 100)));

        assertThat(TwoProportions.test(new Proportion(120, 500), new Proportion(330, 500))
                        .pValue())
                .isLessThan(1e-9);
        assertThat(CochranMantelHaenszel.of(strata).statistic()).isCloseTo(0, within(1e-20));
        assertThat(CochranMantelHaenszel.of(strata).commonRatio()).isCloseTo(1, within(1e-14));
    }

    @Test
    void strataThatSayNothingChangeNothingAndWithoutOthersNothingIsTested() {
        Stratum told = new Stratum(new Proportion(3, 10), new Proportion(7, 10));
        Stratum empty = new Stratum(new Proportion(0, 0), new Proportion(0, 0));
        Stratum single = new Stratum(new Proportion(1, 1), new Proportion(0, 0));

        assertThat(CochranMantelHaenszel.of(List.of(empty, told, single)))
                .isEqualTo(CochranMantelHaenszel.of(List.of(told)));
        // Two rows are enough: 1/1 against 0/1 is half an event over, with a variance of a quarter.
        Stratum pair = new Stratum(new Proportion(1, 1), new Proportion(0, 1));
        assertThat(CochranMantelHaenszel.of(List.of(pair)).statistic()).isCloseTo(1, within(1e-15));
        // 1/2 against 0/3 by hand: excess 3/5, variance 2·3·1·4/(25·4).
        Stratum five = new Stratum(new Proportion(1, 2), new Proportion(0, 3));
        assertThat(CochranMantelHaenszel.of(List.of(five)).statistic()).isCloseTo(.36 / .24, within(1e-14));
        CochranMantelHaenszel nothing = CochranMantelHaenszel.of(List.of(single));
        assertThat(nothing.statistic()).isNaN();
        assertThat(nothing.pValue()).isNaN();
        assertThat(nothing.commonRatio()).isNaN();
    }

    @Test
    void mcNemarTakesTheApproximationFrom25DisagreementsOn() {
        assertThat(new McNemar(20, 4).test()).isEqualTo(new McNemar(20, 4).exact());
        assertThat(new McNemar(20, 5).test()).isEqualTo(new McNemar(20, 5).chiSquared());
        assertThat(new McNemar(0, 0).test().pValue()).isNaN();
        assertThat(new McNemar(0, 0).midP().pValue()).isNaN();
        assertThat(new McNemar(0, 0).chiSquared().pValue()).isNaN();
        assertThat(new McNemar(9, 9).chiSquared().statistic()).isZero();
        assertThat(new McNemar(5, 20)).extracting(McNemar::test).isEqualTo(new McNemar(20, 5).test());
    }

    @Test
    void adjustingFollowsThePValuesWhereverTheyStandAndPassesOverNaN() {
        List<Double> family = List.of(.03, .001, .2, .04, .001);
        List<Double> shuffled = new ArrayList<>(family);
        Collections.reverse(shuffled);
        for (int i = 0; i < family.size(); i++) {
            int mirrored = family.size() - 1 - i;
            assertThat(AdjustedPValues.holm(shuffled).get(mirrored))
                    .isEqualTo(AdjustedPValues.holm(family).get(i));
            assertThat(AdjustedPValues.benjaminiHochberg(shuffled).get(mirrored))
                    .isEqualTo(AdjustedPValues.benjaminiHochberg(family).get(i));
        }
        assertThat(AdjustedPValues.holm(List.of(.01, Double.NaN, .04))).containsExactly(.02, Double.NaN, .04);
        assertThat(AdjustedPValues.benjaminiHochberg(List.of(Double.NaN, .01, .04)))
                .containsExactly(Double.NaN, .02, .04);
        assertThat(AdjustedPValues.holm(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> AdjustedPValues.holm(List.of(1.2)));
        assertThatIllegalArgumentException().isThrownBy(() -> AdjustedPValues.benjaminiHochberg(List.of(-.1)));
    }
}
