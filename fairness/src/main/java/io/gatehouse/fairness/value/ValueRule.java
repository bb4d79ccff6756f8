package io.gatehouse.fairness.value;

import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Tolerant;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.ReasonCode;
import io.gatehouse.fairness.verdicts.Verdict;

/**
 * Whether a challenger pays for itself: worth more than contacting nobody, and not worse than the champion in value nor in AUC, each with
 * one-sided confidence. The three can disagree: two models of equal AUC may be worth very different sums at the acting threshold.
 *
 * @param confidence one-sided, of every bound; the interval shown is two-sided with the same ends, so 0.95 shows 90 %
 * @param championMargin how much worse than the champion is still as good, as a share of the champion's value
 * @param aucMargin how much lower an AUC is still as good
 * @param minRows fewest customers for any statement
 */
public record ValueRule(double confidence, double championMargin, double aucMargin, int minRows) {

    /** @throws IllegalArgumentException if a parameter lies outside its range */
    public ValueRule {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must lie between 0.5 and 1: " + confidence);
        }
        Arguments.share("championMargin", championMargin);
        Arguments.share("aucMargin", aucMargin);
        Arguments.count("minRows", minRows);
    }

    /** Confidence 95 %, margins 2 % of the champion's value and 0.01 of AUC, at least 30 customers. */
    public static ValueRule withDefaults() {
        return new ValueRule(0.95, 0.02, 0.01, 30);
    }

    /**
     * PASS if the value per customer exceeds 0 with confidence. A first champion has only this comparison. FAIL if it stays at or below 0
     * with confidence, as where nobody is contacted.
     */
    public Judgement againstNobody(MeanValue value) {
        Interval interval = value.interval(twoSided());
        ReasonCode reason;
        if (value.effectiveRows() < minRows) {
            reason = ReasonCode.TOO_FEW_ROWS;
        } else if (interval.liesAbove(0)) {
            reason = ReasonCode.MET;
        } else if (interval.high() <= 0) {
            reason = ReasonCode.VALUE_NOT_POSITIVE;
        } else {
            reason = value.mean() > 0 ? ReasonCode.POINT_INSIDE_LOW_POWER : ReasonCode.POINT_OUTSIDE;
        }
        return judgement(reason, value.mean(), interval, 0, value.rows());
    }

    /** PASS if the challenger is worth at least the champion less the margin, with confidence; FAIL if it is worth less than that. */
    public Judgement againstChampion(PairedValue value) {
        MeanValue difference = value.difference();
        double margin = value.margin(championMargin);
        Interval interval = difference.interval(twoSided());
        ReasonCode reason = difference.effectiveRows() < minRows
                ? ReasonCode.TOO_FEW_ROWS
                : nonInferiority(difference.mean(), interval, margin);
        return judgement(reason, difference.mean(), interval, -margin, difference.rows());
    }

    /** The same of the AUC, on the same rows: the challenger's first, the champion's second. */
    public Judgement againstChampion(AucDifference auc) {
        Interval interval = auc.interval(twoSided());
        boolean tooFew = auc.first().effectivePositives() + auc.first().effectiveNegatives() < minRows
                || Double.isNaN(auc.standardError());
        ReasonCode reason = tooFew ? ReasonCode.TOO_FEW_ROWS : nonInferiority(auc.value(), interval, aucMargin);
        return judgement(reason, auc.value(), interval, -aucMargin, auc.first().rows());
    }

    private static ReasonCode nonInferiority(double estimate, Interval interval, double margin) {
        if (interval.liesAbove(0)) {
            return ReasonCode.SUPERIOR;
        }
        if (Tolerant.atLeast(interval.low(), -margin)) {
            return ReasonCode.NON_INFERIOR;
        }
        if (interval.liesBelow(-margin)) {
            return ReasonCode.INFERIOR;
        }
        return estimate >= -margin ? ReasonCode.POINT_INSIDE_LOW_POWER : ReasonCode.POINT_OUTSIDE;
    }

    private double twoSided() {
        return 2 * confidence - 1;
    }

    private Judgement judgement(ReasonCode reason, double estimate, Interval interval, double threshold, long rows) {
        Verdict verdict = switch (reason) {
            case MET, SUPERIOR, NON_INFERIOR -> Verdict.PASS;
            case VALUE_NOT_POSITIVE, INFERIOR -> Verdict.FAIL;
            default -> Verdict.INCONCLUSIVE;
        };
        return new Judgement(verdict, reason, estimate, interval, twoSided(), threshold, rows);
    }
}
