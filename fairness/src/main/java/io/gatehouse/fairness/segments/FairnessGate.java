package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges every group of every attribute by every rule, in one run whose comparisons share one correction for their number.
 *
 * <p>The reference of an attribute is the group that the policy names, else the largest; {@link SegmentCounts#UNKNOWN} is judged like any
 * other group, and never the reference unless named. The reference with the best rate would be noisy: a tiny group with an extreme rate
 * would be the measure of all others.
 *
 * @param rules each with a rate, judged by itself; all must pass
 * @param references the value of the reference group by attribute, for attributes that have a predefined one
 * @param smallGroups which groups block although they are too small to judge
 */
public record FairnessGate(List<ToleranceRule> rules, Map<String, String> references, SmallGroups smallGroups) {

    /** @throws IllegalArgumentException if there is no rule */
    public FairnessGate {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("rules must not be empty");
        }
        rules = List.copyOf(rules);
        references = Map.copyOf(references);
    }

    /**
     * The judgement of all attributes, in their order and for each in the order of the rules. Without an attribute nothing was judged,
     * which is INCONCLUSIVE and never a pass.
     */
    public FairnessJudgement judge(List<SegmentCounts> segments) {
        int multiplicity =
                Math.max(1, segments.stream().mapToInt(this::comparisons).sum());
        List<SegmentJudgement> judgements = new ArrayList<>();
        for (SegmentCounts segment : segments) {
            for (ToleranceRule rule : rules) {
                judgements.add(judge(segment, rule, multiplicity));
            }
        }
        Verdict verdict = judgements.isEmpty()
                ? Verdict.INCONCLUSIVE
                : Verdict.ofAll(
                        judgements.stream().map(SegmentJudgement::verdict).toList());
        return new FairnessJudgement(verdict, multiplicity, judgements);
    }

    /** How many comparisons this attribute adds to the family: those that lead to a judgement. */
    private int comparisons(SegmentCounts segment) {
        Optional<SegmentCounts.Group> reference = reference(segment);
        if (reference.isEmpty()) {
            return 0;
        }
        int comparisons = 0;
        for (SegmentCounts.Group group : segment.groups()) {
            for (ToleranceRule rule : rules) {
                boolean other = !group.equals(reference.get());
                if (other && largeEnough(group, segment, rule) && !hasObstacle(group, reference.get(), rule)) {
                    comparisons++;
                }
            }
        }
        return comparisons;
    }

    private SegmentJudgement judge(SegmentCounts segment, ToleranceRule rule, int multiplicity) {
        Optional<SegmentCounts.Group> reference = reference(segment);
        if (reference.isEmpty() && references.containsKey(segment.attribute())) {
            return undecided(
                    segment, rule, references.get(segment.attribute()), Verdict.ERROR, ReasonCode.REFERENCE_MISSING);
        }
        if (reference.isEmpty()) {
            return undecided(segment, rule, "", Verdict.INCONCLUSIVE, ReasonCode.NOTHING_JUDGED);
        }
        String name = reference.get().value();
        if (segment.groups().size() == 1) {
            return undecided(segment, rule, name, Verdict.NOT_APPLICABLE, ReasonCode.SINGLE_GROUP);
        }
        List<GroupJudgement> groups = new ArrayList<>();
        for (SegmentCounts.Group group : segment.groups()) {
            groups.add(judge(segment, group, reference.get(), rule, multiplicity));
        }
        // Stable: those that are too small to judge come first, all keep their order otherwise.
        groups.sort(Comparator.comparing(GroupJudgement::tooSmallToJudge).reversed());
        return SegmentJudgement.of(segment.attribute(), rule, name, groups);
    }

    private GroupJudgement judge(
            SegmentCounts segment,
            SegmentCounts.Group group,
            SegmentCounts.Group reference,
            ToleranceRule rule,
            int multiplicity) {
        if (group.equals(reference)) {
            return GroupJudgement.ofReference(group, rule);
        }
        Proportion rate = rule.rate().of(group.counts());
        Proportion referenceRate = rule.rate().of(reference.counts());
        ToleranceJudgement judgement = largeEnough(group, segment, rule)
                ? rule.judge(rate, referenceRate, multiplicity)
                : rule.tooSmall(rate, referenceRate, multiplicity);
        boolean tooSmall = judgement.reason() == ReasonCode.SMALL_GROUP
                || (judgement.reason() == ReasonCode.ZERO_DENOMINATOR && rate.trials() == 0);
        boolean blocks = !tooSmall || smallGroups.block(segment.attribute(), group.value());
        return new GroupJudgement(group.value(), group.counts(), judgement, tooSmall, blocks);
    }

    private static SegmentJudgement undecided(
            SegmentCounts segment, ToleranceRule rule, String reference, Verdict verdict, ReasonCode reason) {
        return new SegmentJudgement(segment.attribute(), rule, reference, verdict, reason, List.of());
    }

    private Optional<SegmentCounts.Group> reference(SegmentCounts segment) {
        String named = references.get(segment.attribute());
        if (named != null) {
            return segment.groups().stream()
                    .filter(group -> group.value().equals(named))
                    .findFirst();
        }
        // Of equally large groups the first; UNKNOWN only where there is no other.
        Comparator<SegmentCounts.Group> bySize =
                Comparator.comparingLong(group -> group.counts().total());
        return segment.groups().stream()
                .sorted(Comparator.comparing(FairnessGate::isUnknown).thenComparing(bySize.reversed()))
                .findFirst();
    }

    private static boolean isUnknown(SegmentCounts.Group group) {
        return group.value().equals(SegmentCounts.UNKNOWN);
    }

    private static boolean largeEnough(SegmentCounts.Group group, SegmentCounts segment, ToleranceRule rule) {
        double share = (double) group.counts().total() / segment.total();
        return Tolerant.atLeast(share, rule.minShare());
    }

    private static boolean hasObstacle(SegmentCounts.Group group, SegmentCounts.Group reference, ToleranceRule rule) {
        return rule.obstacle(rule.rate().of(group.counts()), rule.rate().of(reference.counts()))
                .isPresent();
    }
}
