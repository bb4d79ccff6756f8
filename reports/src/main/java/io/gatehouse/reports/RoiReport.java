package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What acting on one version is worth as one evaluation counted it, over assumptions that the reader can change. */
public final class RoiReport implements EvaluationReport {
    private static final Currency WITHOUT_MONEY = Currency.getInstance("USD");
    private static final String NOTHING = "ROI was not computed, so there is nothing to draw.";

    @Override
    public void write(Evaluation evaluation, Provenance provenance, OutputStream out) throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(OneCheck.ROI.title(evaluation), provenance)) {
            Optional<CheckResult> check = OneCheck.ROI.of(evaluation);
            summary(report, evaluation, check);
            ValueSheet.write(report, check);
            MonthSheet.write(report, check);
            ChecksSheet.write(report, check.stream().toList(), currency(check));
            report.provenanceSheet(EvaluationFacts.of(evaluation));
            report.save(out);
        }
    }

    @Override
    public String fileName(Evaluation evaluation, Provenance provenance) {
        return OneCheck.ROI.fileName(evaluation, provenance);
    }

    private static void summary(ReportWorkbook report, Evaluation evaluation, Optional<CheckResult> check) {
        Optional<ValueFigures> value = evaluation.value();
        SummarySheet sheet = OneCheck.ROI
                .summary(report, evaluation)
                .sentences(value.map(RoiReport::sentences).orElse(List.of()))
                .keyFigures(value.map(found -> keyFigures(found, check)).orElse(List.of()));
        value.ifPresentOrElse(found -> sheet.picture(picture(found), NOTHING), () -> sheet.sentences(List.of(NOTHING)));
        sheet.caveats(List.of(
                CheckFigures.MODELLED,
                "Ranges tell the chance in which customers the test rows hold. What the assumptions do to the month, the"
                        + " sheet Month tells."));
    }

    private static List<String> sentences(ValueFigures value) {
        return List.of(
                "Contacting everybody with a score of " + InWords.share(value.threshold()) + " or more reaches "
                        + InWords.whole(value.contacted()) + " of " + InWords.whole(value.customers())
                        + " customers, of whom " + InWords.whole(value.leaversContacted()) + " leave.",
                "Counted with version " + value.assumptions().version() + " of the value assumptions, answered for by "
                        + value.assumptions().owner() + ".");
    }

    private static List<KeyFigure> keyFigures(ValueFigures value, Optional<CheckResult> check) {
        Currency currency = value.net().currency();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(KeyFigure.plain(
                "Net on the test rows", CellContent.money(value.net()), "Benefit less contacts and offers."));
        MonthFigures month = check.map(CheckResult::month).orElse(null);
        if (month == null) {
            check.flatMap(CheckResult::worthOfMonth)
                    .ifPresent(worth -> figures.add(CheckFigures.perMonth(value, worth)));
        } else {
            Stream.of(month.net(), month.returnOnCost(), month.breakEvenSaveRate())
                    .forEach(figure -> figures.add(ofMonth(month, figure, currency)));
        }
        figures.add(KeyFigure.plain(
                "Score from which a contact pays",
                CellContent.share(value.breakEvenScore()),
                "Where the scores mean what they say; the list begins at " + InWords.share(value.threshold()) + "."));
        return figures;
    }

    private static KeyFigure ofMonth(MonthFigures month, Figure figure, Currency currency) {
        String words = figure.equals(month.breakEvenSaveRate())
                ? "From which share of contacted leavers who stay the month earns."
                : "After running the model, at the middle of what that costs"
                        + (month.ownValues() ? "; each customer counts with a worth of their own." : ".");
        return KeyFigure.of(Words.figure(month.wordFor(figure)), figure, currency, words);
    }

    private static Bars picture(ValueFigures value) {
        boolean pays = value.net().amount().signum() > 0;
        Currency currency = value.net().currency();
        String finding = pays
                ? "On the test rows it brings " + amount(value.net(), currency) + " more than it costs"
                : "On the test rows it costs " + amount(value.net(), currency) + " more than it brings";
        return new Bars(
                finding,
                "Bar chart of benefit, cost and net on the test rows. " + finding
                        + ". The table at its left holds the same numbers.",
                "On the test rows",
                "Amount",
                CellContent.wholeMoneyFormat(currency),
                List.of(
                        bar("Benefit", value.benefit()),
                        bar("Cost of contacts and offers", value.cost()),
                        bar("Net", value.net())),
                2);
    }

    private static String amount(Money money, Currency currency) {
        return InWords.money(money.amount().abs().doubleValue(), currency);
    }

    private static Bars.Bar bar(String label, Money amount) {
        return Bars.Bar.of(label, amount.amount().doubleValue());
    }

    private static Currency currency(Optional<CheckResult> check) {
        return check.map(CheckResult::currency).orElse(WITHOUT_MONEY);
    }
}
