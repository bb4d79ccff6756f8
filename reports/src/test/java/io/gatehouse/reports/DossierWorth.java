package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.dollars;
import static io.gatehouse.reports.ReadModels.figure;

import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.Payback;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import java.util.ArrayList;
import java.util.List;

/** What versions in dossiers are worth; the money is counted here a second time, independently of the formulas of workbooks. */
final class DossierWorth {
    private DossierWorth() {}

    /** As the evaluation counts. */
    static ValueFigures counted(CampaignEconomics economics, long contacted, long leavers, long customers) {
        ConfusionCounts counts = new ConfusionCounts(leavers, contacted - leavers, 0, customers - contacted);
        ValueAssumptions given = new ValueAssumptions(
                1,
                null,
                "Vera Value",
                "",
                dollars(economics.customerValue()),
                null,
                dollars(economics.offerCost()),
                dollars(economics.contactCost()),
                economics.saveRate(),
                50_000,
                List.of(new CostLine(
                        "All lines together", dollars(250), dollars(900), dollars(35_000), dollars(90_000))));
        double net = economics.net(counts);
        double month = net / customers * given.customersPerMonth();
        return new ValueFigures(
                given,
                0.2,
                economics.breakEvenScore(),
                customers,
                contacted,
                leavers,
                dollars(economics.benefit(counts)),
                dollars(economics.cost(counts)),
                dollars(net),
                figure("net_per_customer", economics.perCustomer(counts).mean(), -1.0, 99.0, Unit.MONEY),
                economics.roi(counts),
                dollars(month),
                new Payback(35_000, month, 250).months(),
                new Payback(90_000, month, 900).months(),
                null,
                deciles());
    }

    /** Counts the money as it is defined: each saved leaver brings the value less the offer, each contact costs, stayers take the offer. */
    static ValueFigures value(long contacted, long leavers) {
        ValueAssumptions given = new ValueAssumptions(
                1,
                null,
                "Vera Value",
                "",
                dollars(200),
                null,
                dollars(10),
                dollars(1),
                0.3,
                50_000,
                List.of(new CostLine(
                        "All lines together", dollars(250), dollars(900), dollars(35_000), dollars(90_000))));
        double benefit = benefit(leavers);
        double cost = cost(contacted, leavers);
        double net = benefit - cost;
        long customers = 7_500;
        double month = net / customers * given.customersPerMonth();
        return new ValueFigures(
                given,
                0.2,
                11 / 67d,
                customers,
                contacted,
                leavers,
                dollars(benefit),
                dollars(cost),
                dollars(net),
                figure("net_per_customer", net / customers, net / customers - 0.4, net / customers + 0.4, Unit.MONEY),
                net / cost,
                dollars(month),
                payback(35_000, month - 250),
                payback(90_000, month - 900),
                new ValueFigures.AgainstChampion(
                        3, figure("difference", -0.02, -0.11, 0.07, Unit.MONEY), 0.09, dollars(33_011.4)),
                deciles());
    }

    private static double benefit(long leavers) {
        return leavers * 0.3 * 200;
    }

    private static double cost(long contacted, long leavers) {
        return contacted + (contacted - leavers) * 10d + leavers * 0.3 * 10;
    }

    private static double payback(double once, double monthly) {
        return monthly <= 0 ? Double.POSITIVE_INFINITY : once / monthly;
    }

    private static List<ValueFigures.Decile> deciles() {
        long[] leavers = {601, 402, 288, 190, 121, 82, 55, 40, 28, 17};
        List<ValueFigures.Decile> deciles = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < leavers.length; i++) {
            total += leavers[i];
            deciles.add(new ValueFigures.Decile(
                    i + 1,
                    750,
                    leavers[i],
                    dollars(benefit(leavers[i]) - cost(750, leavers[i])),
                    dollars(benefit(total) - cost(750L * (i + 1), total))));
        }
        return deciles;
    }
}
