package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairnessGateTest {

    private static final ToleranceRule FOUND = ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1);
    private static final FairnessGate REVIEWED = gate(SmallGroups.onlyNamedBlock());

    private static FairnessGate gate(SmallGroups smallGroups) {
        return new FairnessGate(List.of(FOUND), Map.of(), smallGroups);
    }

    /** A group of which so many of so many leavers are found, with as many stayers, none of them flagged. */
    private static SegmentCounts.Group group(String value, long found, long leavers) {
        return new SegmentCounts.Group(value, new ConfusionCounts(found, 0, leavers - found, leavers));
    }

    private static final SegmentCounts FAIR = new SegmentCounts(
            "plan_type", List.of(group("basic", 800, 1000), group("family", 1620, 2000), group("premium", 790, 1000)));

    @Test
    void allGroupsWithinTheToleranceOfTheLargestPass() {
        FairnessJudgement judgement = REVIEWED.judge(List.of(FAIR));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.multiplicity()).isEqualTo(2);
        SegmentJudgement plan = judgement.segments().getFirst();
        assertThat(plan.reference()).isEqualTo("family");
        assertThat(plan.reason()).isEqualTo(ReasonCode.WITHIN_TOLERANCE);
        assertThat(plan.groups())
                .extracting(GroupJudgement::verdict)
                .containsExactly(Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.PASS);
        assertThat(plan.groups().get(1).reason()).isEqualTo(ReasonCode.REFERENCE_GROUP);
        assertThat(plan.groups().get(1).judgement().comparison().ratio()).isEqualTo(1);
    }

    @Test
    void oneUnfairGroupFailsAll() {
        SegmentCounts ages = new SegmentCounts(
                "age_band", List.of(group("18-24", 220, 400), group("25-34", 810, 1000), group("35+", 1600, 2000)));

        FairnessJudgement judgement = REVIEWED.judge(List.of(FAIR, ages));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.multiplicity()).isEqualTo(4);
        assertThat(judgement.segments())
                .extracting(SegmentJudgement::verdict)
                .containsExactly(Verdict.PASS, Verdict.FAIL);
        assertThat(judgement.segments().get(1).reason()).isEqualTo(ReasonCode.RATIO_OUTSIDE);
    }

    @Test
    void theReasonIsThatOfTheGroupThatDecides() {
        SegmentCounts ages = new SegmentCounts(
                "age_band", List.of(group("25-34", 810, 1000), group("18-24", 220, 400), group("35+", 1600, 2000)));

        SegmentJudgement judgement = REVIEWED.judge(List.of(ages)).segments().getFirst();

        assertThat(judgement.groups().getFirst().reason()).isEqualTo(ReasonCode.WITHIN_TOLERANCE);
        assertThat(judgement.reason()).isEqualTo(ReasonCode.RATIO_OUTSIDE);
    }

    @Test
    void theNamedReferenceIsTakenHoweverLarge() {
        var gate = new FairnessGate(List.of(FOUND), Map.of("plan_type", "basic"), SmallGroups.allBlock());

        assertThat(gate.judge(List.of(FAIR)).segments().getFirst().reference()).isEqualTo("basic");
    }

    @Test
    void aNamedReferenceThatTheDataLacksIsAnErrorAndNoPass() {
        var gate = new FairnessGate(List.of(FOUND), Map.of("plan_type", "gold"), SmallGroups.allBlock());

        FairnessJudgement judgement = gate.judge(List.of(FAIR));

        assertThat(judgement.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(judgement.segments().getFirst().reason()).isEqualTo(ReasonCode.REFERENCE_MISSING);
        assertThat(judgement.segments().getFirst().reference()).isEqualTo("gold");
    }

    @Test
    void groupsTooSmallToJudgeComeFirstAndBlockOnlyWhereThePolicySaysSo() {
        SegmentCounts regions = new SegmentCounts(
                "region", List.of(group("east", 1600, 2000), group("isle", 5, 20), group("north", 800, 1000)));

        SegmentJudgement reviewed = REVIEWED.judge(List.of(regions)).segments().getFirst();
        assertThat(reviewed.verdict()).isEqualTo(Verdict.PASS);
        GroupJudgement isle = reviewed.groups().getFirst();
        assertThat(isle.group()).isEqualTo("isle");
        assertThat(isle.tooSmallToJudge()).isTrue();
        assertThat(isle.blocks()).isFalse();
        assertThat(isle.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(isle.reason()).isEqualTo(ReasonCode.SMALL_GROUP);
        assertThat(isle.judgement().neededSample()).isPresent();

        FairnessGate automated = gate(SmallGroups.allBlock());
        assertThat(automated.judge(List.of(regions)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        FairnessGate namesIt = gate(SmallGroups.onlyNamedBlock(new SmallGroups.Name("region", "isle")));
        assertThat(namesIt.judge(List.of(regions)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        FairnessGate namesAnother = gate(SmallGroups.onlyNamedBlock(new SmallGroups.Name("plan_type", "isle")));
        assertThat(namesAnother.judge(List.of(regions)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void underTwoPercentOfTheRowsIsTooSmallHoweverManyTheyAre() {
        SegmentCounts regions =
                new SegmentCounts("region", List.of(group("isle", 40, 199), group("north", 7841, 9801)));
        SegmentCounts atTwoPercent =
                new SegmentCounts("region", List.of(group("isle", 40, 200), group("north", 7840, 9800)));

        assertThat(REVIEWED.judge(List.of(regions))
                        .segments()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .tooSmallToJudge())
                .isTrue();
        assertThat(REVIEWED.judge(List.of(atTwoPercent)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aGroupThatIsNotJudgedDoesNotMakeTheOthersHarderToFail() {
        SegmentCounts regions = new SegmentCounts(
                "region", List.of(group("east", 1600, 2000), group("isle", 35, 59), group("north", 800, 1000)));

        assertThat(REVIEWED.judge(List.of(regions)).multiplicity()).isEqualTo(1);
    }

    @Test
    void whereEveryGroupIsTooSmallNothingPassed() {
        SegmentCounts ages = new SegmentCounts("age_band", List.of(group("18-24", 8, 10), group("25+", 16, 20)));

        SegmentJudgement judgement = REVIEWED.judge(List.of(ages)).segments().getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.groups().getFirst().reason()).isEqualTo(ReasonCode.REFERENCE_TOO_SMALL);
        SegmentCounts oneLarge =
                new SegmentCounts("age_band", List.of(group("18-24", 8, 10), group("25+", 1600, 2000)));
        assertThat(REVIEWED.judge(List.of(oneLarge)).segments().getFirst().reason())
                .isEqualTo(ReasonCode.NOTHING_JUDGED);
        assertThat(REVIEWED.judge(List.of(oneLarge)).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void unknownIsJudgedLikeAGroupButNeverTheReferenceBySize() {
        SegmentCounts ages = new SegmentCounts(
                "age_band",
                List.of(group("18-24", 800, 1000), group("25+", 1600, 2000), group(SegmentCounts.UNKNOWN, 2500, 5000)));

        SegmentJudgement judgement = REVIEWED.judge(List.of(ages)).segments().getFirst();

        assertThat(judgement.reference()).isEqualTo("25+");
        assertThat(judgement.groups().get(2).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aSingleGroupHasNothingToBeComparedWith() {
        SegmentCounts one = new SegmentCounts("region", List.of(group("all", 800, 1000)));

        SegmentJudgement judgement = REVIEWED.judge(List.of(one)).segments().getFirst();

        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(judgement.reason()).isEqualTo(ReasonCode.SINGLE_GROUP);
    }

    @Test
    void noAttributesOrNoRowsAreNoPass() {
        assertThat(REVIEWED.judge(List.of()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(REVIEWED.judge(List.of(new SegmentCounts("region", List.of())))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void aGroupWithoutLeaversHasNoRateOfFoundOnes() {
        SegmentCounts.Group stayers = new SegmentCounts.Group("new", new ConfusionCounts(0, 100, 0, 900));
        SegmentCounts tenure = new SegmentCounts("tenure", List.of(stayers, group("old", 800, 1000)));

        GroupJudgement judgement =
                REVIEWED.judge(List.of(tenure)).segments().getFirst().groups().getFirst();

        assertThat(judgement.reason()).isEqualTo(ReasonCode.ZERO_DENOMINATOR);
        assertThat(judgement.judgement().comparison().ratio()).isNaN();
        assertThat(judgement.tooSmallToJudge()).isTrue();
    }

    @Test
    void everyRuleJudgesEveryAttributeAndSharesTheCorrection() {
        ToleranceRule pestered = ToleranceRule.of(Rate.FALSE_POSITIVE_RATE, .85, .08);
        var gate = new FairnessGate(List.of(FOUND, pestered), Map.of(), SmallGroups.onlyNamedBlock());

        FairnessJudgement judgement = gate.judge(List.of(FAIR));

        assertThat(judgement.segments()).extracting(SegmentJudgement::rule).containsExactly(FOUND, pestered);
        // Nobody is flagged wrongly in any group: no ratio, so no pass.
        assertThat(judgement.segments().get(1).reason()).isEqualTo(ReasonCode.REFERENCE_RATE_ZERO);
        assertThat(judgement.multiplicity()).isEqualTo(4);
    }

    @Test
    void aGateWithoutRulesIsRefusedAndSoIsAGroupNamedTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FairnessGate(List.of(), Map.of(), SmallGroups.allBlock()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentCounts("region", List.of(group("a", 1, 2), group("a", 1, 2))));
    }
}
