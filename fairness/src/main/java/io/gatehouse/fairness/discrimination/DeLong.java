package io.gatehouse.fairness.discrimination;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * DeLong's variance of AUCs and of their difference, from whole-number sums of placements.
 *
 * <p>With V10 the placement of a positive in 0..1, V01 that of a negative, m positives and n negatives: AUC = mean V10 = mean V01,
 * variance = S10/m + S01/n with sample variances (divisor m−1, n−1), covariance alike. All sums and differences are exact; only the last
 * division rounds, so that the variance of a difference of two nearly equal models keeps its digits.
 *
 * <p>Agrees with R {@code pROC::var}, {@code cov} and {@code roc.test}. Source: DeLong, DeLong and Clarke-Pearson (1988), Biometrics
 * 44:837; Sun and Xu (2014), IEEE Signal Processing Letters 21:1389.
 */
public final class DeLong {

    private DeLong() {}

    /** AUC and its standard error. A missing class makes the value NaN, a class with a single row the standard error. */
    public static Auc auc(PlacementSums sums) {
        return new Auc(
                quotient(sums.sumOfPlacements(), scale(sums)),
                Math.sqrt(covariance(sums, spread(sums))),
                sums.positives(),
                sums.negatives());
    }

    /** First minus second, over the same rows. */
    public static AucDifference paired(PairedPlacementSums sums) {
        PlacementSums first = sums.first();
        PlacementSums second = sums.second();
        BigInteger between = sums.crossSpread();
        BigInteger spreadOfDifference = spread(first).add(spread(second)).subtract(between.shiftLeft(1));
        return new AucDifference(
                auc(first),
                auc(second),
                covariance(first, between),
                quotient(first.sumOfPlacements().subtract(second.sumOfPlacements()), scale(first)),
                Math.sqrt(covariance(first, spreadOfDifference)));
    }

    /** First minus second, over different rows, so that the variances add up. */
    public static AucDifference unpaired(Auc first, Auc second) {
        return new AucDifference(
                first,
                second,
                0,
                first.value() - second.value(),
                Math.hypot(first.standardError(), second.standardError()));
    }

    /** 2mn, what the sum of doubled placements is divided by. */
    private static BigInteger scale(PlacementSums sums) {
        return BigInteger.valueOf(sums.positives())
                .multiply(BigInteger.valueOf(sums.negatives()))
                .shiftLeft(1);
    }

    private static BigInteger spread(PlacementSums sums) {
        return spread(sums, sums.sumOfPlacements(), sums.sumOfSquaresOfPositives(), sums.sumOfSquaresOfNegatives());
    }

    /**
     * (mΣab − ΣaΣb)(n−1) over positives plus (nΣab − ΣaΣb)(m−1) over negatives: the covariance times (2mn)²(m−1)(n−1), a whole number.
     */
    static BigInteger spread(
            PlacementSums sums, BigInteger otherSum, BigInteger productsOfPositives, BigInteger productsOfNegatives) {
        BigInteger m = BigInteger.valueOf(sums.positives());
        BigInteger n = BigInteger.valueOf(sums.negatives());
        BigInteger square = sums.sumOfPlacements().multiply(otherSum);
        BigInteger ofPositives =
                m.multiply(productsOfPositives).subtract(square).multiply(n.subtract(BigInteger.ONE));
        BigInteger ofNegatives =
                n.multiply(productsOfNegatives).subtract(square).multiply(m.subtract(BigInteger.ONE));
        return ofPositives.add(ofNegatives);
    }

    private static double covariance(PlacementSums sums, BigInteger spread) {
        BigInteger degrees =
                BigInteger.valueOf(sums.positives() - 1).multiply(BigInteger.valueOf(sums.negatives() - 1));
        BigInteger scale = scale(sums);
        if (sums.positives() < 2 || sums.negatives() < 2) {
            return Double.NaN;
        }
        return quotient(spread, scale.multiply(scale).multiply(degrees));
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return Double.NaN;
        }
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                .doubleValue();
    }
}
