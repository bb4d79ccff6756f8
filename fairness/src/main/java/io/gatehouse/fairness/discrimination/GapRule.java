package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;

/**
 * How far the AUC on validation rows may lie above that on test rows. A large gap means that the model was selected too often by its
 * validation figure; a test figure above validation, more than chance allows, is a suspicion of leakage and reported as a finding. Both
 * are judged by interval, since an honest run shows either now and then.
 *
 * @param limit of the gap, at least 0
 * @param minClassSize fewest rows of either label, in both splits, for any statement
 * @param confidence of the interval
 */
public record GapRule(double limit, int minClassSize, double confidence) {

    /** @throws IllegalArgumentException if a parameter lies outside its range */
    public GapRule {
        Arguments.share("limit", limit);
        Arguments.count("minClassSize", minClassSize);
        Arguments.confidence(confidence);
    }

    /** With at least 30 rows of either label, and a 95 % interval. */
    public static GapRule of(double limit) {
        return new GapRule(limit, 30, 0.95);
    }

    /**
     * FAIL if the whole interval of validation minus test lies above the limit. INCONCLUSIVE with too few rows, if the estimate alone lies
     * above it, or if the interval reaches farther than the limit to either side of the estimate, so that a gap of that size could hide
     * in it. Otherwise PASS, with {@link ReasonCode#TEST_ABOVE_VALIDATION} if the whole interval lies below 0.
     */
    public Judgement judge(Auc validation, Auc test) {
        AucDifference gap = DeLong.unpaired(validation, test);
        Interval interval = gap.interval(confidence);
        ReasonCode reason = reason(gap, interval);
        Verdict verdict = switch (reason) {
            case GAP_TOO_LARGE -> Verdict.FAIL;
            case MET, TEST_ABOVE_VALIDATION -> Verdict.PASS;
            default -> Verdict.INCONCLUSIVE;
        };
        return new Judgement(
                verdict, reason, gap.value(), interval, confidence, limit, validation.rows() + test.rows());
    }

    private ReasonCode reason(AucDifference gap, Interval interval) {
        if (tooFew(gap.first()) || tooFew(gap.second()) || Double.isNaN(gap.standardError())) {
            return ReasonCode.TOO_FEW_ROWS;
        }
        if (interval.liesAbove(limit)) {
            return ReasonCode.GAP_TOO_LARGE;
        }
        if (Tolerant.above(gap.value(), limit)) {
            return ReasonCode.POINT_OUTSIDE;
        }
        if (Tolerant.above(interval.width() / 2, limit)) {
            return ReasonCode.POINT_INSIDE_LOW_POWER;
        }
        return interval.liesBelow(0) ? ReasonCode.TEST_ABOVE_VALIDATION : ReasonCode.MET;
    }

    private boolean tooFew(Auc auc) {
        return auc.smallerClass() < minClassSize;
    }
}
