package io.gatehouse.fairness.value;

import io.gatehouse.fairness.intervals.Arguments;

/**
 * What a campaign is worth by its lift: Π = Nα{[γ·LVC + Δ(1−γ)]β₀λ − Δ − c} − A. It is {@link CampaignEconomics} again, with the
 * precision written as β₀λ and a fixed cost. Source: Neslin et al. (2006), Journal of Marketing Research 43:204.
 *
 * @param customers N, at least 0
 * @param contactedShare α, of customers, in 0..1
 * @param churnRate β₀, share of customers who leave, in 0..1
 * @param economics γ, LVC = V, Δ = d, c = f
 * @param fixedCost A of the campaign, at least 0
 */
public record NeslinProfit(
        long customers, double contactedShare, double churnRate, CampaignEconomics economics, double fixedCost) {

    /** @throws IllegalArgumentException naming the figure that is out of range */
    public NeslinProfit {
        Arguments.count("customers", customers);
        Arguments.share("contactedShare", contactedShare);
        Arguments.share("churnRate", churnRate);
        Arguments.notNegative("fixedCost", fixedCost);
    }

    /**
     * Π at a lift λ, the churn rate of those contacted over that of all.
     *
     * @throws IllegalArgumentException if the lift makes the share of leavers among those contacted no number in 0..1
     */
    public double at(double lift) {
        return contacted() * economics.expectedValue(Arguments.share("churnRate times lift", churnRate * lift))
                - fixedCost;
    }

    /** The lift at which Π is 0; infinite where nobody is contacted or leaves. Above 1/β₀ no model reaches it. */
    public double breakEvenLift() {
        double contacted = contacted();
        if (contacted == 0 || churnRate == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double spent = economics.offerCost() + economics.contactCost() + fixedCost / contacted;
        double gained =
                economics.saveRate() * economics.customerValue() + (1 - economics.saveRate()) * economics.offerCost();
        return spent / (gained * churnRate);
    }

    private double contacted() {
        return customers * contactedShare;
    }
}
