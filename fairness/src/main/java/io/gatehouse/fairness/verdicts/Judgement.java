package io.gatehouse.fairness.verdicts;

import io.gatehouse.fairness.intervals.Interval;

/**
 * A verdict on one figure.
 *
 * @param verdict PASS, FAIL or INCONCLUSIVE
 * @param reason why
 * @param estimate the figure; NaN where it is undefined
 * @param interval of the figure, two-sided
 * @param confidence of the interval
 * @param threshold that the figure was held against
 * @param rows that it stands on
 */
public record Judgement(
        Verdict verdict,
        ReasonCode reason,
        double estimate,
        Interval interval,
        double confidence,
        double threshold,
        long rows) {}
