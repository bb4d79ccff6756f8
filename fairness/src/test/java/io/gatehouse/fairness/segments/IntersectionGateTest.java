package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntersectionGateTest {

    private static final List<ToleranceRule> FOUND = List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1));
    private static final FairnessGate GATE = new FairnessGate(FOUND, Map.of(), SmallGroups.allBlock());

    private static IntersectionCounts.Cell cell(String age, String region, long found, long leavers) {
        return new IntersectionCounts.Cell(age, region, new ConfusionCounts(found, 0, leavers - found, leavers));
    }

    /** Fair by age and by region: what the young of the north lack, the young of the south have too much. */
    private static final IntersectionCounts HIDDEN = new IntersectionCounts(
            "age",
            "region",
            List.of(
                    cell("young", "north", 350, 500),
                    cell("young", "south", 500, 500),
                    cell("old", "north", 1000, 1000),
                    cell("old", "south", 850, 1000),
                    cell("old", SegmentCounts.UNKNOWN, 8, 10)));

    private static final List<SegmentCounts> BY_ONE = List.of(
            new SegmentCounts(
                    "age",
                    List.of(
                            new SegmentCounts.Group("young", new ConfusionCounts(850, 0, 150, 1000)),
                            new SegmentCounts.Group("old", new ConfusionCounts(1858, 0, 152, 2010)))),
            new SegmentCounts(
                    "region",
                    List.of(
                            new SegmentCounts.Group("north", new ConfusionCounts(1350, 0, 150, 1500)),
                            new SegmentCounts.Group("south", new ConfusionCounts(1350, 0, 150, 1500)))));

    @Test
    void unfairnessThatOnlyTwoAttributesTogetherShowFails() {
        FairnessJudgement judgement = GATE.judge(BY_ONE, List.of(HIDDEN));

        assertThat(GATE.judge(BY_ONE).verdict()).isNotEqualTo(Verdict.FAIL);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        SegmentJudgement pairs = judgement.intersections().getFirst();
        assertThat(pairs.attribute()).isEqualTo("age × region");
        assertThat(pairs.reference()).isEqualTo("old × north");
        assertThat(pairs.groups())
                .extracting(GroupJudgement::group)
                .containsExactly("old × UNKNOWN", "young × north", "young × south", "old × north", "old × south");
        assertThat(pairs.groups())
                .extracting(GroupJudgement::reason)
                .startsWith(ReasonCode.INTERSECTION_TOO_SMALL, ReasonCode.RATIO_OUTSIDE, ReasonCode.WITHIN_TOLERANCE);
    }

    @Test
    void theFamilyCountsGatedPairsTooAndNamesItsCorrections() {
        Family family = GATE.judge(BY_ONE, List.of(HIDDEN)).family();

        assertThat(family).isEqualTo(new Family(2, 1, 1, 5, Family.Correction.BONFERRONI, Family.Correction.HOLM));
        assertThat(GATE.judge(BY_ONE).family().comparisons()).isEqualTo(2);
        assertThat(GATE.judge(BY_ONE).intersections()).isEmpty();
    }

    @Test
    void pairsTooSmallToSettleArePublishedAndNeverBlock() {
        var small = new IntersectionCounts(
                "age",
                "region",
                List.of(
                        cell("young", "north", 20, 100),
                        cell("old", "north", 900, 1000),
                        cell("old", "south", 70, 80)));

        SegmentJudgement pairs =
                GATE.judge(BY_ONE, List.of(small)).intersections().getFirst();

        assertThat(pairs.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(pairs.reason()).isEqualTo(ReasonCode.INTERSECTION_TOO_SMALL);
        assertThat(pairs.groups()).noneMatch(GroupJudgement::blocks);
        GroupJudgement young = pairs.groups().getFirst();
        assertThat(young.tooSmallToJudge()).isTrue();
        assertThat(young.judgement().comparison().ratio()).isCloseTo(.2 / .9, within(1e-12));
        assertThat(young.settlement().orElseThrow().towards()).isEqualTo(Verdict.PASS);
        assertThat(young.parityTest()).isEmpty();
    }

    @Test
    void aPairIsGatedFromTheRowsOnThatPassNineteenTimesOutOfTwentyAtParity() {
        RulePower power = new RulePower(FOUND.getFirst(), .9, .9);
        long needed = 30;
        while (power.toPass(needed, 100_000) < .95) {
            needed++;
        }

        assertThat(needed).isBetween(80L, 200L);
        assertThat(pairOf(needed - 1).reason()).isEqualTo(ReasonCode.INTERSECTION_TOO_SMALL);
        assertThat(pairOf(needed).reason()).isNotEqualTo(ReasonCode.INTERSECTION_TOO_SMALL);
        assertThat(pairOf(needed).blocks()).isTrue();
    }

    private static GroupJudgement pairOf(long leavers) {
        // Under 2 % of all rows: for a pair, size alone decides.
        var counts = new IntersectionCounts(
                "age",
                "region",
                List.of(cell("young", "north", leavers / 2, leavers), cell("old", "north", 90_000, 100_000)));
        return GATE.judge(BY_ONE, List.of(counts))
                .intersections()
                .getFirst()
                .groups()
                .getFirst();
    }

    @Test
    void thePairOfBothNamedReferencesIsTheReferenceAndElseTheLargestKnownOne() {
        var named = new FairnessGate(FOUND, Map.of("age", "young", "region", "south"), SmallGroups.allBlock());
        var absent = new FairnessGate(FOUND, Map.of("age", "young", "region", "west"), SmallGroups.allBlock());
        var mostUnknown = new IntersectionCounts(
                "age",
                "region",
                List.of(cell("old", SegmentCounts.UNKNOWN, 1700, 2000), cell("old", "north", 900, 1000)));

        assertThat(reference(named, HIDDEN)).isEqualTo("young × south");
        assertThat(reference(absent, HIDDEN)).isEqualTo("old × north");
        assertThat(reference(GATE, mostUnknown)).isEqualTo("old × north");
    }

    private static String reference(FairnessGate gate, IntersectionCounts counts) {
        return gate.judge(List.of(), List.of(counts)).intersections().getFirst().reference();
    }

    @Test
    void intersectionsAloneAreNoPassAndEmptyOnesSayNothing() {
        var fair = new IntersectionCounts(
                "age", "region", List.of(cell("young", "north", 900, 1000), cell("old", "north", 900, 1000)));
        var empty = new IntersectionCounts("age", "region", List.of());

        assertThat(GATE.judge(List.of(), List.of(fair)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(GATE.judge(BY_ONE, List.of(empty)).verdict())
                .isEqualTo(GATE.judge(BY_ONE).verdict());
    }

    @Test
    void everyJudgedGroupSaysWhetherItsGapIsMoreThanChance() {
        SegmentJudgement age = GATE.judge(BY_ONE).segments().getFirst();
        ParityTest young = age.groups().getFirst().parityTest().orElseThrow();

        assertThat(young.test().method()).isEqualTo(Method.CHI_SQUARED);
        // A gap of .85 against .92 of thousands is no chance, and within the tolerance all the same.
        assertThat(young.test().pValue()).isLessThan(1e-8);
        assertThat(young.adjustedPValue()).isCloseTo(2 * young.test().pValue(), within(1e-18));
        assertThat(age.groups().get(1).parityTest()).isEmpty();
        // Equal rates in both regions: p = 1, and Holm's correction keeps it there.
        assertThat(GATE.judge(BY_ONE)
                        .segments()
                        .get(1)
                        .groups()
                        .get(1)
                        .parityTest()
                        .orElseThrow()
                        .adjustedPValue())
                .isEqualTo(1);
    }

    @Test
    void thoseTooFewToJudgeAreNamedOverAllAttributes() {
        List<SegmentCounts> segments = new ArrayList<>(BY_ONE);
        segments.add(new SegmentCounts(
                "plan",
                List.of(
                        new SegmentCounts.Group("basic", new ConfusionCounts(900, 0, 100, 1000)),
                        new SegmentCounts.Group("trial", new ConfusionCounts(5, 0, 5, 5)))));

        assertThat(GATE.judge(segments).tooFewToJudge()).containsExactly(new SmallGroups.Name("plan", "trial"));
    }

    @Test
    void impossibleIntersectionsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IntersectionCounts("age", "age", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new IntersectionCounts("age", "region", List.of(cell("a", "b", 1, 2), cell("a", "b", 1, 2))));
    }
}
