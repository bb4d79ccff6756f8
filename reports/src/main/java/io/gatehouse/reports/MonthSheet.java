package io.gatehouse.reports;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.MonthFigures.Bar;
import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.sentences.Words;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A month of acting on the version, with how sure that is and what it hangs on; and what the model costs beside the campaign. */
final class MonthSheet {
    static final String NAME = "Month";

    private static final int CHART_ROWS = 20;

    private final SheetWriter writer;
    private final MonthFigures month;
    private final Currency currency;

    private MonthSheet(SheetWriter writer, MonthFigures month) {
        this.writer = writer;
        this.month = month;
        this.currency = month.customerValue().currency();
    }

    static void write(ReportWorkbook report, Optional<CheckResult> check) {
        SheetWriter writer = report.sheet(
                NAME,
                "A month of acting on it",
                "Modelled, never measured; after running it. Ranges are 95 % intervals for chance in the test rows; what the"
                        + " assumptions do to it, the bars tell.");
        writer.space();
        MonthFigures month = check.map(CheckResult::month).orElse(null);
        if (month == null) {
            writer.note("No month was counted.");
            return;
        }
        MonthSheet sheet = new MonthSheet(writer, month);
        TableRange bars = sheet.bars();
        writer.space();
        sheet.figures();
        check.map(CheckResult::value).ifPresent(value -> sheet.costs(value.assumptions()));
        sheet.chart(bars);
    }

    private TableRange bars() {
        return writer.mainTable(
                "month_hangs_on",
                List.of(
                        Column.text(
                                "Net of the month hangs on", 40, bar -> new CellContent.Text(Words.of(bar.input()))),
                        Column.number("Net at low", 15, bar -> money(bar.netAtLow())),
                        Column.number("Net at high", 15, bar -> money(bar.netAtHigh())),
                        Column.number("Low", 12, bar -> input(bar, bar.low())),
                        Column.number("Assumed", 12, bar -> input(bar, bar.assumed())),
                        Column.number("High", 12, bar -> input(bar, bar.high())),
                        Column.text(
                                "Decides over gain or loss",
                                18,
                                bar -> new CellContent.Text(bar.turnsTheSign() ? "yes" : "no"))),
                month.hangsOn().iterator(),
                1,
                "Nothing was varied.");
    }

    private CellContent input(Bar bar, double value) {
        return switch (bar.input()) {
            case SAVE_RATE, CONTACTED_SHARE, PRECISION -> CellContent.share(value);
            case CUSTOMERS -> CellContent.number(value, CellContent.WHOLE);
            case CUSTOMER_VALUE, OFFER_COST, CONTACT_COST, RUNNING_COST ->
                CellContent.number(value, CellContent.moneyFormat(currency, value));
        };
    }

    private CellContent money(Money amount) {
        return new CellContent.Numeric(amount.amount().doubleValue(), CellContent.wholeMoneyFormat(currency));
    }

    private void figures() {
        writer.heading("How sure");
        writer.table(
                "month_figures",
                List.of(
                        Column.text("Figure", 40, figure -> new CellContent.Text(Words.figure(month.wordFor(figure)))),
                        Column.number("Value", 15, figure -> CellContent.estimate(figure, currency)),
                        Column.number("Likely from", 15, figure -> CellContent.low(figure, currency)),
                        Column.<Figure>number("to", 12, figure -> CellContent.high(figure, currency)),
                        Column.number("Rows", 12, figure -> CellContent.whole(figure.n()))),
                List.of(month.net(), month.returnOnCost(), month.breakEvenSaveRate())
                        .iterator(),
                "No month was counted.");
        writer.note(
                month.ownValues()
                        ? "Each customer counts with a worth of their own from the evidence."
                        : "Every customer counts with the assumed worth.");
    }

    private void costs(ValueAssumptions given) {
        writer.space().heading("What the model costs beside contacts and offers");
        writer.note("Version " + given.version() + ", answered for by " + given.owner());
        writer.table(
                "cost_lines",
                List.of(
                        Column.text("Cost line", 40, line -> CellContent.text(line.name())),
                        Column.number("A month, low", 15, line -> money(line.monthlyLow())),
                        Column.number("A month, high", 15, line -> money(line.monthlyHigh())),
                        Column.number("Once, low", 12, line -> money(line.onceLow())),
                        Column.<CostLine>number("Once, high", 12, line -> money(line.onceHigh()))),
                given.costs().iterator(),
                "The model costs nothing beside contacts and offers.");
    }

    private void chart(TableRange bars) {
        Double net = month.net().estimate();
        if (bars.rows() == 0 || net == null) {
            return;
        }
        XSSFSheet sheet = (XSSFSheet) writer.sheet();
        sheet.setColumnWidth(8, 72 * 256);
        XSSFClientAnchor place = sheet.createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, 8, bars.header(), 9, bars.header() + CHART_ROWS);
        TornadoChart.draw(sheet, month, bars, place);
    }
}
