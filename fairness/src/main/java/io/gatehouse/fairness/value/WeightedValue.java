package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;

/**
 * The counterpart of {@link OwnValue} for rows with sampling weights: means per customer that the rows stand for, with the linearised
 * variance Σw²(v − mean)²/((Σw)² − Σw²). With equal weights all figures are those of the rows. Source: Särndal, Swensson and Wretman (1992),
 * Model Assisted Survey Sampling, section 5.7, with draws taken as independent.
 *
 * @param economics gives γ, d and f; its customer value plays no part
 */
public record WeightedValue(CampaignEconomics economics) {

    /** The net value per scored customer, contacted or not. */
    public MeanValue perCustomer(WeightedValueCells cells) {
        return each(cells).meanValue();
    }

    /** γV per scored customer: what is kept before costs. */
    public double benefitPerCustomer(WeightedValueCells cells) {
        return benefits(cells).mean();
    }

    /** Contacts, and the offers that are taken, per scored customer. */
    public double costPerCustomer(WeightedValueCells cells) {
        return costs(cells).mean();
    }

    /** Net value over cost; 1 is two back for one spent, NaN where nothing is spent. */
    public double roi(WeightedValueCells cells) {
        double cost = costPerCustomer(cells);
        return cost == 0 ? Double.NaN : each(cells).mean() / cost;
    }

    /** The challenger beside the champion on the same rows. */
    public PairedValue paired(WeightedPairedCells cells) {
        WeightedPairedCells.Cells leavers = cells.positives();
        WeightedPairedCells.Cells stayers = cells.negatives();
        WeightedMoments difference = leavers(leavers.onlyChallenger())
                .plus(leavers(leavers.onlyChampion()).negated())
                .plus(stayers(stayers.onlyChallenger()))
                .plus(stayers(stayers.onlyChampion()).negated())
                .plus(nothing(leavers.both()))
                .plus(nothing(leavers.neither()))
                .plus(nothing(stayers.both()))
                .plus(nothing(stayers.neither()));
        return new PairedValue(difference.meanValue(), perCustomer(cells.challenger()), perCustomer(cells.champion()));
    }

    /**
     * A month in which as large a share of customers is contacted and leaves as the rows stand for.
     *
     * @throws IllegalArgumentException if nobody was counted
     */
    public CampaignMonth month(WeightedValueCells cells, double customersPerMonth, double runningCost) {
        WeightedCounts counts = cells.counts();
        WeightSum flagged = counts.flagged();
        double value = cells.truePositives().mean();
        return new CampaignMonth(
                customersPerMonth,
                flagged.shareOf(counts.total()),
                flagged.rows() == 0 ? 0 : counts.truePositives().shareOf(flagged),
                Double.isNaN(value) ? economics.customerValue() : value,
                economics.offerCost(),
                economics.contactCost(),
                economics.saveRate(),
                runningCost);
    }

    /** Of those flagged, how many leave, out of effective rows. */
    public static Proportion precision(WeightedValueCells cells) {
        return Rate.PRECISION.of(cells.counts());
    }

    WeightedMoments benefits(WeightedValueCells cells) {
        return cells.truePositives()
                .affine(saveRate(), BigDecimal.ZERO)
                .plus(nothing(cells.falsePositives()))
                .plus(nothing(cells.falseNegatives()))
                .plus(nothing(cells.trueNegatives()));
    }

    WeightedMoments costs(WeightedValueCells cells) {
        return WeightedMoments.constant(cells.truePositives().weights(), costOfLeaver())
                .plus(stayers(cells.falsePositives()).negated())
                .plus(nothing(cells.falseNegatives()))
                .plus(nothing(cells.trueNegatives()));
    }

    /** f + γd. */
    BigDecimal costOfLeaver() {
        return decimal(economics.contactCost()).add(saveRate().multiply(decimal(economics.offerCost())));
    }

    private WeightedMoments each(WeightedValueCells cells) {
        return leavers(cells.truePositives())
                .plus(stayers(cells.falsePositives()))
                .plus(nothing(cells.falseNegatives()))
                .plus(nothing(cells.trueNegatives()));
    }

    private WeightedMoments leavers(WeightedMoments contacted) {
        return contacted.affine(saveRate(), costOfLeaver().negate());
    }

    private WeightedMoments stayers(WeightedMoments contacted) {
        BigDecimal cost = decimal(economics.offerCost()).add(decimal(economics.contactCost()));
        return WeightedMoments.constant(contacted.weights(), cost.negate());
    }

    private static WeightedMoments nothing(WeightedMoments left) {
        return WeightedMoments.constant(left.weights(), BigDecimal.ZERO);
    }

    private BigDecimal saveRate() {
        return decimal(economics.saveRate());
    }

    /** The decimal that the assumption was written as: 0.3, not the binary fraction next to it. */
    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount);
    }
}
