package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * {@link CampaignEconomics} where each subscriber i has a value V_i of their own in place of the flat one: a contacted leaver is worth
 * γ(V_i − d) − f, a contacted stayer −(d + f), anybody else 0. A subscriber may be worth less than the offer: contacting them loses.
 *
 * <p>All sums are exact; only the last division rounds. With V_i = V for everybody all figures are those of the flat value. The mean and
 * its standard error agree with numpy {@code mean()} and {@code std(ddof=1)/sqrt(n)} over the rows' values. Source: Bahnsen, Aouada and
 * Ottersten (2015), Expert Systems with Applications 42:6609, cost matrices that differ from row to row.
 *
 * @param economics gives γ, d and f; its customer value plays no part
 */
public record OwnValue(CampaignEconomics economics) {

    /** Σ over those flagged: γΣV_i − (γd + f)·TP − (d + f)·FP. 0 is what contacting nobody is worth. */
    public double net(ValueCells cells) {
        return each(cells).sum().doubleValue();
    }

    /** γΣV_i over leavers who are flagged: what is kept before costs. Net value and {@link CampaignEconomics#cost} add up to it. */
    public double benefit(ValueCells cells) {
        return saveRate().multiply(cells.truePositives().sum()).doubleValue();
    }

    /** Net value over cost; 1 is two back for one spent, NaN where nothing is spent. */
    public double roi(ValueCells cells) {
        double cost = economics.cost(cells.counts());
        return cost == 0 ? Double.NaN : net(cells) / cost;
    }

    /** The net value per scored customer, contacted or not, with the deviation of single customers. */
    public MeanValue perCustomer(ValueCells cells) {
        return MeanValue.of(each(cells));
    }

    /** The same per customer who is contacted; a mean of NaN where nobody is. */
    public MeanValue perContact(ValueCells cells) {
        return MeanValue.of(leavers(cells.truePositives()).plus(stayers(cells.falsePositives())));
    }

    /**
     * What contacting one subscriber is worth: p(γ(V_i − d) − f) − (1−p)(d + f).
     *
     * @param probability p of leaving, in 0..1
     * @param value V_i
     * @throws IllegalArgumentException if the probability is not in 0..1 or the value not finite
     */
    public double expectedValue(double probability, double value) {
        Arguments.share("probability", probability);
        double kept = economics.saveRate() * (Arguments.finite("value", value) - economics.offerCost());
        return probability * (kept + economics.offerCost()) - economics.offerCost() - economics.contactCost();
    }

    /**
     * The probability of leaving from which on contacting one subscriber pays: (d + f)/(γV_i + (1−γ)d). Above 1, or infinite, it never
     * does.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public double breakEvenScore(double value) {
        double gained = economics.saveRate() * (Arguments.finite("value", value) - economics.offerCost())
                + economics.offerCost();
        return gained > 0 ? (economics.offerCost() + economics.contactCost()) / gained : Double.POSITIVE_INFINITY;
    }

    /**
     * The challenger beside the champion on the same rows: a leaver whom the challenger alone contacts is worth γ(V_i − d) − f more, one
     * whom the champion alone does so much less; stayers −(d + f) and d + f.
     */
    public PairedValue paired(PairedValueCells cells) {
        PairedValueCells.Cells leavers = cells.positives();
        PairedValueCells.Cells stayers = cells.negatives();
        ValueMoments difference = leavers(leavers.onlyChallenger())
                .plus(leavers(leavers.onlyChampion()).negated())
                .plus(stayers(stayers.onlyChallenger()))
                .plus(stayers(stayers.onlyChampion()).negated())
                .plus(nothing(leavers.both()))
                .plus(nothing(leavers.neither()))
                .plus(nothing(stayers.both()))
                .plus(nothing(stayers.neither()));
        return new PairedValue(
                MeanValue.of(difference), perCustomer(cells.challenger()), perCustomer(cells.champion()));
    }

    /**
     * The save rate at which contacting all who are flagged is worth nothing: γ* = ((d + f)·FP + f·TP)/Σ(V_i − d) over leavers who are
     * flagged. NaN where nobody is flagged; infinite where these leavers are together worth no more than their offers.
     */
    public double breakEvenSaveRate(ValueCells cells) {
        BigDecimal contact = decimal(economics.contactCost());
        BigDecimal spent = contact.multiply(
                        BigDecimal.valueOf(cells.truePositives().rows()))
                .add(stayers(cells.falsePositives()).sum().negate());
        BigDecimal kept = cells.truePositives()
                .affine(BigDecimal.ONE, decimal(economics.offerCost()).negate())
                .sum();
        if (cells.counts().flagged() == 0) {
            return Double.NaN;
        }
        return kept.signum() <= 0
                ? Double.POSITIVE_INFINITY
                : spent.divide(kept, MathContext.DECIMAL128).doubleValue();
    }

    private ValueMoments each(ValueCells cells) {
        return leavers(cells.truePositives())
                .plus(stayers(cells.falsePositives()))
                .plus(nothing(cells.falseNegatives()))
                .plus(nothing(cells.trueNegatives()));
    }

    private ValueMoments leavers(ValueMoments contacted) {
        BigDecimal fixed = saveRate().multiply(decimal(economics.offerCost())).add(decimal(economics.contactCost()));
        return contacted.affine(saveRate(), fixed.negate());
    }

    private ValueMoments stayers(ValueMoments contacted) {
        BigDecimal cost = decimal(economics.offerCost()).add(decimal(economics.contactCost()));
        return ValueMoments.constant(contacted.rows(), cost.negate());
    }

    private static ValueMoments nothing(ValueMoments left) {
        return ValueMoments.constant(left.rows(), BigDecimal.ZERO);
    }

    private BigDecimal saveRate() {
        return decimal(economics.saveRate());
    }

    /** The decimal that the assumption was written as: 0.3, not the binary fraction next to it. */
    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount);
    }
}
