package io.gatehouse.checks;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.WilsonInterval;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.CampaignMonth;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.MonthlyReturn;
import io.gatehouse.fairness.value.OwnValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.Tornado;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueMoments;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import java.math.BigDecimal;
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

    private CampaignWorth(
            ValueAssumptions assumptions, ValueCells cells, boolean ownValues, @Nullable PairedValueCells paired) {
        this.assumptions = assumptions;
        this.economics = economics(assumptions);
        this.cells = cells;
        this.ownValues = ownValues;
        this.paired = paired;
    }

    static CampaignEconomics economics(ValueAssumptions assumptions) {
        return new CampaignEconomics(
                assumptions.customerValue().amount().doubleValue(),
                assumptions.offerCost().amount().doubleValue(),
                assumptions.contactCost().amount().doubleValue(),
                assumptions.saveRate());
    }

    static CampaignWorth of(Judged judged) {
        ValueAssumptions assumptions = judged.assumptions();
        EvidenceStatistics.Values values = judged.statistics().values();
        Integer months = assumptions.monthsKept();
        if (values == null || months == null) {
            ConfusionCounts counts = judged.statistics().test().counts();
            return new CampaignWorth(
                    assumptions,
                    ValueCells.flat(counts, assumptions.customerValue().amount().doubleValue()),
                    false,
                    null);
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        PairedValueCells paired = values.paired();
        return new CampaignWorth(
                assumptions, over(values.cells(), kept), true, paired == null ? null : over(paired, kept));
    }

    private static ValueCells over(ValueCells month, BigDecimal months) {
        return new ValueCells(
                over(month.truePositives(), months),
                over(month.falsePositives(), months),
                over(month.falseNegatives(), months),
                over(month.trueNegatives(), months));
    }

    private static PairedValueCells over(PairedValueCells month, BigDecimal months) {
        return new PairedValueCells(over(month.positives(), months), over(month.negatives(), months));
    }

    private static PairedValueCells.Cells over(PairedValueCells.Cells month, BigDecimal months) {
        return new PairedValueCells.Cells(
                over(month.both(), months),
                over(month.onlyChallenger(), months),
                over(month.onlyChampion(), months),
                over(month.neither(), months));
    }

    private static ValueMoments over(ValueMoments month, BigDecimal months) {
        return month.affine(months, BigDecimal.ZERO);
    }

    /** Whether customers count with values of their own. */
    boolean ownValues() {
        return ownValues;
    }

    ConfusionCounts counts() {
        return cells.counts();
    }

    /** Mean over all customers of the evidence, with its deviation. */
    MeanValue perCustomer() {
        return ownValues ? new OwnValue(economics).perCustomer(cells) : economics.perCustomer(cells.counts());
    }

    PairedValue beside(EvidenceStatistics.Pairs pairs) {
        return paired == null ? PairedValue.of(pairs.decisions(), economics) : PairedValue.of(paired, economics);
    }

    double benefit() {
        return ownValues ? new OwnValue(economics).benefit(cells) : economics.benefit(cells.counts());
    }

    double net() {
        return ownValues ? new OwnValue(economics).net(cells) : economics.net(cells.counts());
    }

    double roi() {
        return ownValues ? new OwnValue(economics).roi(cells) : economics.roi(cells.counts());
    }

    MonthFigures month() {
        double low = assumptions.runningCostLow().amount().doubleValue();
        double high = assumptions.runningCostHigh().amount().doubleValue();
        double running = (low + high) / 2;
        CampaignMonth month = CampaignMonth.of(cells, economics, assumptions.customersPerMonth(), running);
        MonthlyReturn monthly =
                MonthlyReturn.of(cells, economics, assumptions.customersPerMonth(), running, CONFIDENCE);
        ConfusionCounts counts = counts();
        Interval precision = counts.flagged() == 0
                ? new Interval(month.precision(), month.precision())
                : WilsonInterval.of(counts.truePositives(), counts.flagged(), CONFIDENCE);
        Tornado tornado = Tornado.standard(month, precision, new Interval(low, high));
        return new MonthFigures(
                ownValues,
                money(month.customerValue()),
                figure("net_per_month", monthly.net(), monthly.netInterval(), Figure.Unit.MONEY),
                figure("return_on_cost", monthly.roi(), monthly.roiInterval(), Figure.Unit.SHARE),
                figure(
                        "break_even_save_rate",
                        month.breakEvenSaveRate(),
                        month.breakEvenSaveRateInterval(counts, CONFIDENCE),
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
