package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;

/**
 * What one rule says of the groups of one attribute.
 *
 * @param attribute that divides the rows
 * @param rule that judged
 * @param reference value of the group that the others were compared with; empty where there is no group at all
 * @param verdict of all groups that block
 * @param reason of the first group with that verdict, or why no group was judged
 * @param groups too small to judge first, the reference among the others; empty where none was judged
 */
public record SegmentJudgement(
        String attribute,
        ToleranceRule rule,
        String reference,
        Verdict verdict,
        ReasonCode reason,
        List<GroupJudgement> groups) {

    public SegmentJudgement {
        groups = List.copyOf(groups);
    }

    static SegmentJudgement of(String attribute, ToleranceRule rule, String reference, List<GroupJudgement> groups) {
        List<GroupJudgement> blocking =
                groups.stream().filter(GroupJudgement::blocks).toList();
        if (blocking.isEmpty()) {
            return new SegmentJudgement(
                    attribute, rule, reference, Verdict.INCONCLUSIVE, ReasonCode.NOTHING_JUDGED, groups);
        }
        Verdict verdict =
                Verdict.ofAll(blocking.stream().map(GroupJudgement::verdict).toList());
        ReasonCode reason = blocking.stream()
                .filter(group -> group.verdict() == verdict)
                .findFirst()
                .orElseThrow()
                .reason();
        return new SegmentJudgement(attribute, rule, reference, verdict, reason, groups);
    }
}
