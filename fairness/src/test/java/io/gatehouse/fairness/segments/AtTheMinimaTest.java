package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.NewcombeDifference;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.StandardNormal;
import io.gatehouse.fairness.verdicts.ReasonCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy calls the fewest is enough, and one less is not. */
class AtTheMinimaTest {
    private static final ToleranceRule RULE = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1);

    @Test
    void thirtyRowsOfEitherGroupAreEnough() {
        Proportion thirty = new Proportion(10, 30);
        Proportion fewer = new Proportion(10, 29);

        assertThat(RULE.obstacle(thirty, thirty)).isEmpty();
        assertThat(RULE.obstacle(fewer, thirty)).contains(ReasonCode.SMALL_GROUP);
        assertThat(RULE.obstacle(thirty, fewer)).contains(ReasonCode.REFERENCE_TOO_SMALL);
    }

    @Test
    void aRateOfTwoPercentIsNotRareAndOneBelowIs() {
        Proportion atTwoPercent = new Proportion(20, 1000);
        Proportion below = new Proportion(19, 1000);

        assertThat(RULE.judge(atTwoPercent, atTwoPercent, 1).reason()).isEqualTo(ReasonCode.POINT_INSIDE_LOW_POWER);
        assertThat(RULE.judge(below, below, 1).reason()).isEqualTo(ReasonCode.RARE_EVENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, .5, Double.NaN})
    void aChanceOfErrorLiesBetweenZeroAndOneHalf(double alpha) {
        Proportion any = new Proportion(10, 30);

        assertThatIllegalArgumentException().isThrownBy(() -> GroupComparison.of(any, any, alpha, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ToleranceRule(Rate.TRUE_POSITIVE_RATE, .8, .1, 30, 5, .02, alpha));
    }

    @Test
    void aReferenceBesideItselfIsAtParityAsFarAsItHasSomethingToCount() {
        assertThat(GroupComparison.ofReference(new Proportion(1, 2)).ratio()).isOne();
        assertThat(GroupComparison.ofReference(new Proportion(0, 2)).ratio()).isNaN();
        assertThat(GroupComparison.ofReference(new Proportion(0, 2)).difference())
                .isZero();
        assertThat(GroupComparison.ofReference(new Proportion(0, 0)).difference())
                .isNaN();
    }

    @Test
    void withoutRowsOrWithoutAnEventInTheReferenceNothingIsSettled() {
        assertThat(RULE.canSettle(new Proportion(0, 0), new Proportion(10, 100), 0))
                .isFalse();
        assertThat(RULE.canSettle(new Proportion(0, 10), new Proportion(0, 10), 0))
                .isFalse();
        assertThat(RULE.canSettle(new Proportion(1, 10), new Proportion(3, 10), 0))
                .isTrue();
    }

    // 40 rows at .5 and 460 at r are pooled at (20 + 460·r)/500, of which 40 rows expect 5 events at r = .0923913.
    @Test
    void powerBeginsWhereFiveEventsAreExpected() {
        assertThat(new RulePower(RULE, .5, .0923913043478261).toFail(40, 460, 1))
                .isGreaterThan(.99);
        assertThat(new RulePower(RULE, .5, .0924).toFail(40, 460, 1)).isGreaterThan(.99);
        assertThat(new RulePower(RULE, .5, .0923).toFail(40, 460, 1)).isZero();
        assertThat(new RulePower(RULE, .9, .3).toFail(30, 460, 1)).isGreaterThan(.99);
        assertThat(new RulePower(RULE, .9, .3).toFail(29.9, 460, 1)).isZero();
    }

    @Test
    void aGroupAtTheUpperEdgeOfTheToleranceDoesNotFail() {
        ToleranceRule byRatio = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .3);
        ToleranceRule byDifference = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .5, .1);

        assertThat(new RulePower(byRatio, .5, .4).toFail(10_000, 10_000, 1)).isZero();
        // A difference of .15 with a standard error of .068 seldom lies above .10 with confidence.
        assertThat(new RulePower(byDifference, .45, .30).toFail(100, 100, 1)).isBetween(.01, .5);
    }

    @Test
    void aPassByTheDifferenceKeepsClearOfBothEndsOfTheCap() {
        ToleranceRule byDifference = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .5, .1);
        double high = NewcombeDifference.ofRates(.3, 500, .3, 500, .9).high();
        double clearOfOne = StandardNormal.probabilityBelow((.1 - high) / Math.sqrt(2 * .3 * .7 / 500));

        assertThat(new RulePower(byDifference, .3, .3).toPass(500, 500)).isCloseTo(2 * clearOfOne - 1, within(1e-9));
    }

    @Test
    void whereTheFirstArgumentSufficesNoLesserOneIsNamed() {
        assertThat(RulePower.smallest(any -> 1, 3)).isEqualTo(3);
    }

    @Test
    void theRowsNeededAtTheRatesThatWereSeenAreThoseOfTheirPower() {
        ToleranceJudgement judgement = RULE.judge(new Proportion(27, 100), new Proportion(30, 100), 1);

        assertThat(judgement.neededSample().orElseThrow().atObserved())
                .isEqualTo(new RulePower(RULE, .27, .30).rowsToPass());
    }

    /** So that a fair model is stopped by any pair under any rule at most one time in twenty. */
    @Test
    void ofTwoRulesEachAsksMoreOfAPair() {
        int leavers = 100;
        while (new RulePower(RULE, .5, .5).toPass(leavers, leavers) < .955) {
            leavers += 2;
        }
        assertThat(new RulePower(RULE, .5, .5).toPass(leavers, leavers)).isLessThan(.975);
        ConfusionCounts half = new ConfusionCounts(leavers / 2, 5000, leavers / 2, 5000);
        IntersectionCounts pair = new IntersectionCounts(
                "plan",
                "region",
                List.of(
                        new IntersectionCounts.Cell("basic", "north", half),
                        new IntersectionCounts.Cell("basic", "south", half)));
        ToleranceRule stayers = ToleranceRule.of(Rate.FALSE_POSITIVE_RATE, .8, .1);

        assertThat(reason(pair, RULE)).isEqualTo(ReasonCode.WITHIN_TOLERANCE);
        assertThat(reason(pair, RULE, stayers)).isEqualTo(ReasonCode.INTERSECTION_TOO_SMALL);
    }

    private static ReasonCode reason(IntersectionCounts pair, ToleranceRule... rules) {
        FairnessGate gate = new FairnessGate(List.of(rules), Map.of(), SmallGroups.onlyNamedBlock());
        return gate.judge(List.of(), List.of(pair)).intersections().getFirst().reason();
    }
}
