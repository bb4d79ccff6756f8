package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;
import io.gatehouse.fairness.segments.ConfusionCounts;

/**
 * What it is worth to contact a customer with an offer to stay. A leaver accepts with the save rate γ and then keeps the customer value
 * V less the offer d; every stayer contacted takes the offer; every contact costs f. So a contacted leaver is worth b = γ(V − d) − f, a
 * contacted stayer −c = −(d + f), anybody else 0.
 *
 * <p>It takes all leavers to respond alike: without a randomised hold-out the result is modelled and not measured. Amounts are in one
 * currency. Source: Verbeke et al. (2012), EJOR 218:211; Verbraken et al. (2013), IEEE TKDE 25:961; defaults of R {@code EMP::empChurn}
 * are 200, 10, 1 and a mean save rate of 0.30.
 *
 * @param customerValue V, what a saved customer is worth, above the offer's cost
 * @param offerCost d, at least 0
 * @param contactCost f, at least 0
 * @param saveRate γ in 0..1
 */
public record CampaignEconomics(double customerValue, double offerCost, double contactCost, double saveRate) {

    /** @throws IllegalArgumentException naming the amount that is out of range */
    public CampaignEconomics {
        Arguments.finite("customerValue", customerValue);
        Arguments.notNegative("offerCost", offerCost);
        Arguments.notNegative("contactCost", contactCost);
        Arguments.share("saveRate", saveRate);
        if (!(customerValue > offerCost)) {
            throw new IllegalArgumentException(
                    "customerValue must exceed offerCost: " + customerValue + " and " + offerCost);
        }
    }

    /** b = γ(V − d) − f; below 0 where saving somebody does not pay for the contact. */
    public double valueOfContactedLeaver() {
        return saveRate * (customerValue - offerCost) - contactCost;
    }

    /** −c = −(d + f), at most 0. */
    public double valueOfContactedStayer() {
        return -(offerCost + contactCost);
    }

    /** The probability of leaving from which on a contact pays: c/(b + c) = (d + f)/(γV + (1−γ)d). Above 1 it never does. */
    public double breakEvenScore() {
        return (offerCost + contactCost) / (saveRate * customerValue + (1 - saveRate) * offerCost);
    }

    /**
     * What contacting a customer with this probability of leaving is worth: p·b − (1−p)·c.
     *
     * @throws IllegalArgumentException if the probability is not in 0..1
     */
    public double expectedValue(double probability) {
        Arguments.share("probability", probability);
        return probability * valueOfContactedLeaver() + (1 - probability) * valueOfContactedStayer();
    }

    /** b·TP − c·FP: the net value of contacting all who are flagged. 0 is what contacting nobody is worth. */
    public double net(ConfusionCounts counts) {
        return counts.truePositives() * valueOfContactedLeaver() + counts.falsePositives() * valueOfContactedStayer();
    }

    /** γV·TP: what is kept before costs. */
    public double benefit(ConfusionCounts counts) {
        return counts.truePositives() * saveRate * customerValue;
    }

    /** (f + γd)·TP + (f + d)·FP: contacts, and the offers that are taken. Benefit less cost is the net value. */
    public double cost(ConfusionCounts counts) {
        return counts.truePositives() * (contactCost + saveRate * offerCost)
                + counts.falsePositives() * (contactCost + offerCost);
    }

    /** Net value over cost; 1 is two back for one spent, NaN where nothing is spent. */
    public double roi(ConfusionCounts counts) {
        double cost = cost(counts);
        return cost == 0 ? Double.NaN : net(counts) / cost;
    }

    /** The net value per scored customer, contacted or not. */
    public MeanValue perCustomer(ConfusionCounts counts) {
        return MeanValue.of(new double[] {valueOfContactedLeaver(), valueOfContactedStayer(), 0}, new long[] {
            counts.truePositives(), counts.falsePositives(), counts.falseNegatives() + counts.trueNegatives()
        });
    }

    /** The net value per customer who is contacted; a mean of NaN where nobody is. */
    public MeanValue perContact(ConfusionCounts counts) {
        return perCustomer(new ConfusionCounts(counts.truePositives(), counts.falsePositives(), 0, 0));
    }

    /**
     * The save rate at which contacting all who are flagged is worth nothing: ((1−π)(d + f)/π + f)/(V − d), with π the precision. NaN
     * where nobody is flagged, infinite where no leaver is.
     */
    public double breakEvenSaveRate(ConfusionCounts counts) {
        double stayersPerLeaver = (double) counts.falsePositives() / counts.truePositives();
        return (stayersPerLeaver * (offerCost + contactCost) + contactCost) / (customerValue - offerCost);
    }

    /** The same with another save rate, to see how much hangs on it. */
    public CampaignEconomics withSaveRate(double other) {
        return new CampaignEconomics(customerValue, offerCost, contactCost, other);
    }

    /** The same with another customer value. */
    public CampaignEconomics withCustomerValue(double other) {
        return new CampaignEconomics(other, offerCost, contactCost, saveRate);
    }

    /** The same with another cost of an offer. */
    public CampaignEconomics withOfferCost(double other) {
        return new CampaignEconomics(customerValue, other, contactCost, saveRate);
    }
}
