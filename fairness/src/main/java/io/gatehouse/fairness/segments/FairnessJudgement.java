package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;

/**
 * What a {@link FairnessGate} says of all attributes.
 *
 * @param verdict of all of them together, gated intersections included
 * @param family the comparisons that share one correction for being many
 * @param segments one per attribute and rule
 * @param intersections one per pair of attributes and rule; all are published, those groups gated that are large enough
 */
public record FairnessJudgement(
        Verdict verdict, Family family, List<SegmentJudgement> segments, List<SegmentJudgement> intersections) {

    public FairnessJudgement {
        segments = List.copyOf(segments);
        intersections = List.copyOf(intersections);
    }

    /** How many comparisons were made, m of Bonferroni's correction. */
    public int multiplicity() {
        return Math.max(1, family.comparisons());
    }

    /** The groups of single attributes that are too few to judge by some rule, whether or not they block: what to read first. */
    public List<SmallGroups.Name> tooFewToJudge() {
        return segments.stream()
                .flatMap(segment -> segment.groups().stream()
                        .filter(GroupJudgement::tooSmallToJudge)
                        .map(group -> new SmallGroups.Name(segment.attribute(), group.group())))
                .distinct()
                .toList();
    }
}
