package io.gatehouse.checks;

import io.gatehouse.checks.ValueFigures.Decile;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.ValueByDecile;
import io.gatehouse.money.Money;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.WeightedStatistics;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * How many customers are contacted, on the whole and by decile. Of weighted rows as many customers are spoken of as there are rows, in the
 * shares that the weights give them, rounded to whole customers: so that a common factor of the weights changes nothing.
 *
 * @param contacted at or above the threshold
 * @param leavers of those
 */
record ContactedCounts(long contacted, long leavers) {

    static ContactedCounts of(ConfusionCounts counts) {
        return new ContactedCounts(counts.flagged(), counts.truePositives());
    }

    /** @param rows as many customers as are spoken of */
    static ContactedCounts of(long rows, WeightedCounts weighted) {
        return new ContactedCounts(
                Math.round(rows * weighted.flagged().shareOf(weighted.total())),
                Math.round(rows * weighted.truePositives().shareOf(weighted.total())));
    }

    /** With values of their own a decile is of those who have one; none where weights count as well, since these sums are of rows. */
    static List<Decile> deciles(EvidenceStatistics statistics, ValueAssumptions assumptions) {
        WeightedStatistics weights = statistics.weights();
        Currency currency = assumptions.customerValue().currency();
        if (weights != null && weights.values() != null && assumptions.monthsKept() != null) {
            return List.of();
        }
        return weights == null
                ? ofRows(CampaignWorth.byDecile(statistics, assumptions), currency)
                : ofWeights(statistics.test().rows(), weights.test(), CampaignWorth.economics(assumptions), currency);
    }

    private static List<Decile> ofRows(ValueByDecile byDecile, Currency currency) {
        List<Decile> deciles = new ArrayList<>();
        for (ValueByDecile.Band band : byDecile.bands()) {
            deciles.add(new Decile(
                    deciles.size() + 1,
                    band.customers(),
                    band.leavers(),
                    Money.of(band.net(), currency),
                    Money.of(band.cumulativeNet(), currency)));
        }
        return deciles;
    }

    private static List<Decile> ofWeights(
            long rows, WeightedStatistics.Split test, CampaignEconomics economics, Currency currency) {
        BigInteger all = test.all().counts().total().sum();
        List<Decile> deciles = new ArrayList<>();
        double tenth = rows / 10.0;
        double cumulative = 0;
        for (BigInteger positives : test.positivesByTenth()) {
            double leavers = rows
                    / 10.0
                    * new BigDecimal(positives)
                            .divide(new BigDecimal(all), MathContext.DECIMAL128)
                            .doubleValue();
            double net = leavers * economics.valueOfContactedLeaver()
                    + (tenth - leavers) * economics.valueOfContactedStayer();
            cumulative += net;
            deciles.add(new Decile(
                    deciles.size() + 1,
                    Math.round(tenth),
                    Math.round(leavers),
                    Money.of(net, currency),
                    Money.of(cumulative, currency)));
        }
        return deciles;
    }
}
