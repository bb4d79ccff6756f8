package io.gatehouse.fairness.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.coverage.Coverage.OfCounts;
import io.gatehouse.fairness.coverage.Coverage.Ranked;
import io.gatehouse.fairness.coverage.Coverage.TwoGroups;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.WilsonInterval;
import org.junit.jupiter.api.Test;

/** A seeded sample of the grid in docs/COVERAGE.md. */
class CoverageTest {

    private static final int DRAWS = 4_000;

    private static double rate(OfCounts method, double rate, long n) {
        return new TwoGroups(rate, n, .5, 1).of(method, rate, .95, DRAWS, 7).covered();
    }

    private static double gap(OfCounts method, double p1, long n1, double p2, long n2, double truth) {
        return new TwoGroups(p1, n1, p2, n2).of(method, truth, .9, DRAWS, 7).covered();
    }

    @Test
    void clopperPearsonNeverCoversLessThanItPromisesAndWilsonDoesSoOnAverage() {
        double sum = 0;
        double[] rates = {.05, .1, .2, .3, .4, .5, .7, .9};
        for (double rate : rates) {
            // Three standard errors of four thousand draws.
            assertThat(rate(CoverageTable.CLOPPER_PEARSON, rate, 40)).isGreaterThan(.94);
            sum += rate(CoverageTable.WILSON, rate, 40);
        }
        assertThat(sum / rates.length).isBetween(.94, .965);
    }

    @Test
    void theIntervalsOfTheGateKeepTheirLevel() {
        assertThat(gap(CoverageTable.KOOPMAN, .3, 100, .3, 1000, 1)).isBetween(.88, .92);
        assertThat(gap(CoverageTable.KOOPMAN, .72, 100, .9, 1000, .8)).isBetween(.88, .92);
        assertThat(gap(CoverageTable.NEWCOMBE, .3, 100, .3, 1000, 0)).isBetween(.88, .92);
        assertThat(gap(CoverageTable.NEWCOMBE, .9, 100, .9, 1000, 0)).isBetween(.88, .93);
    }

    @Test
    void withFewEventsKatzIsFartherFromItsLevelThanKoopman() {
        double katz = gap(CoverageTable.KATZ, .05, 30, .05, 300, 1);
        double koopman = gap(CoverageTable.KOOPMAN, .05, 30, .05, 300, 1);

        assertThat(Math.abs(katz - .9)).isGreaterThan(Math.abs(koopman - .9));
    }

    @Test
    void deLongKeepsItsLevelFromThirtyOfEitherLabelOn() {
        assertThat(new Ranked(30, 300, .8).ofDeLong(.95, 1_000, 7).covered()).isBetween(.91, .975);
        assertThat(new Ranked(150, 300, .8).ofDeLong(.95, 1_000, 7).covered()).isBetween(.93, .97);
    }

    @Test
    void nearOneWithFewRowsTheLogOddsComeNearerToTheLevelThatDeLongMisses() {
        Ranked ranked = new Ranked(30, 300, .95);

        double deLong = ranked.ofDeLong(.95, 1_000, 7).covered();
        double logit = ranked.ofLogit(.95, 1_000, 7).covered();
        assertThat(deLong).isLessThan(.90);
        assertThat(logit).isBetween(deLong + .02, .97);
    }

    @Test
    void weightedRatesKeepTheirLevelWhetherOrNotWeightsTellSomething() {
        assertThat(new WeightedCoverage(3, 0).ofRate(.3, 120, .95, DRAWS, 7).covered())
                .isBetween(.935, .965);
        assertThat(new WeightedCoverage(20, .2).ofRate(.3, 120, .95, DRAWS, 7).covered())
                .isBetween(.935, .965);
    }

    @Test
    void weightedAucsKeepTheirLevelFromThirtyEffectiveRowsOfEitherLabelOn() {
        // Sixty leavers of weights 1 and 3 tell as much as 48, of weights 1 and 20 as much as 33.
        assertThat(new WeightedCoverage(3, .5).ofAuc(.7, 60, 120, .95, 1_000, 7).covered())
                .isBetween(.925, .97);
        assertThat(new WeightedCoverage(20, 0).ofAuc(.7, 60, 120, .95, 1_000, 7).covered())
                .isBetween(.92, .97);
    }

    @Test
    void countingWeightsAsRowsWouldPromiseFarTooMuch() {
        double promised = Coverage.simulated(.3, DRAWS, 7, random -> {
                    double found = 20.0 * random.binomial(60, .3) + random.binomial(60, .3);
                    return WilsonInterval.of(found, 21 * 60, .95);
                })
                .covered();

        assertThat(promised).isLessThan(.5);
    }

    @Test
    void anIntervalThatMissesIsCountedOnItsSide() {
        Coverage low = Coverage.simulated(2, 10, 1, random -> new Interval(0, 1));
        Coverage high = Coverage.simulated(-1, 10, 1, random -> new Interval(0, 1));

        assertThat(low).isEqualTo(new Coverage(0, 1, 0, 10));
        assertThat(high).isEqualTo(new Coverage(0, 0, 1, 10));
    }
}
