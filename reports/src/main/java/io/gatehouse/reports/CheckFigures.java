package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import java.util.Currency;
import java.util.Locale;

/** What checks come to, for the first sheets of workbooks, and what to bear in mind with it. */
final class CheckFigures {
    static final String MODELLED =
            "ROI is modelled from assumptions, never measured: it takes for granted that every leaver"
                    + " answers an offer alike. The sheet ROI lets you try other assumptions.";

    static final String NEITHER = Words.of(Verdict.INCONCLUSIVE)
            + " means that the data shows neither a pass nor a failure. It never counts as a pass.";

    private CheckFigures() {}

    /** Before running and building it. */
    static KeyFigure perMonth(ValueFigures value) {
        Currency currency = value.net().currency();
        Figure each = value.netPerCustomer();
        long customers = value.assumptions().customersPerMonth();
        String words = "Contacting everybody with a score of " + InWords.share(value.threshold()) + " or more, of "
                + InWords.whole(customers) + " customers a month; before running and building it.";
        Double low = each.low();
        Double high = each.high();
        String label = Words.figure("net_per_month");
        return low == null || high == null
                ? KeyFigure.plain(label, CellContent.money(value.netPerMonth()), words)
                : new KeyFigure(
                        label,
                        null,
                        CellContent.money(value.netPerMonth()),
                        CellContent.money(Money.of(low * customers, currency)),
                        CellContent.money(Money.of(high * customers, currency)),
                        words);
    }

    /** The answer of a check with the figure that a reader looks for first. */
    static KeyFigure of(CheckResult check, Currency currency) {
        String label =
                Words.of(check.check()) + ": " + Words.of(check.verdict()).toLowerCase(Locale.ROOT);
        KeyFigure figure = check.headline() == null
                ? KeyFigure.plain(label, CellContent.NONE, check.sentence().english())
                : KeyFigure.of(
                        label,
                        check.headline(),
                        currency,
                        Words.figure(check.headline().name()) + ". "
                                + check.sentence().english());
        return figure.judged(Statuses.of(check.verdict()));
    }
}
