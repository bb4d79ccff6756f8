package io.gatehouse.reports;

import io.gatehouse.checks.ValueFigures;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import java.util.Currency;

/** The lower half of the sheet ROI: what acting on the version comes to, and what it is worth beside the champion. */
final class ValueResults {
    private static final String MONTHS = "0.0";

    private final ValueRows rows;
    private final ValueFigures value;
    private final Currency currency;

    ValueResults(ValueRows rows, ValueFigures value) {
        this.rows = rows;
        this.value = value;
        this.currency = value.net().currency();
    }

    void write() {
        rows.header("What it comes to", "With your figures", "As evaluated", "Compared", "In words");
        amount(
                "Benefit",
                "benefit",
                ValueFormulas.BENEFIT,
                value.benefit(),
                "Leavers reached × share who stay × worth of each.");
        amount(
                "Cost of contacts and offers",
                "campaign_cost",
                ValueFormulas.CAMPAIGN_COST,
                value.cost(),
                "Everybody contacted, and an offer for each who takes it: saved leavers and stayers.");
        amount("Net", "net_value", ValueFormulas.NET, value.net(), "Benefit less cost.");
        rows.result(
                Words.figure("return_on_cost"),
                "return_on_cost",
                ValueFormulas.RETURN_ON_COST,
                CellContent.SHARE,
                CellContent.share(value.returnOnCost()),
                "Net over cost, before running and building it.");
        rows.result(
                Words.figure("net_per_customer"),
                "net_per_customer",
                ValueFormulas.NET_PER_CUSTOMER,
                CellContent.moneyFormat(currency),
                CellContent.estimate(value.netPerCustomer(), currency),
                likely());
        amount(
                Words.figure("net_per_month"),
                "net_per_month",
                ValueFormulas.NET_PER_MONTH,
                value.netPerMonth(),
                "Worth per customer × customers a month, before running and building it.");
        months("Months until building is paid, at best", "low", "payback_best", value.paybackMonthsLow());
        months("Months until building is paid, at worst", "high", "payback_worst", value.paybackMonthsHigh());
        rows.result(
                "Score from which a contact pays",
                "break_even_score",
                ValueFormulas.BREAK_EVEN,
                CellContent.SHARE,
                CellContent.share(value.breakEvenScore()),
                "Where the scores mean what they say.");
    }

    void againstChampion(ValueFigures.AgainstChampion against) {
        rows.header("Beside the champion, version " + against.championVersion(), "", "As evaluated", "", "In words");
        rows.fixed("Net of the champion", CellContent.money(against.championNet()), "On the same customers.");
        rows.fixed(
                "Worth per customer beside it",
                CellContent.estimate(against.differencePerCustomer(), currency),
                "Version less champion, on the same customers; below zero means less.");
        rows.fixed(
                "Likely from",
                CellContent.low(against.differencePerCustomer(), currency),
                "The lower bound that the policy looks at.");
        rows.fixed("to", CellContent.high(against.differencePerCustomer(), currency), "");
        rows.fixed(
                "May fall short by",
                CellContent.number(against.margin(), CellContent.moneyFormat(currency, against.margin())),
                "Per customer, by the policy.");
    }

    private void amount(String label, String name, String formula, Money evaluated, String words) {
        String format = CellContent.moneyFormat(currency, evaluated.amount().doubleValue());
        rows.result(label, name, formula, format, CellContent.money(evaluated), words);
    }

    private void months(String label, String lowOrHigh, String name, double evaluated) {
        rows.result(
                label,
                name,
                ValueFormulas.payback(lowOrHigh),
                MONTHS,
                Double.isInfinite(evaluated) ? new CellContent.Absent("never") : CellContent.number(evaluated, MONTHS),
                "One-time cost over net a month less running cost, both at their " + lowOrHigh + " figure.");
    }

    private String likely() {
        Double low = value.netPerCustomer().low();
        Double high = value.netPerCustomer().high();
        return low == null || high == null
                ? "Mean over all test rows."
                : "Mean over all test rows; in the evaluation likely between " + InWords.money(low, currency) + " and "
                        + InWords.money(high, currency) + ".";
    }
}
