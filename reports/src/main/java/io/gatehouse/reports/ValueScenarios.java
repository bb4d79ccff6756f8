package io.gatehouse.reports;

import io.gatehouse.checks.ValueFigures;
import io.gatehouse.checks.ValueFigures.Decile;
import io.gatehouse.checks.WorthScenarios;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Words;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** How the worth of a version hangs on the assumptions and on how many are contacted, as formulas. */
final class ValueScenarios {
    static final String NAME = "ROI scenarios";

    private static final int[] WIDTHS = {36, 15, 15, 21, 19, 72};
    private static final int CHART_ROWS = 16;

    private final SheetWriter writer;
    private final ValueFigures value;
    private final String money;
    private final @Nullable Double meanWorth;

    private ValueScenarios(SheetWriter writer, ValueFigures value, @Nullable Double meanWorth) {
        this.writer = writer;
        this.value = value;
        this.meanWorth = meanWorth;
        this.money = CellContent.wholeMoneyFormat(value.net().currency());
    }

    /** @param meanWorth of the leavers contacted, where customers count with values of their own: what {@code customer_value} begins with */
    static void write(ReportWorkbook report, ValueFigures value, @Nullable Double meanWorth) {
        SheetWriter writer = report.sheet(
                NAME,
                "ROI under other assumptions",
                "Follows the assumptions on the sheet " + ValueSheet.NAME + ", so change them there.");
        for (int i = 0; i < WIDTHS.length; i++) {
            writer.sheet().setColumnWidth(i, WIDTHS[i] * 256);
        }
        ValueScenarios scenarios = new ValueScenarios(writer, value, meanWorth);
        scenarios.sensitivity();
        scenarios.tenths();
        writer.sheet().createFreezePane(0, 2);
        PrintSetup.onOnePage(writer.sheet());
    }

    private void sensitivity() {
        writer.space().heading("Net, if the offer works less or more often and a customer is worth less or more");
        Row header = writer.row();
        header.setHeightInPoints(TextLines.height(1) + 3);
        writer.cells().write(header, 0, Look.HEADER, false, new CellContent.Text(Words.figure("save_rate")));
        for (int i = 0; i < WorthScenarios.SHARES_OF_WORTH.size(); i++) {
            writer.cells()
                    .formula(
                            header,
                            i + 1,
                            Look.HEADER,
                            "customer_value*" + WorthScenarios.SHARES_OF_WORTH.get(i),
                            money);
        }
        int worths = header.getRowNum() + 1;
        for (double saveRate : WorthScenarios.SAVE_RATES) {
            Row row = writer.row();
            writer.cells().write(row, 0, Look.LABEL, false, CellContent.share(saveRate));
            String rate = "$A" + (row.getRowNum() + 1);
            for (int i = 0; i < WorthScenarios.SHARES_OF_WORTH.size(); i++) {
                String worth = (char) ('B' + i) + "$" + worths;
                String formula = ValueFormulas.netToCents("contacted", "leavers_contacted", rate, worth);
                writer.cells().formula(row, i + 1, Look.BODY, formula, money);
            }
        }
    }

    private void tenths() {
        writer.space().heading("Contacting one tenth of the customers after the other, highest scores first");
        if (meanWorth != null) {
            writer.note(
                    "A tenth counts with what its own leavers are worth. Another worth of a saved customer on the sheet "
                            + ValueSheet.NAME + " moves all tenths by the same share.");
        }
        TableRange range = writer.table("deciles", columns(), value.deciles().iterator(), "No tenths were computed.");
        long customersSoFar = 0;
        long leaversSoFar = 0;
        for (int i = 0; i < range.rows(); i++) {
            Decile decile = value.deciles().get(i);
            customersSoFar += decile.customers();
            leaversSoFar += decile.leavers();
            int line = range.header() + 2 + i;
            int top = range.header() + 2;
            Row row = writer.sheet().getRow(line - 1);
            String worth = worth(decile.net(), decile.customers(), decile.leavers());
            writer.cells()
                    .formula(
                            row,
                            3,
                            Look.BODY,
                            ValueFormulas.netToCents("B" + line, "C" + line, "save_rate", worth),
                            money);
            String customers = "SUM(B$" + top + ":B" + line + ")";
            String leavers = "SUM(C$" + top + ":C" + line + ")";
            String worthSoFar = worth(decile.cumulativeNet(), customersSoFar, leaversSoFar);
            writer.cells()
                    .formula(
                            row,
                            4,
                            Look.BODY,
                            ValueFormulas.netToCents(customers, leavers, "save_rate", worthSoFar),
                            money);
        }
        if (range.rows() > 0) {
            chart(range);
        }
    }

    /** What a leaver among these customers is worth: the same for all, or so many times the mean that the evaluation's net comes out. */
    private String worth(Money net, long customers, long leavers) {
        double saved = leavers * value.assumptions().saveRate();
        if (meanWorth == null || saved == 0) {
            return "customer_value";
        }
        double worth = WorthScenarios.worthBehind(net.amount().doubleValue(), customers, leavers, value.assumptions());
        return meanWorth > 0 ? "customer_value*" + worth / meanWorth : String.valueOf(worth);
    }

    private List<Column<Decile>> columns() {
        return List.of(
                Column.text("Tenth", 10, decile -> CellContent.whole((long) decile.decile())),
                Column.number("Customers", 10, decile -> CellContent.whole(decile.customers())),
                Column.number("Leavers", 10, decile -> CellContent.whole(decile.leavers())),
                Column.number("Net of this tenth", 10, decile -> whole(decile.net())),
                Column.number("Net up to here", 10, decile -> whole(decile.cumulativeNet())));
    }

    private CellContent whole(Money amount) {
        return new CellContent.Numeric(amount.amount().doubleValue(), money);
    }

    private void chart(TableRange range) {
        List<Decile> deciles = value.deciles();
        int best = 0;
        for (int i = 1; i < deciles.size(); i++) {
            if (net(deciles, i) > net(deciles, best)) {
                best = i;
            }
        }
        boolean pays = net(deciles, best) > 0;
        String finding = pays
                ? "Contacting the highest " + (best == 0 ? "tenth" : best + 1 + " tenths") + " is worth most: "
                        + InWords.money(net(deciles, best), value.net().currency())
                : "Contacting any tenth costs more than it brings";
        Bars bars = new Bars(
                finding,
                "Bar chart of the net up to each tenth of the customers, highest scores first. " + finding + ".",
                "Tenth of the customers, highest scores first",
                "Net up to here",
                money,
                deciles.stream()
                        .map(decile -> Bars.Bar.of(
                                String.valueOf(decile.decile()),
                                decile.cumulativeNet().amount().doubleValue()))
                        .toList(),
                pays ? best : -1);
        XSSFSheet sheet = (XSSFSheet) writer.sheet();
        XSSFClientAnchor place = sheet.createDrawingPatriarch()
                .createAnchor(120_000, 0, 0, 0, 5, range.header(), 6, range.header() + CHART_ROWS);
        BarChart.draw(sheet, bars, new BarChart.Cells(range.column(0), range.column(4), null, null), place, true);
    }

    private static double net(List<Decile> deciles, int index) {
        return deciles.get(index).cumulativeNet().amount().doubleValue();
    }
}
