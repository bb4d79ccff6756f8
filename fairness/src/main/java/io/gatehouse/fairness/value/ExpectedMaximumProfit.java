package io.gatehouse.fairness.value;

import java.util.ArrayList;
import java.util.List;

/**
 * EMPC: what acting on a score is worth on average over the save rates that are thought possible, the best threshold taken at each,
 * ∫ MP(γ) h(γ) dγ. Which threshold is best changes only at vertices of the curve's convex hull, at the save rates
 * γᵢ = ((d + f)ΔFP + fΔTP)/((V − d)ΔTP); between them the integral is an incomplete beta function, so nothing is approximated.
 *
 * <p>Agrees with R {@code EMP::empChurn} and empulse {@code empc_score} and its {@code optimal_rate}. Source: Verbraken, Verbeke and
 * Baesens (2013), IEEE TKDE 25:961.
 *
 * @param value in money per scored customer; 0 where contacting never pays, NaN without rows
 * @param fraction of customers contacted, averaged alike, in 0..1; NaN without rows
 * @param switchPoints save rates where the best threshold changes, rising, from 0 on and below 1
 */
public record ExpectedMaximumProfit(double value, double fraction, List<Double> switchPoints) {

    public ExpectedMaximumProfit {
        switchPoints = List.copyOf(switchPoints);
    }

    /** From a curve, of which the hull is taken; the save rate of the economics plays no part. */
    public static ExpectedMaximumProfit of(RocCurve curve, CampaignEconomics economics, SaveRateLaw law) {
        List<RocCurve.Vertex> hull = curve.hull().vertices();
        List<Double> switches = switchPoints(hull, economics);
        double value = 0;
        double fraction = 0;
        for (int i = 0; i < switches.size(); i++) {
            double low = switches.get(i);
            double high = i + 1 < switches.size() ? switches.get(i + 1) : 1;
            RocCurve.Vertex best = hull.get(i);
            double kept = (economics.customerValue() - economics.offerCost()) * best.truePositives();
            double spent = economics.contactCost() * best.contacted() + economics.offerCost() * best.falsePositives();
            double weight = law.probability(low, high);
            value += kept * law.partialMean(low, high) - spent * weight;
            fraction += best.contacted() * weight;
        }
        return new ExpectedMaximumProfit(value / curve.rows(), fraction / curve.rows(), switches);
    }

    /** Where vertex i of the hull becomes better than the one before it: 0 for the first. */
    private static List<Double> switchPoints(List<RocCurve.Vertex> hull, CampaignEconomics economics) {
        List<Double> switches = new ArrayList<>(List.of(0.0));
        for (int i = 1; i < hull.size(); i++) {
            double leavers = hull.get(i).truePositives() - hull.get(i - 1).truePositives();
            double stayers = hull.get(i).falsePositives() - hull.get(i - 1).falsePositives();
            double spent =
                    (economics.offerCost() + economics.contactCost()) * stayers + economics.contactCost() * leavers;
            double at = spent / ((economics.customerValue() - economics.offerCost()) * leavers);
            // Written so that NaN, from an edge without leavers or costs, ends the list too: such an edge gains
            // nothing.
            if (!(at < 1)) {
                break;
            }
            switches.add(at);
        }
        return switches;
    }
}
