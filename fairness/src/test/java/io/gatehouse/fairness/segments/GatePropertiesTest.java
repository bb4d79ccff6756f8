package io.gatehouse.fairness.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every table that a gate reads, over a hundred tables drawn under a fixed seed. */
class GatePropertiesTest {

    private static final FairnessGate GATE = new FairnessGate(
            List.of(
                    ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, .8, .1),
                    ToleranceRule.of(Rate.FALSE_POSITIVE_RATE, .8, .1)),
            Map.of(),
            SmallGroups.onlyNamedBlock());

    private static SegmentCounts draw(SplittableRandom random) {
        List<SegmentCounts.Group> groups = new ArrayList<>();
        int size = random.nextInt(2, 6);
        for (int i = 0; i < size; i++) {
            groups.add(new SegmentCounts.Group(
                    "group " + i,
                    new ConfusionCounts(
                            random.nextLong(800, 1200) / (i == 3 ? 40 : 1),
                            random.nextLong(400, 600),
                            random.nextLong(200, 400) / (i == 3 ? 40 : 1),
                            random.nextLong(1500, 2500) + i)));
        }
        return new SegmentCounts("attribute", groups);
    }

    @Test
    void newNamesAndAnotherOrderGiveTheSameVerdicts() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            SegmentCounts there = draw(random);
            List<SegmentCounts.Group> renamed = new ArrayList<>();
            there.groups().forEach(group -> renamed.add(new SegmentCounts.Group("Z" + group.value(), group.counts())));
            Collections.reverse(renamed);

            FairnessJudgement first = GATE.judge(List.of(there));
            FairnessJudgement second = GATE.judge(List.of(new SegmentCounts("attribute", renamed)));

            assertThat(second.verdict()).isEqualTo(first.verdict());
            assertThat(second.family()).isEqualTo(first.family());
            for (int rule = 0; rule < 2; rule++) {
                Map<ConfusionCounts, Verdict> verdicts =
                        verdicts(first.segments().get(rule));
                assertThat(verdicts(second.segments().get(rule))).isEqualTo(verdicts);
            }
        }
    }

    @Test
    void verdictsWithoutTheirExplanationAreTheSameVerdicts() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            List<SegmentCounts> segments = List.of(draw(random));
            List<IntersectionCounts> pairs = List.of(crossed(random));
            FairnessJudgement explained = GATE.judge(segments, pairs);
            FairnessJudgement alone = GATE.judge(segments, pairs, FairnessGate.Depth.VERDICTS);

            assertThat(alone.verdict()).isEqualTo(explained.verdict());
            assertThat(alone.family()).isEqualTo(explained.family());
            assertThat(unexplained(alone.segments())).isEqualTo(unexplained(explained.segments()));
            assertThat(unexplained(alone.intersections())).isEqualTo(unexplained(explained.intersections()));
        }
    }

    private static IntersectionCounts crossed(SplittableRandom random) {
        List<IntersectionCounts.Cell> cells = new ArrayList<>();
        for (String age : List.of("young", "old")) {
            for (SegmentCounts.Group group : draw(random).groups()) {
                cells.add(new IntersectionCounts.Cell(age, group.value(), group.counts()));
            }
        }
        return new IntersectionCounts("age", "attribute", cells);
    }

    private static List<List<Object>> unexplained(List<SegmentJudgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> judgement.groups().stream()
                        .map(group -> List.<Object>of(
                                judgement.attribute(),
                                judgement.verdict(),
                                judgement.reason(),
                                group.group(),
                                group.verdict(),
                                group.reason(),
                                group.judgement().comparison(),
                                group.tooSmallToJudge(),
                                group.blocks())))
                .toList();
    }

    private static Map<ConfusionCounts, Verdict> verdicts(SegmentJudgement judgement) {
        return judgement.groups().stream().collect(Collectors.toMap(GroupJudgement::counts, GroupJudgement::verdict));
    }

    @Test
    void partsOfAGroupAddUpToTheGroup() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 100; i++) {
            ConfusionCounts one = draw(random).groups().getFirst().counts();
            ConfusionCounts other = draw(random).groups().getFirst().counts();
            ConfusionCounts both = one.plus(other);
            assertThat(both).isEqualTo(other.plus(one));
            for (Rate rate : Rate.values()) {
                assertThat(rate.of(both).successes())
                        .isEqualTo(rate.of(one).successes() + rate.of(other).successes());
                assertThat(rate.of(both).trials())
                        .isEqualTo(rate.of(one).trials() + rate.of(other).trials());
            }
        }
    }

    @Test
    void aPassAndAFailureStayWhatTheyAreWithTenTimesTheSameData() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            SegmentCounts few = draw(random);
            List<SegmentCounts.Group> tenfold = few.groups().stream()
                    .map(group -> new SegmentCounts.Group(group.value(), times(group.counts(), 10)))
                    .toList();
            FairnessJudgement before = GATE.judge(List.of(few));
            FairnessJudgement after = GATE.judge(List.of(new SegmentCounts("attribute", tenfold)));
            for (int rule = 0; rule < 2; rule++) {
                Map<String, Verdict> settled = byName(after.segments().get(rule));
                byName(before.segments().get(rule)).forEach((name, verdict) -> {
                    if (verdict == Verdict.PASS || verdict == Verdict.FAIL) {
                        assertThat(settled.get(name)).isEqualTo(verdict);
                    }
                });
            }
        }
    }

    private static Map<String, Verdict> byName(SegmentJudgement judgement) {
        return judgement.groups().stream().collect(Collectors.toMap(GroupJudgement::group, GroupJudgement::verdict));
    }

    private static ConfusionCounts times(ConfusionCounts counts, long k) {
        return new ConfusionCounts(
                k * counts.truePositives(),
                k * counts.falsePositives(),
                k * counts.falseNegatives(),
                k * counts.trueNegatives());
    }

    @Test
    void aStricterToleranceNeverTurnsAFailureIntoAPass() {
        var random = new SplittableRandom(4);
        for (int i = 0; i < 100; i++) {
            SegmentCounts drawn = draw(random);
            Verdict lenient = withTolerance(.7, .3).judge(List.of(drawn)).verdict();
            Verdict strict = withTolerance(.9, .05).judge(List.of(drawn)).verdict();
            if (strict == Verdict.PASS) {
                assertThat(lenient).isEqualTo(Verdict.PASS);
            }
            if (lenient == Verdict.FAIL) {
                assertThat(strict).isEqualTo(Verdict.FAIL);
            }
        }
    }

    private static FairnessGate withTolerance(double tolerance, double cap) {
        return new FairnessGate(
                List.of(ToleranceRule.of(Rate.TRUE_POSITIVE_RATE, tolerance, cap)), Map.of(), SmallGroups.allBlock());
    }
}
