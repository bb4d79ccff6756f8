package io.gatehouse.fairness.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.SafeBand.Run;
import io.gatehouse.fairness.value.SafeBand.Verdicts;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeBandTest {

    @Test
    void neighbouringThresholdsThatPassAreOneRun() {
        SafeBand band = band(20, percent -> (percent >= 24 && percent <= 31) || percent == 40);

        assertThat(band.runs()).containsExactly(new Run(24, 31, 760, 690), new Run(40, 40, 600, 600));
        assertThat(band.actingRun()).isEmpty();
        assertThat(band.actingPoint().passes()).isFalse();
        assertThat(band.nearestPassing().orElseThrow().percent()).isEqualTo(24);
        assertThat(band.nearestPassing().orElseThrow().listLength()).isEqualTo(760);
    }

    @Test
    void runsReachBothEnds() {
        assertThat(band(50, percent -> true).runs()).containsExactly(new Run(1, 99, 990, 10));
        assertThat(band(50, percent -> percent != 50).runs())
                .containsExactly(new Run(1, 49, 990, 510), new Run(51, 99, 490, 10));
    }

    @Test
    void anActingThresholdThatPassesIsItsOwnWayOut() {
        SafeBand band = band(20, percent -> percent >= 15 && percent <= 22);

        assertThat(band.nearestPassing()).contains(band.actingPoint());
        assertThat(band.actingRun()).contains(new Run(15, 22, 850, 780));
    }

    @Test
    void bothEndsOfARunBelongToIt() {
        assertThat(band(15, percent -> percent >= 15 && percent <= 22).actingRun())
                .isPresent();
        assertThat(band(22, percent -> percent >= 15 && percent <= 22).actingRun())
                .isPresent();
        assertThat(band(23, percent -> percent >= 15 && percent <= 22).actingRun())
                .isEmpty();
    }

    @Test
    void ofTwoAsNearTheHigherThatContactsFewer() {
        assertThat(band(20, percent -> percent == 17 || percent == 23).nearestPassing())
                .get()
                .extracting(SafeBand.Point::percent)
                .isEqualTo(23);
    }

    @Test
    void whereNothingPassesThereIsNoWayOut() {
        SafeBand band = band(20, percent -> false);

        assertThat(band.runs()).isEmpty();
        assertThat(band.nearestPassing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void nothingButPassPassesAndWhatDoesNotApplyIsLeftOut(Verdict verdict) {
        boolean passes = verdict == Verdict.PASS || verdict == Verdict.NOT_APPLICABLE;

        for (Verdicts verdicts : List.of(
                new Verdicts(verdict, Verdict.PASS, Verdict.PASS),
                new Verdicts(Verdict.PASS, verdict, Verdict.PASS),
                new Verdicts(Verdict.PASS, Verdict.PASS, verdict))) {
            SafeBand band = SafeBand.of(20, percent -> verdicts, percent -> 0);
            assertThat(band.actingPoint().passes()).isEqualTo(passes);
        }
        var notAsked = new Verdicts(Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE);
        assertThat(SafeBand.of(20, percent -> notAsked, percent -> 0).runs()).isEmpty();
    }

    @Test
    void runsHoldThePassingThresholdsAndNoOthers() {
        var random = new SplittableRandom(61);
        for (int round = 0; round < 200; round++) {
            BitSet passing = new BitSet();
            IntStream.rangeClosed(1, 99).filter(i -> random.nextInt(4) > 0).forEach(passing::set);
            int acting = random.nextInt(1, 100);
            SafeBand band = band(acting, passing::get);

            BitSet inRuns = new BitSet();
            int end = -1;
            for (Run run : band.runs()) {
                assertThat(run.from()).isGreaterThan(end + 1);
                inRuns.set(run.from(), run.to() + 1);
                end = run.to();
            }
            assertThat(inRuns).isEqualTo(passing);
            int distance = Math.abs(band.nearestPassing().orElseThrow().percent() - acting);
            assertThat(passing.stream().noneMatch(percent -> Math.abs(percent - acting) < distance))
                    .isTrue();
        }
    }

    @Test
    void theListIsAsLongAsTheShareThatIsFlagged() {
        var counts = new ConfusionCounts(3, 5, 10, 82);

        assertThat(SafeBand.listLength(counts, 4_000)).isEqualTo(320);
        assertThat(SafeBand.listLength(counts, 19)).isEqualTo(2);
        assertThat(SafeBand.listLength(new ConfusionCounts(0, 0, 0, 0), 4_000)).isZero();
    }

    @Test
    void thresholdsOutsideOrMissingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> band(0, percent -> true));
        assertThatIllegalArgumentException().isThrownBy(() -> band(100, percent -> true));
        List<SafeBand.Point> points = band(20, percent -> true).points();
        assertThatIllegalArgumentException().isThrownBy(() -> new SafeBand(20, points.subList(0, 98)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SafeBand(20, points.reversed()));
    }

    /** Fairness decides, the others pass; the list has ten fewer at every percent. */
    private static SafeBand band(int acting, IntPredicate passes) {
        return SafeBand.of(
                acting,
                percent -> new Verdicts(
                        Verdict.PASS, passes.test(percent) ? Verdict.PASS : Verdict.INCONCLUSIVE, Verdict.PASS),
                percent -> 1000 - 10L * percent);
    }
}
