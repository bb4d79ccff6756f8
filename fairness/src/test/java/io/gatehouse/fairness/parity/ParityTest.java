package io.gatehouse.fairness.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.parity.AdverseImpact.GroupImpact;
import io.gatehouse.fairness.parity.AdverseImpact.Selection;
import io.gatehouse.fairness.parity.AequitasParity.Measure;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.SegmentCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTest {

    private static final SegmentCounts.Group A = new SegmentCounts.Group("a", new ConfusionCounts(40, 20, 10, 130));
    private static final SegmentCounts.Group B = new SegmentCounts.Group("b", new ConfusionCounts(15, 15, 10, 60));
    private static final SegmentCounts.Group NO_LEAVERS =
            new SegmentCounts.Group("c", new ConfusionCounts(0, 5, 0, 45));

    private static SegmentCounts segment(SegmentCounts.Group... groups) {
        return new SegmentCounts("plan", List.of(groups));
    }

    @Test
    void groupsWhoseRateIsUndefinedAreLeftOut() {
        GroupRates found = GroupRates.of(segment(A, B, NO_LEAVERS), Rate.TRUE_POSITIVE_RATE);

        assertThat(found.groups()).hasSize(3);
        assertThat(found.difference()).isCloseTo(.2, within(1e-15));
        assertThat(found.ratio()).isCloseTo(.75, within(1e-15));
        assertThat(found.overall()).isEqualTo(new Proportion(55, 75));
        GroupRates nothing = GroupRates.of(segment(NO_LEAVERS), Rate.TRUE_POSITIVE_RATE);
        assertThat(nothing.difference()).isNaN();
        assertThat(nothing.ratio()).isNaN();
        assertThat(nothing.differenceToOverall()).isNaN();
        assertThat(nothing.ratioToOverall()).isNaN();
        assertThat(EqualizedOdds.of(segment(NO_LEAVERS)).difference()).isNaN();
        assertThat(EqualizedOdds.of(segment(NO_LEAVERS)).ratio()).isNaN();
    }

    @Test
    void relabellingAndReorderingChangeNoDisparity() {
        GroupRates there = GroupRates.of(segment(A, B), Rate.SELECTION_RATE);
        GroupRates back = GroupRates.of(
                segment(new SegmentCounts.Group("x", B.counts()), new SegmentCounts.Group("y", A.counts())),
                Rate.SELECTION_RATE);

        assertThat(back.difference()).isEqualTo(there.difference());
        assertThat(back.ratio()).isEqualTo(there.ratio());
        assertThat(back.ratioToOverall()).isEqualTo(there.ratioToOverall());
    }

    @Test
    void equalGroupsAreAtParity() {
        SegmentCounts equal = segment(A, new SegmentCounts.Group("b", A.counts()));
        GroupRates rates = GroupRates.of(equal, Rate.FALSE_POSITIVE_RATE);

        assertThat(List.of(rates.difference(), rates.differenceToOverall())).containsOnly(0.0);
        assertThat(List.of(rates.ratio(), rates.ratioToOverall())).containsOnly(1.0);
        assertThat(EqualizedOdds.of(equal)).isEqualTo(new EqualizedOdds(0, 1));
    }

    // By hand from dssg/aequitas' definitions: disparity = group's metric over that of the reference.
    @Test
    void aequitasComparesEachMeasureWithTheReference() {
        AequitasParity b = AequitasParity.of(segment(A, B), "a", .8).get(1);

        assertThat(b.disparities().get(Measure.SHARE_OF_FLAGGED)).isCloseTo(.5, within(1e-15));
        assertThat(b.disparities().get(Measure.SELECTION_RATE)).isCloseTo(1.0, within(1e-15));
        assertThat(b.disparities().get(Measure.FALSE_DISCOVERY_RATE)).isCloseTo(1.5, within(1e-15));
        assertThat(b.disparities().get(Measure.FALSE_POSITIVE_RATE)).isCloseTo(1.5, within(1e-15));
        assertThat(b.disparities().get(Measure.FALSE_OMISSION_RATE)).isCloseTo(2.0, within(1e-15));
        assertThat(b.disparities().get(Measure.FALSE_NEGATIVE_RATE)).isCloseTo(2.0, within(1e-15));
        assertThat(b.disparities().get(Measure.TRUE_POSITIVE_RATE)).isCloseTo(.75, within(1e-15));
        assertThat(b.fair(Measure.SELECTION_RATE)).contains(true);
        assertThat(b.unsupervised()).contains(false);
        assertThat(b.typeOne()).contains(false);
        assertThat(b.typeTwo()).contains(false);
        assertThat(b.supervised()).contains(false);
        assertThat(b.equalizedOdds()).contains(false);
        AequitasParity a = AequitasParity.of(segment(A, B), "a", .8).getFirst();
        assertThat(List.of(a.unsupervised(), a.supervised(), a.equalizedOdds()))
                .allSatisfy(parity -> assertThat(parity).contains(true));
    }

    @Test
    void aequitasLeavesUndefinedMeasuresUndecidedAndTakesTheBoundsAsFair() {
        AequitasParity c = AequitasParity.of(segment(A, NO_LEAVERS), "a", .8).get(1);
        assertThat(c.fair(Measure.TRUE_POSITIVE_RATE)).isEmpty();
        assertThat(c.equalizedOdds()).isEmpty();
        var four = new SegmentCounts.Group("four", new ConfusionCounts(24, 0, 76, 0));
        var five = new SegmentCounts.Group("five", new ConfusionCounts(30, 0, 70, 0));
        assertThat(AequitasParity.of(segment(four, five), "five", .8).getFirst().fair(Measure.TRUE_POSITIVE_RATE))
                .contains(true);
        assertThat(AequitasParity.of(segment(four, five), "four", .8).get(1).fair(Measure.TRUE_POSITIVE_RATE))
                .contains(true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AequitasParity.of(segment(A), "z", .8))
                .withMessageContaining("plan has no group z");
        assertThatIllegalArgumentException().isThrownBy(() -> AequitasParity.of(segment(A), "a", 1));
    }

    // 60 % against 48 % is four fifths exactly; the guideline speaks of less than four fifths.
    @Test
    void exactlyFourFifthsIsNotBelowThem() {
        AdverseImpact impact = AdverseImpact.of(
                List.of(
                        new Selection("m", new Proportion(48, 80)),
                        new Selection("f", new Proportion(48, 100)),
                        new Selection("x", new Proportion(47, 100))),
                3);

        assertThat(impact.mostSelected()).contains("m");
        assertThat(impact.unknown()).isEqualTo(3);
        assertThat(impact.groups()).extracting(GroupImpact::belowFourFifths).containsExactly(false, false, true);
        assertThat(impact.groups().getFirst().impactRatio()).isEqualTo(1);
        assertThat(impact.groups().get(1).impactRatio()).isCloseTo(.8, within(1e-15));
        assertThat(impact.groups().get(1).test().pValue()).isBetween(.1, .12);
    }

    @Test
    void aTinyGroupIsShownButIsNotTheMeasureOfTheOthers() {
        AdverseImpact impact = AdverseImpact.of(
                List.of(
                        new Selection("tiny", new Proportion(19, 19)),
                        new Selection("large", new Proportion(490, 981))),
                0);

        assertThat(impact.mostSelected()).contains("large");
        assertThat(impact.groups()).extracting(GroupImpact::underTwoPercent).containsExactly(true, false);
        assertThat(impact.groups().getFirst().impactRatio()).isGreaterThan(2);
        AdverseImpact atTwoPercent = AdverseImpact.of(
                List.of(
                        new Selection("small", new Proportion(20, 20)),
                        new Selection("large", new Proportion(490, 980))),
                0);
        assertThat(atTwoPercent.mostSelected()).contains("small");
    }

    @Test
    void withoutMembersThereIsNothingToCompare() {
        AdverseImpact impact = AdverseImpact.of(List.of(new Selection("none", new Proportion(0, 0))), 0);

        assertThat(impact.mostSelected()).isEmpty();
        assertThat(impact.groups().getFirst().impactRatio()).isNaN();
        assertThat(impact.groups().getFirst().belowFourFifths()).isFalse();
    }
}
