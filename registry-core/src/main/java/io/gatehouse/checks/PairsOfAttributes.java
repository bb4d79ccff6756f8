package io.gatehouse.checks;

import io.gatehouse.fairness.segments.FairnessGate;
import io.gatehouse.fairness.segments.FairnessJudgement;
import io.gatehouse.fairness.segments.IntersectionCounts;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.segments.SegmentJudgement;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyDocument;
import java.util.List;

/**
 * Single attributes and pairs of them, judged as the policy has it. Unless pairs must pass too, they are a family of their own, so that
 * looking at them costs the single attributes no certainty.
 *
 * @param singles the judgement of the single attributes, gated pairs included
 * @param pairs all pairs, published in any case
 * @param deciding those of them that decide
 */
record PairsOfAttributes(FairnessJudgement singles, List<SegmentJudgement> pairs, List<SegmentJudgement> deciding) {

    static PairsOfAttributes judged(
            FairnessGate gate,
            PolicyDocument.Intersections asked,
            List<SegmentCounts> segments,
            List<IntersectionCounts> crossed,
            FairnessGate.Depth depth) {
        FairnessJudgement together = gate.judge(segments, crossed, depth);
        List<SegmentJudgement> pairs = together.intersections();
        boolean oneFamily = asked == PolicyDocument.Intersections.GATED || crossed.isEmpty();
        FairnessJudgement singles = oneFamily ? together : gate.judge(segments, List.of(), depth);
        return switch (asked) {
            case GATED ->
                new PairsOfAttributes(
                        singles,
                        pairs,
                        pairs.stream().filter(PairsOfAttributes::isJudged).toList());
            case HARM_BLOCKS ->
                new PairsOfAttributes(
                        singles,
                        pairs,
                        pairs.stream()
                                .filter(pair -> pair.verdict() == Verdict.FAIL)
                                .toList());
            case SHOWN -> new PairsOfAttributes(singles, pairs, List.of());
        };
    }

    private static boolean isJudged(SegmentJudgement pair) {
        return pair.verdict() == Verdict.PASS
                || pair.verdict() == Verdict.FAIL
                || pair.groups().stream().anyMatch(group -> group.blocks());
    }

    /** The verdict on all that decides. */
    Verdict verdict() {
        boolean harm = deciding.stream().anyMatch(pair -> pair.verdict() == Verdict.FAIL);
        return harm && singles.verdict() != Verdict.ERROR ? Verdict.FAIL : singles.verdict();
    }
}
