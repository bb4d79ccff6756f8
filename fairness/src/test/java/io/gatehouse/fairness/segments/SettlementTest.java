package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final FairnessGate GATE = new FairnessGate(
            List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1)), Map.of(), SmallGroups.onlyNamedBlock());

    /** A group of which so many of so many leavers are found, with so many stayers. */
    private static SegmentCounts.Group group(String value, long found, long leavers, long stayers) {
        return new SegmentCounts.Group(value, new ConfusionCounts(found, 0, leavers - found, stayers));
    }

    private static GroupJudgement first(SegmentCounts.Group... groups) {
        return GATE.judge(List.of(new SegmentCounts("plan", List.of(groups))))
                .segments()
                .getFirst()
                .groups()
                .getFirst();
    }

    @Test
    void anEstimateInsideTheToleranceIsNearerToAPassInSubscribersAndNotLeavers() {
        // .83 of 120 leavers against .90 of 3,000: inside, but the interval is not. A tenth of subscribers leave.
        GroupJudgement family = first(group("family", 100, 120, 1080), group("basic", 2700, 3000, 27000));

        Settlement settlement = family.settlement().orElseThrow();

        assertThat(family.reason()).isEqualTo(ReasonCode.POINT_INSIDE_LOW_POWER);
        assertThat(settlement.towards()).isEqualTo(Verdict.PASS);
        assertThat(settlement.moreDataWillNotSettleThis()).isFalse();
        assertThat(settlement.groupSubscribers()).isEqualTo(Math.ceil(1200 * settlement.growth()));
        assertThat(settlement.allSubscribers()).isEqualTo(Math.ceil(31200 * settlement.growth()));
        double leavers = settlement.growth() * 120;
        assertThat(new RulePower(GATE.rules().getFirst(), 100 / 120.0, .9).toPass(leavers, settlement.growth() * 3000))
                .isCloseTo(.8, within(1e-9));
    }

    @Test
    void thatMuchDataSettlesItFourTimesOutOfFive() {
        GroupJudgement family = first(group("family", 100, 120, 1080), group("basic", 2700, 3000, 27000));
        double growth = family.settlement().orElseThrow().growth();
        int leavers = (int) (120 * growth);
        int ofReference = (int) (3000 * growth);
        var random = new SplittableRandom(3);
        int passes = 0;
        for (int i = 0; i < 500; i++) {
            long found = random.doubles(leavers).filter(u -> u < 100 / 120.0).count();
            long others = random.doubles(ofReference).filter(u -> u < .9).count();
            Verdict verdict = first(
                            group("family", found, leavers, 9L * leavers), group("basic", others, ofReference, 27000))
                    .verdict();
            passes += verdict == Verdict.PASS ? 1 : 0;
        }

        // 80 % ± 4 standard errors of five hundred trials
        assertThat(passes).isBetween(364, 436);
    }

    @Test
    void anEstimateOutsideTheToleranceIsNearerToAFailure() {
        GroupJudgement family = first(group("family", 29, 40, 60), group("basic", 900, 1000, 1000));

        Settlement settlement = family.settlement().orElseThrow();

        assertThat(family.reason()).isEqualTo(ReasonCode.POINT_OUTSIDE);
        assertThat(settlement.towards()).isEqualTo(Verdict.FAIL);
        assertThat(settlement.growth()).isBetween(1.5, 20.0);
        long k = (long) Math.ceil(2 * settlement.growth());
        assertThat(first(group("family", 29 * k, 40 * k, 60 * k), group("basic", 900 * k, 1000 * k, 1000 * k))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void atTheEdgeOfTheToleranceMoreDataWillNotSettleIt() {
        GroupJudgement family = first(group("family", 80, 100, 100), group("basic", 900, 1000, 1000));

        assertThat(family.settlement().orElseThrow().growth()).isInfinite();
        assertThat(family.settlement().orElseThrow().moreDataWillNotSettleThis())
                .isTrue();
        assertThat(new Settlement(Verdict.PASS, 20, 1, 1).moreDataWillNotSettleThis())
                .isFalse();
        assertThat(new Settlement(Verdict.PASS, 20.01, 1, 1).moreDataWillNotSettleThis())
                .isTrue();
    }

    @Test
    void aSmallGroupIsTakenToBeAtParityAndOneUnderTheLeastShareNeverGrowsOutOfIt() {
        GroupJudgement isle = first(group("isle", 5, 20, 60), group("east", 900, 1000, 1000));
        GroupJudgement reef = first(group("reef", 5, 20, 10), group("east", 900, 1000, 1000));

        assertThat(isle.reason()).isEqualTo(ReasonCode.SMALL_GROUP);
        assertThat(isle.settlement().orElseThrow().towards()).isEqualTo(Verdict.PASS);
        assertThat(isle.settlement().orElseThrow().growth()).isBetween(1.5, 20.0);
        assertThat(reef.reason()).isEqualTo(ReasonCode.SMALL_GROUP);
        assertThat(reef.settlement().orElseThrow().growth()).isInfinite();
    }

    @Test
    void aGroupWithoutLeaversNeedsAsManySubscribersAsTheReferencesBaseRateImplies() {
        // The reference has 1,000 leavers in 4,000, so 200 members stand for 50.
        GroupJudgement young = first(group("young", 0, 0, 200), group("old", 900, 1000, 3000));
        GroupJudgement likely = first(group("young", 6, 10, 190), group("old", 900, 1000, 3000));

        assertThat(young.reason()).isEqualTo(ReasonCode.ZERO_DENOMINATOR);
        assertThat(young.settlement().orElseThrow().growth()).isBetween(1.5, 5.0);
        // A group that loses a twentieth of its members needs five times as many of them.
        assertThat(likely.settlement().orElseThrow().growth())
                .isCloseTo(5 * young.settlement().orElseThrow().growth(), within(.5));
    }

    @Test
    void whereTheReferenceHasNoEventNothingSettlesItAndAVerdictNeedsNoSettling() {
        assertThat(first(group("young", 10, 100, 400), group("old", 0, 1000, 3000))
                        .settlement()
                        .orElseThrow()
                        .growth())
                .isInfinite();
        assertThat(first(group("young", 900, 1000, 400), group("old", 900, 1000, 3000))
                        .settlement())
                .isEmpty();
    }
}
