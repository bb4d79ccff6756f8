package io.gatehouse.checks;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.CampaignMonth;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.MonthlyReturn;
import io.gatehouse.fairness.value.OwnValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.Tornado;
import io.gatehouse.fairness.value.ValueByDecile;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.WeightedValue;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says that acting is worth, one way for every question: with each customer's own value where the evidence has one and
 * the assumptions say for how many months it is kept, with the assumed value otherwise.
 */
final class CampaignWorth {
    private static final double CONFIDENCE = 0.95;

    private final ValueAssumptions assumptions;
    private final CampaignEconomics economics;
    private final ValueCells cells;
    private final boolean ownValues;
    private final @Nullable PairedValueCells paired;
    private final CustomerCells.@Nullable Weighted weighted;

    private CampaignWorth(ValueAssumptions assumptions, CustomerCells customers) {
        this.assumptions = assumptions;
        this.economics = economics(assumptions);
        this.cells = customers.cells();
        this.ownValues = customers.ownValues();
        this.paired = customers.paired();
        this.weighted = customers.weighted();
    }

    static CampaignEconomics economics(ValueAssumptions assumptions) {
        return new CampaignEconomics(
                assumptions.customerValue().amount().doubleValue(),
                assumptions.offerCost().amount().doubleValue(),
                assumptions.contactCost().amount().doubleValue(),
                assumptions.saveRate());
    }

    static CampaignWorth of(Judged judged) {
        return new CampaignWorth(judged.assumptions(), CustomerCells.of(judged));
    }

    /** At another threshold, in percent; absent where it is not known there what customers are worth. */
    static @Nullable CampaignWorth ownAt(Judged judged, int percent) {
        CustomerCells customers = CustomerCells.ownAt(judged, percent);
        return customers == null ? null : new CampaignWorth(judged.assumptions(), customers);
    }

    /** By tenths of the rows, not of their weights. */
    static ValueByDecile byDecile(EvidenceStatistics statistics, ValueAssumptions assumptions) {
        CampaignEconomics economics = economics(assumptions);
        List<BandValues> own = CustomerCells.byDecile(statistics, assumptions);
        return own == null
                ? ValueByDecile.of(statistics.test().deciles(), economics)
                : ValueByDecile.of(statistics.test().deciles(), own, new OwnValue(economics));
    }

    /** Whether customers count with values of their own and by weights as well. */
    boolean ownValuesByWeight() {
        return ownValues && weighted != null;
    }

    /** Of the customers who count: with values of their own those who have one. */
    ConfusionCounts counts() {
        return cells.counts();
    }

    ContactedCounts contacted() {
        return weighted == null
                ? ContactedCounts.of(counts())
                : ContactedCounts.of(counts().total(), weighted.cells().counts());
    }

    /** Mean over all customers of the evidence, with its deviation. */
    MeanValue perCustomer() {
        if (weighted != null) {
            return new WeightedValue(economics).perCustomer(weighted.cells());
        }
        return ownValues ? new OwnValue(economics).perCustomer(cells) : economics.perCustomer(cells.counts());
    }

    PairedValue beside(EvidenceStatistics.Pairs pairs) {
        if (weighted != null) {
            return new WeightedValue(economics).paired(Objects.requireNonNull(weighted.paired()));
        }
        return paired == null ? PairedValue.of(pairs.decisions(), economics) : PairedValue.of(paired, economics);
    }

    double benefit() {
        if (weighted != null) {
            return counts().total() * new WeightedValue(economics).benefitPerCustomer(weighted.cells());
        }
        return ownValues ? new OwnValue(economics).benefit(cells) : economics.benefit(cells.counts());
    }

    double net() {
        if (weighted != null) {
            return perCustomer().total();
        }
        return ownValues ? new OwnValue(economics).net(cells) : economics.net(cells.counts());
    }

    double roi() {
        if (weighted != null) {
            return new WeightedValue(economics).roi(weighted.cells());
        }
        return ownValues ? new OwnValue(economics).roi(cells) : economics.roi(cells.counts());
    }

    MonthFigures month() {
        double low = assumptions.runningCostLow().amount().doubleValue();
        double high = assumptions.runningCostHigh().amount().doubleValue();
        double running = (low + high) / 2;
        long customers = assumptions.customersPerMonth();
        CampaignMonth month = weighted == null
                ? CampaignMonth.of(cells, economics, customers, running)
                : new WeightedValue(economics).month(weighted.cells(), customers, running);
        MonthlyReturn monthly = weighted == null
                ? MonthlyReturn.of(cells, economics, customers, running, CONFIDENCE)
                : MonthlyReturn.of(weighted.cells(), economics, customers, running, CONFIDENCE);
        Proportion found = weighted == null ? Rate.PRECISION.of(counts()) : WeightedValue.precision(weighted.cells());
        Interval precision =
                found.trials() == 0 ? new Interval(month.precision(), month.precision()) : found.interval(CONFIDENCE);
        Tornado tornado = Tornado.standard(month, precision, new Interval(low, high));
        return new MonthFigures(
                ownValues,
                money(month.customerValue()),
                figure("net_per_month", monthly.net(), monthly.netInterval(), Figure.Unit.MONEY),
                figure("return_on_cost", monthly.roi(), monthly.roiInterval(), Figure.Unit.SHARE),
                figure(
                        "break_even_save_rate",
                        month.breakEvenSaveRate(),
                        month.breakEvenSaveRateInterval(found, CONFIDENCE),
                        Figure.Unit.SHARE),
                tornado.bars().stream().map(this::bar).toList());
    }

    private MonthFigures.Bar bar(Tornado.Bar bar) {
        return new MonthFigures.Bar(
                bar.range().input(),
                bar.range().low(),
                bar.assumed(),
                bar.range().high(),
                money(bar.netAtLow()),
                money(bar.netAtHigh()),
                bar.turnsTheSign());
    }

    private Figure figure(String name, double estimate, Interval interval, Figure.Unit unit) {
        return new Figure(
                name, finite(estimate), finite(interval.low()), finite(interval.high()), counts().total(), null, unit);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private Money money(double amount) {
        return Money.of(amount, assumptions.customerValue().currency());
    }
}
