package io.gatehouse.checks;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.CampaignMonth;
import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.MeanValue;
import io.gatehouse.fairness.value.MonthlyReturn;
import io.gatehouse.fairness.value.OwnValue;
import io.gatehouse.fairness.value.PairedValue;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.Tornado;
import io.gatehouse.fairness.value.ValueByDecile;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValue;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import java.math.BigDecimal;
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
    private final @Nullable Weighted weighted;

    /**
     * The same by weight.
     *
     * @param paired absent without a baseline
     */
    private record Weighted(
            WeightedValueCells cells, @Nullable WeightedPairedCells paired) {}

    private CampaignWorth(
            ValueAssumptions assumptions,
            ValueCells cells,
            boolean ownValues,
            @Nullable PairedValueCells paired,
            @Nullable Weighted weighted) {
        this.weighted = weighted;
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
        WeightedStatistics weights = judged.statistics().weights();
        if (values == null || months == null) {
            ConfusionCounts counts = judged.statistics().test().counts();
            return new CampaignWorth(
                    assumptions,
                    ValueCells.flat(counts, assumptions.customerValue().amount().doubleValue()),
                    false,
                    null,
                    weights == null ? null : flat(weights, assumptions));
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        PairedValueCells paired = values.paired();
        return new CampaignWorth(
                assumptions,
                over(values.cells(), kept),
                true,
                paired == null ? null : over(paired, kept),
                weights == null ? null : over(Objects.requireNonNull(weights.values()), kept));
    }

    /**
     * With values of their own, where the version acts at another threshold and the champion at its own still.
     *
     * @param percent the threshold, 1..99
     * @return absent where customers count with the assumed value, or by weights, by which values of their own are not known by threshold
     */
    static @Nullable CampaignWorth ownAt(Judged judged, int percent) {
        EvidenceStatistics.Values values = judged.statistics().values();
        Integer months = judged.assumptions().monthsKept();
        if (values == null || months == null || judged.statistics().weights() != null) {
            return null;
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        ChallengerValues paired = values.pairedByScore();
        return new CampaignWorth(
                judged.assumptions(),
                over(values.byScore().at(percent), kept),
                true,
                paired == null ? null : over(paired.at(percent), kept),
                null);
    }

    /** By tenths of the rows, not of their weights. */
    static ValueByDecile byDecile(EvidenceStatistics statistics, ValueAssumptions assumptions) {
        EvidenceStatistics.Values values = statistics.values();
        Integer months = assumptions.monthsKept();
        CampaignEconomics economics = economics(assumptions);
        if (values == null || months == null) {
            return ValueByDecile.of(statistics.test().deciles(), economics);
        }
        BigDecimal kept = BigDecimal.valueOf(months);
        return ValueByDecile.of(
                statistics.test().deciles(),
                values.deciles().stream()
                        .map(band -> new BandValues(over(band.positives(), kept), over(band.negatives(), kept)))
                        .toList(),
                new OwnValue(economics));
    }

    private static Weighted flat(WeightedStatistics weights, ValueAssumptions assumptions) {
        double each = assumptions.customerValue().amount().doubleValue();
        WeightedStatistics.Pairs pairs = weights.pairs();
        return new Weighted(
                WeightedValueCells.flat(weights.test().all().counts(), each),
                pairs == null ? null : pairs.decisions().flat(each));
    }

    private static Weighted over(WeightedStatistics.Values month, BigDecimal months) {
        WeightedPairedCells paired = month.paired();
        return new Weighted(month.cells().times(months), paired == null ? null : paired.times(months));
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
                : ContactedCounts.of(counts().total(), weighted.cells.counts());
    }

    /** Mean over all customers of the evidence, with its deviation. */
    MeanValue perCustomer() {
        if (weighted != null) {
            return new WeightedValue(economics).perCustomer(weighted.cells);
        }
        return ownValues ? new OwnValue(economics).perCustomer(cells) : economics.perCustomer(cells.counts());
    }

    PairedValue beside(EvidenceStatistics.Pairs pairs) {
        if (weighted != null) {
            return new WeightedValue(economics).paired(Objects.requireNonNull(weighted.paired));
        }
        return paired == null ? PairedValue.of(pairs.decisions(), economics) : PairedValue.of(paired, economics);
    }

    double benefit() {
        if (weighted != null) {
            return counts().total() * new WeightedValue(economics).benefitPerCustomer(weighted.cells);
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
            return new WeightedValue(economics).roi(weighted.cells);
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
                : new WeightedValue(economics).month(weighted.cells, customers, running);
        MonthlyReturn monthly = weighted == null
                ? MonthlyReturn.of(cells, economics, customers, running, CONFIDENCE)
                : MonthlyReturn.of(weighted.cells, economics, customers, running, CONFIDENCE);
        Proportion found = weighted == null ? Rate.PRECISION.of(counts()) : WeightedValue.precision(weighted.cells);
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
