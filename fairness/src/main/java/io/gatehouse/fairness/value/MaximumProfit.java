package io.gatehouse.fairness.value;

/**
 * The most that acting on a score can be worth, over all thresholds: MP = max (b·TP − c·FP)/n, at least 0, as nobody need be contacted.
 * In the paper's terms CLV(γ(1−δ)−φ)π₀F₀ − CLV(δ+φ)π₁F₁ with δ = d/CLV and φ = f/CLV. It is found on the rows it is reported for, so it
 * flatters: to compare models, not to promise money.
 *
 * <p>Agrees with empulse {@code mpc_score} and its {@code optimal_rate}; of thresholds that are worth as much the highest counts here.
 * Source: Verbraken, Verbeke and Baesens (2013), IEEE TKDE 25:961.
 *
 * @param value in money per scored customer; NaN without rows
 * @param fraction of customers contacted to reach it, in 0..1; NaN without rows
 * @param at what is contacted there
 */
public record MaximumProfit(double value, double fraction, RocCurve.Vertex at) {

    /** The maximum over the vertices of a curve. */
    public static MaximumProfit of(RocCurve curve, CampaignEconomics economics) {
        RocCurve.Vertex best = RocCurve.Vertex.NOBODY;
        double most = 0;
        for (RocCurve.Vertex vertex : curve.vertices()) {
            double net = vertex.truePositives() * economics.valueOfContactedLeaver()
                    + vertex.falsePositives() * economics.valueOfContactedStayer();
            if (net > most) {
                most = net;
                best = vertex;
            }
        }
        return new MaximumProfit(most / curve.rows(), (double) best.contacted() / curve.rows(), best);
    }
}
