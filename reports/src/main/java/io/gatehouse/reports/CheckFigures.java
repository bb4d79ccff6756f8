package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.MonthWorth;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.fairness.verdicts.Verdict;
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

    /** What a month is worth, as every screen tells it. */
    static KeyFigure perMonth(ValueFigures value, MonthWorth month) {
        String words = "Contacting everybody with a score of " + InWords.share(value.threshold()) + " or more, of "
                + InWords.whole(value.assumptions().customersPerMonth()) + " customers a month; "
                + (month.afterRunning() ? "after running it, before building it." : "before running and building it.");
        return KeyFigure.of(
                Words.figure(month.afterRunning() ? "month.net_per_month" : "net_per_month"),
                month.net(),
                month.currency(),
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
