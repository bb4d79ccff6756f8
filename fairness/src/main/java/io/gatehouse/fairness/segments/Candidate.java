package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.hypotheses.Significance;
import io.gatehouse.fairness.hypotheses.TwoProportions;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.Optional;

/**
 * A group that one rule is about to hold against its reference.
 *
 * @param table of the attribute or intersection
 * @param rule that judges
 * @param group of the table
 * @param reference of the table
 * @param unjudgedFor why this group is not held against the rule at all, if so
 */
record Candidate(
        SegmentTable table,
        ToleranceRule rule,
        SegmentCounts.Group group,
        SegmentCounts.Group reference,
        Optional<ReasonCode> unjudgedFor) {

    static Candidate of(
            SegmentTable table,
            ToleranceRule rule,
            SegmentCounts.Group group,
            SegmentCounts.Group reference,
            double pairPower) {
        Proportion rate = group.rate(rule.rate());
        Proportion referenceRate = reference.rate(rule.rate());
        ReasonCode reason = null;
        if (table.intersection()) {
            reason = rule.canSettle(rate, referenceRate, pairPower) ? null : ReasonCode.INTERSECTION_TOO_SMALL;
        } else if (!Tolerant.atLeast(table.counts().shareOf(group), rule.minShare())) {
            reason = ReasonCode.SMALL_GROUP;
        }
        return new Candidate(table, rule, group, reference, Optional.ofNullable(reason));
    }

    boolean isReference() {
        return group.value().equals(reference.value());
    }

    /** Whether this comparison leads to a judgement and so counts in the family. */
    boolean isJudged() {
        return !isReference()
                && unjudgedFor.isEmpty()
                && rule.obstacle(rate(), referenceRate()).isEmpty();
    }

    /** P-value of equal rates. */
    double pValue() {
        return significance().pValue();
    }

    /** Effective counts have no exact test, however few events there are. */
    private Significance significance() {
        return group.weights() == null
                ? TwoProportions.test(rate(), referenceRate())
                : TwoProportions.chiSquared(rate(), referenceRate());
    }

    GroupJudgement judge(int multiplicity, SmallGroups smallGroups, double adjustedPValue, FairnessGate.Depth depth) {
        if (isReference()) {
            return GroupJudgement.ofReference(group, rule);
        }
        ToleranceJudgement judgement = unjudgedFor
                .map(reason -> rule.unjudged(rate(), referenceRate(), multiplicity, reason, depth))
                .orElseGet(() -> rule.judge(rate(), referenceRate(), multiplicity, depth));
        boolean tooSmall = judgement.reason() == ReasonCode.SMALL_GROUP
                || judgement.reason() == ReasonCode.INTERSECTION_TOO_SMALL
                || (judgement.reason() == ReasonCode.ZERO_DENOMINATOR && rate().trials() == 0);
        boolean blocks = table.intersection()
                ? isJudged()
                : !tooSmall || smallGroups.block(table.counts().attribute(), group.value());
        if (depth == FairnessGate.Depth.VERDICTS) {
            return new GroupJudgement(group, judgement, tooSmall, blocks, Optional.empty(), Optional.empty());
        }
        return new GroupJudgement(
                group,
                judgement,
                tooSmall,
                blocks,
                isJudged() ? Optional.of(new ParityTest(significance(), adjustedPValue)) : Optional.empty(),
                settlement(judgement, multiplicity));
    }

    private Optional<Settlement> settlement(ToleranceJudgement judgement, int multiplicity) {
        if (judgement.verdict() != Verdict.INCONCLUSIVE) {
            return Optional.empty();
        }
        boolean tooSmallAShare = unjudgedFor.equals(Optional.of(ReasonCode.SMALL_GROUP));
        return Optional.of(
                tooSmallAShare
                        ? Settlement.ofShare(group.counts(), table.total())
                        : Settlement.of(rule, judgement, group, reference, multiplicity, table.total()));
    }

    private Proportion rate() {
        return group.rate(rule.rate());
    }

    private Proportion referenceRate() {
        return reference.rate(rule.rate());
    }
}
