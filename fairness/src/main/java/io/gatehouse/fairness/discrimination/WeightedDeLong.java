package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.discrimination.WeightedPlacementSums.Squares;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The AUC of weighted rows, and its variance from the influence of every row.
 *
 * <p>With V the weighted placement of a row in 0..1, θ = Σw⁺V/Σw⁺ = Σw⁻V/Σw⁻ is the AUC of the customers that the rows stand for, and its
 * variance is Σw²(V−θ)²/((Σw)² − Σw²) over positives plus the same over negatives. The divisor is (Σw)²·(1 − 1/n), n Kish's effective rows
 * of the class: with equal weights it is {@link DeLong}'s, to the last digit, and it takes labels and scores as drawn row by row, whatever
 * the weights. All sums are exact; only the last division rounds.
 *
 * <p>The value agrees with scikit-learn {@code roc_auc_score(sample_weight=…)}. Source: DeLong, DeLong and Clarke-Pearson (1988), Biometrics
 * 44:837, whose placements are the influence function; Binder (1983), International Statistical Review 51:279, for its variance with
 * weights.
 */
public final class WeightedDeLong {

    private WeightedDeLong() {}

    /** AUC and its standard error. A missing class makes the value NaN, a class with a single row the standard error. */
    public static Auc auc(WeightedPlacementSums sums) {
        return new Auc(
                quotient(sums.sumOfPlacements(), scale(sums)),
                Math.sqrt(covariance(sums, sums, own(sums))),
                sums.positives().rows(),
                sums.negatives().rows(),
                sums.positives().effectiveRows(),
                sums.negatives().effectiveRows());
    }

    /** First minus second, over the same rows. */
    public static AucDifference paired(WeightedPairedPlacementSums sums) {
        WeightedPlacementSums first = sums.first();
        WeightedPlacementSums second = sums.second();
        Fraction between =
                spread(first, second, new Products(sums.crossProductOfPositives(), sums.crossProductOfNegatives()));
        Fraction ofFirst = spread(first, first, own(first));
        Fraction ofSecond = spread(second, second, own(second));
        BigInteger ofDifference = ofFirst.numerator.add(ofSecond.numerator).subtract(between.numerator.shiftLeft(1));
        return new AucDifference(
                auc(first),
                auc(second),
                quotient(between.numerator, between.denominator),
                quotient(first.sumOfPlacements().subtract(second.sumOfPlacements()), scale(first)),
                Math.sqrt(quotient(ofDifference, between.denominator)));
    }

    /** Σw² of the products of both doubled placements, over positives and over negatives. */
    private record Products(BigInteger ofPositives, BigInteger ofNegatives) {}

    private record Fraction(BigInteger numerator, BigInteger denominator) {}

    private static Products own(WeightedPlacementSums sums) {
        return new Products(sums.ofPositives().quadratic(), sums.ofNegatives().quadratic());
    }

    private static BigInteger scale(WeightedPlacementSums sums) {
        return sums.positives().sum().multiply(sums.negatives().sum()).shiftLeft(1);
    }

    private static double covariance(WeightedPlacementSums first, WeightedPlacementSums second, Products products) {
        Fraction spread = spread(first, second, products);
        return quotient(spread.numerator, spread.denominator);
    }

    /**
     * The covariance as one fraction, whose denominator depends on the weights alone. A class adds Σw²(V−θ)(V′−θ′)/(W² − Q) with W = Σw and Q
     * = Σw² of the class; with the doubled placements a = 2·W_other·V and their sum S = 2·W⁺·W⁻·θ that is (W²Σw²aa′ − W(SΣw²a′ + S′Σw²a) +
     * SS′Q) / ((2W⁺W⁻)²(W² − Q)).
     */
    private static Fraction spread(WeightedPlacementSums first, WeightedPlacementSums second, Products products) {
        BigInteger square = first.sumOfPlacements().multiply(second.sumOfPlacements());
        BigInteger ofPositives = spread(
                first.positives(),
                products.ofPositives,
                mixed(first, first.ofPositives(), second, second.ofPositives()),
                square);
        BigInteger ofNegatives = spread(
                first.negatives(),
                products.ofNegatives,
                mixed(first, first.ofNegatives(), second, second.ofNegatives()),
                square);
        BigInteger positiveDegrees = degrees(first.positives());
        BigInteger negativeDegrees = degrees(first.negatives());
        BigInteger scale = scale(first);
        return new Fraction(
                ofPositives.multiply(negativeDegrees).add(ofNegatives.multiply(positiveDegrees)),
                scale.multiply(scale).multiply(positiveDegrees).multiply(negativeDegrees));
    }

    private static BigInteger mixed(
            WeightedPlacementSums first, Squares ofFirst, WeightedPlacementSums second, Squares ofSecond) {
        return first.sumOfPlacements()
                .multiply(ofSecond.linear())
                .add(second.sumOfPlacements().multiply(ofFirst.linear()));
    }

    private static BigInteger spread(WeightSum weights, BigInteger products, BigInteger mixed, BigInteger square) {
        BigInteger all = weights.sum();
        return all.multiply(all)
                .multiply(products)
                .subtract(all.multiply(mixed))
                .add(square.multiply(weights.squares()));
    }

    /** W² − Q, 0 of a single row. */
    private static BigInteger degrees(WeightSum weights) {
        return weights.sum().multiply(weights.sum()).subtract(weights.squares());
    }

    private static double quotient(BigInteger numerator, BigInteger denominator) {
        return denominator.signum() == 0
                ? Double.NaN
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
                        .doubleValue();
    }
}
