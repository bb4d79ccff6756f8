package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;

/**
 * What a {@link FairnessGate} says of all attributes.
 *
 * @param verdict of all of them together
 * @param multiplicity how many comparisons were made, m of Bonferroni's correction
 * @param segments one per attribute and rule
 */
public record FairnessJudgement(Verdict verdict, int multiplicity, List<SegmentJudgement> segments) {

    public FairnessJudgement {
        segments = List.copyOf(segments);
    }
}
