package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.StandardNormal;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Net and ROI of a month, with intervals. They tell the chance in which customers the evidence holds; that assumptions may be wrong they
 * do not tell, and {@link Tornado} does.
 *
 * <p>With B_i what is kept by contacting customer i and C_i what it costs, m customers a month and R the running cost, the net is
 * m·mean(B − C) − R, and its interval the normal limit: mean ± z·sd/√n, times m, less R. ROI is N/D − 1 with N = m·mean(B) and
 * D = m·mean(C) + R. Its interval is Fieller's: all ρ with (N − ρD)² ≤ z²·var(N − ρD), less 1. Where the cost is not clearly above 0 no
 * finite interval exists and it is −∞..∞. Both are computed from exact sums without drawing, so they are the same on any machine.
 *
 * <p>The ends are those that a search for (N − ρD)² = z²·var(N − ρD) over single rows finds (scipy {@code brentq}, numpy {@code
 * var(ddof=1)}). Source: Fieller (1954), Journal of the Royal Statistical Society B 16:175.
 *
 * @param benefit of the month; NaN without rows
 * @param cost of the month, running cost included
 * @param net benefit less cost
 * @param netInterval two-sided; −∞..∞ with fewer than two rows
 * @param roi net over cost; NaN where nothing is spent
 * @param roiInterval two-sided
 * @param confidence of both intervals
 */
public record MonthlyReturn(
        double benefit,
        double cost,
        double net,
        Interval netInterval,
        double roi,
        Interval roiInterval,
        double confidence) {

    private static final Interval ANYTHING = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * With one value for every subscriber.
     *
     * @param customersPerMonth m, at least 0
     * @param runningCost R, at least 0
     * @throws IllegalArgumentException naming the argument that is out of range
     */
    public static MonthlyReturn of(
            ConfusionCounts counts,
            CampaignEconomics economics,
            double customersPerMonth,
            double runningCost,
            double confidence) {
        return of(
                ValueCells.flat(counts, economics.customerValue()),
                economics,
                customersPerMonth,
                runningCost,
                confidence);
    }

    /** The same with each subscriber's own. */
    public static MonthlyReturn of(
            ValueCells cells,
            CampaignEconomics economics,
            double customersPerMonth,
            double runningCost,
            double confidence) {
        MeanValue each = new OwnValue(economics).perCustomer(cells);
        return of(Spread.of(cells, economics), each, customersPerMonth, runningCost, confidence);
    }

    /** The same of rows with sampling weights: means per customer that the rows stand for. */
    public static MonthlyReturn of(
            WeightedValueCells cells,
            CampaignEconomics economics,
            double customersPerMonth,
            double runningCost,
            double confidence) {
        WeightedValue value = new WeightedValue(economics);
        return of(Spread.of(cells, value), value.perCustomer(cells), customersPerMonth, runningCost, confidence);
    }

    private static MonthlyReturn of(
            Spread spread, MeanValue each, double customersPerMonth, double runningCost, double confidence) {
        Arguments.notNegative("customersPerMonth", customersPerMonth);
        Arguments.notNegative("runningCost", runningCost);
        double z = StandardNormal.twoSided(confidence);
        double benefit = customersPerMonth * spread.meanBenefit;
        double cost = customersPerMonth * spread.meanCost + runningCost;
        double net = customersPerMonth * each.mean() - runningCost;
        double half = z * customersPerMonth * each.standardError();
        return new MonthlyReturn(
                benefit,
                cost,
                net,
                Interval.around(net, half, ANYTHING),
                cost == 0 ? Double.NaN : net / cost,
                fieller(benefit, cost, spread, z * customersPerMonth),
                confidence);
    }

    private static Interval fieller(double benefit, double cost, Spread spread, double scale) {
        double scaled = scale * scale;
        double a = cost * cost - scaled * spread.costVariance;
        double b = benefit * cost - scaled * spread.covariance;
        double c = benefit * benefit - scaled * spread.benefitVariance;
        // Written so that NaN, from fewer than two rows, has no interval either.
        if (!(a > 0)) {
            return ANYTHING;
        }
        // Never negative but for rounding: the estimate itself lies in the interval.
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return new Interval((b - root) / a - 1, (b + root) / a - 1);
    }

    /** Means of B and C over all rows, and the variances of these means. */
    private record Spread(
            double meanBenefit, double meanCost, double benefitVariance, double costVariance, double covariance) {

        static Spread of(ValueCells cells, CampaignEconomics economics) {
            BigDecimal rate = BigDecimal.valueOf(economics.saveRate());
            BigDecimal offer = BigDecimal.valueOf(economics.offerCost());
            BigDecimal contact = BigDecimal.valueOf(economics.contactCost());
            BigDecimal ofLeaver = contact.add(rate.multiply(offer));
            ConfusionCounts counts = cells.counts();
            ValueMoments rest =
                    ValueMoments.constant(counts.falseNegatives() + counts.trueNegatives(), BigDecimal.ZERO);
            ValueMoments benefit = cells.truePositives()
                    .affine(rate, BigDecimal.ZERO)
                    .plus(ValueMoments.constant(counts.falsePositives(), BigDecimal.ZERO))
                    .plus(rest);
            ValueMoments cost = ValueMoments.constant(counts.truePositives(), ofLeaver)
                    .plus(ValueMoments.constant(counts.falsePositives(), contact.add(offer)))
                    .plus(rest);
            // B is 0 wherever C is not that of a leaver.
            BigDecimal product = benefit.sum().multiply(ofLeaver);
            BigDecimal between = BigDecimal.valueOf(counts.total())
                    .multiply(product)
                    .subtract(benefit.sum().multiply(cost.sum()));
            return new Spread(
                    MeanValue.of(benefit).mean(),
                    MeanValue.of(cost).mean(),
                    ofMean(benefit.spread(), benefit),
                    ofMean(cost.spread(), cost),
                    ofMean(between, cost));
        }

        static Spread of(WeightedValueCells cells, WeightedValue value) {
            WeightedMoments benefit = value.benefits(cells);
            WeightedMoments cost = value.costs(cells);
            // B is 0 wherever C is not that of a leaver.
            BigDecimal products = benefit.tilted().multiply(value.costOfLeaver());
            return new Spread(
                    benefit.mean(),
                    cost.mean(),
                    benefit.covarianceOfMeans(benefit, benefit.squares()),
                    cost.covarianceOfMeans(cost, cost.squares()),
                    benefit.covarianceOfMeans(cost, products));
        }

        private static double ofMean(BigDecimal spread, ValueMoments moments) {
            if (moments.rows() < 2) {
                return Double.NaN;
            }
            BigDecimal divisor = moments.degrees().multiply(BigDecimal.valueOf(moments.rows()));
            return spread.divide(divisor, MathContext.DECIMAL128).doubleValue();
        }
    }
}
