package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.Optional;

/**
 * What a {@link ToleranceRule} says of one group.
 *
 * @param verdict PASS, FAIL or INCONCLUSIVE
 * @param reason why
 * @param comparison the statistics it was judged by
 * @param pointMeets whether the estimates alone meet the tolerance; information beside the verdict, not part of it
 * @param neededSample how many rows a verdict would need; for INCONCLUSIVE only, and not where the reference's rate is 0
 */
public record ToleranceJudgement(
        Verdict verdict,
        ReasonCode reason,
        GroupComparison comparison,
        boolean pointMeets,
        Optional<NeededSample> neededSample) {}
