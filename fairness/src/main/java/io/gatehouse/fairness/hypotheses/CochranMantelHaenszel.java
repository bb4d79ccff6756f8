package io.gatehouse.fairness.hypotheses;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.StandardNormal;
import java.util.List;

/**
 * Two groups compared inside each stratum of a third attribute, so that an unequal mix of strata cannot make a gap or hide one (Simpson's
 * paradox). With a of n1 in the group, c of n2 in the reference and N = n1+n2 in a stratum, M = a+c:
 * χ² = (Σ(a − n1·M/N))² / Σ(n1·n2·M·(N−M) / (N²(N−1))), one degree of freedom, without continuity correction. The null hypothesis is equal
 * rates in every stratum.
 *
 * <p>Agrees with statsmodels {@code StratifiedTable.test_null_odds(correction=False)} and R {@code mantelhaen.test(correct=FALSE)}; Commons
 * Statistics has no such test. Source: Cochran (1954), Biometrics 10:417; Mantel and Haenszel (1959), JNCI 22:719.
 *
 * @param statistic χ²; NaN where no stratum has both groups and both outcomes
 * @param pValue of the statistic; NaN where that is
 * @param commonRatio Mantel–Haenszel ratio of rates, Σ(a·n2/N) / Σ(c·n1/N), as statsmodels {@code riskratio_pooled}; parity is 1, NaN for
 *     0/0, infinite where only the reference has no event
 */
public record CochranMantelHaenszel(double statistic, double pValue, double commonRatio) {

    /**
     * Both groups within one stratum.
     *
     * @param group events and members of the group
     * @param reference events and members of the reference group
     */
    public record Stratum(Proportion group, Proportion reference) {}

    /** The test over all strata; those with fewer than two rows say nothing and are left out. */
    public static CochranMantelHaenszel of(List<Stratum> strata) {
        double excess = 0;
        double variance = 0;
        double ofGroup = 0;
        double ofReference = 0;
        for (Stratum stratum : strata) {
            double n1 = stratum.group.trials();
            double n2 = stratum.reference.trials();
            double all = n1 + n2;
            double events = stratum.group.successes() + stratum.reference.successes();
            if (all < 2) {
                continue;
            }
            excess += stratum.group.successes() - n1 * events / all;
            variance += n1 * n2 / all * events / all * (all - events) / (all - 1);
            ofGroup += stratum.group.successes() * n2 / all;
            ofReference += stratum.reference.successes() * n1 / all;
        }
        double z = variance == 0 ? Double.NaN : excess / Math.sqrt(variance);
        return new CochranMantelHaenszel(z * z, StandardNormal.twoSidedPValue(z), ofGroup / ofReference);
    }
}
