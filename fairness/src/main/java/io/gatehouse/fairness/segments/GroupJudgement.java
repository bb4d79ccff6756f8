package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.Optional;

/**
 * One group of an attribute, as a rule judged it.
 *
 * @param of the group with the counts of its members
 * @param judgement the verdict with its statistics; NOT_APPLICABLE for the reference group itself
 * @param tooSmallToJudge whether it has too few members, whatever its rate; listed first
 * @param blocks whether the verdict counts; it does not for the reference, nor for a small group that the policy lets pass
 * @param parityTest whether the gap is more than chance; for judged groups only
 * @param settlement how many subscribers would settle it; for INCONCLUSIVE only
 */
public record GroupJudgement(
        SegmentCounts.Group of,
        ToleranceJudgement judgement,
        boolean tooSmallToJudge,
        boolean blocks,
        Optional<ParityTest> parityTest,
        Optional<Settlement> settlement) {

    /** Value of the attribute. */
    public String group() {
        return of.value();
    }

    /** Of its members, each once. */
    public ConfusionCounts counts() {
        return of.counts();
    }

    /** What the rule says. */
    public Verdict verdict() {
        return judgement.verdict();
    }

    /** Why it says so. */
    public ReasonCode reason() {
        return judgement.reason();
    }

    static GroupJudgement ofReference(SegmentCounts.Group group, ToleranceRule rule) {
        GroupComparison comparison = GroupComparison.ofReference(group.rate(rule.rate()));
        ToleranceJudgement judgement = new ToleranceJudgement(
                Verdict.NOT_APPLICABLE,
                ReasonCode.REFERENCE_GROUP,
                comparison,
                rule.pointMeets(comparison),
                Optional.empty());
        return new GroupJudgement(group, judgement, false, false, Optional.empty(), Optional.empty());
    }
}
