package io.gatehouse.fairness.calibration;

import io.gatehouse.fairness.hypotheses.Significance;
import io.gatehouse.fairness.hypotheses.Significance.Method;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;

/**
 * How good and how honest the scores of a group are, from its sums alone. The null hypothesis of both tests is that every row's score is
 * its true probability.
 *
 * @param rows of the group
 * @param baseRate share of positives; NaN without rows
 * @param brier mean of (p−y)², 0 is perfect; NaN without rows. scikit-learn {@code brier_score_loss}. It depends on the base rate, so groups
 *     are compared by the skill
 * @param brierSkill 1 − brier/(π(1−π)) with the base rate π: 1 is perfect, 0 as good as giving everybody the base rate, negative worse; NaN
 *     with one class only. scikit-learn {@code d2_brier_score}
 * @param observedOverExpected Σy/Σp: 1 is parity, above 1 the scores are too low on the whole; NaN for 0/0
 * @param inTheLarge z = (Σy − Σp)/√Σp(1−p) and its two-sided p-value; NaN where every score is 0 or 1
 * @param spiegelhalter z = Σ(y−p)(1−2p)/√Σ(1−2p)²p(1−p) and its two-sided p-value; NaN where every score is 0, ½ or 1. R
 *     {@code rms::val.prob}. Source: Spiegelhalter (1986), Statistics in Medicine 5:421
 * @param errorOfRatio standard error of Σy/Σp if the scores are right: √Σp(1−p)/Σp
 */
public record CalibrationTests(
        long rows,
        double baseRate,
        double brier,
        double brierSkill,
        double observedOverExpected,
        Significance inTheLarge,
        Significance spiegelhalter,
        double errorOfRatio) {

    /** The statistics of a group with these sums. */
    public static CalibrationTests of(CalibrationSums sums) {
        double rows = sums.rows();
        double expected = sums.sumOfScores().doubleValue();
        double deviation = Math.sqrt(sums.sumOfVariances().doubleValue());
        double baseRate = sums.positives() / rows;
        double brier = sums.sumOfSquaredErrors().doubleValue() / rows;
        double uncertainty = baseRate * (1 - baseRate);
        return new CalibrationTests(
                sums.rows(),
                baseRate,
                brier,
                uncertainty == 0 ? Double.NaN : 1 - brier / uncertainty,
                sums.positives() / expected,
                significance(Method.OBSERVED_EXPECTED_Z, sums.positives() - expected, deviation),
                significance(
                        Method.SPIEGELHALTER_Z,
                        sums.spiegelhalterNumerator().doubleValue(),
                        Math.sqrt(sums.spiegelhalterVariance().doubleValue())),
                deviation / expected);
    }

    /**
     * Observed over expected ± z·√Σp(1−p)/Σp, not below 0; everything from 0 on where the ratio is undefined.
     *
     * @throws IllegalArgumentException if the confidence is not between 0 and 1
     */
    public Interval interval(double confidence) {
        return Interval.around(
                observedOverExpected,
                StandardNormal.twoSided(confidence) * errorOfRatio,
                new Interval(0, Double.POSITIVE_INFINITY));
    }

    private static Significance significance(Method method, double distance, double deviation) {
        double z = deviation == 0 ? Double.NaN : distance / deviation;
        return new Significance(method, z, StandardNormal.twoSidedPValue(z));
    }
}
