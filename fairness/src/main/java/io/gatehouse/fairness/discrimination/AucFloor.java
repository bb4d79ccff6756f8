package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;

/**
 * The least AUC that a model must have, by its estimate: the interval is shown beside it and does not decide.
 *
 * @param floor in 0..1
 * @param minClassSize fewest rows of either label for any statement
 * @param confidence of the interval shown
 */
public record AucFloor(double floor, int minClassSize, double confidence) {

    /** @throws IllegalArgumentException if a parameter lies outside its range */
    public AucFloor {
        Arguments.share("floor", floor);
        Arguments.count("minClassSize", minClassSize);
        Arguments.confidence(confidence);
    }

    /** With at least 30 rows of either label, and a 95 % interval. */
    public static AucFloor of(double floor) {
        return new AucFloor(floor, 30, 0.95);
    }

    /** PASS at or above the floor, FAIL below it, INCONCLUSIVE with too few rows. */
    public Judgement judge(Auc auc) {
        Interval interval = auc.interval(confidence);
        Verdict verdict;
        ReasonCode reason;
        if (auc.smallerClass() < minClassSize || Double.isNaN(auc.value())) {
            verdict = Verdict.INCONCLUSIVE;
            reason = ReasonCode.TOO_FEW_ROWS;
        } else if (Tolerant.atLeast(auc.value(), floor)) {
            verdict = Verdict.PASS;
            reason = ReasonCode.MET;
        } else {
            verdict = Verdict.FAIL;
            reason = ReasonCode.BELOW_FLOOR;
        }
        return new Judgement(verdict, reason, auc.value(), interval, confidence, floor, auc.rows());
    }
}
