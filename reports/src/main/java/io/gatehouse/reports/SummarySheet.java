package io.gatehouse.reports;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The first sheet: title, what it comes to, as of when, a few figures, one picture, and what could make it wrong. */
final class SummarySheet {
    static final String NAME = "Summary";

    private static final int[] WIDTHS = {34, 18, 14, 14, 83};
    private static final int LAST = WIDTHS.length - 1;
    /** Hidden: how far the whiskers of the chart reach, which no program draws from anything but cells. */
    private static final int UP = LAST + 2;

    private static final int DOWN = LAST + 3;
    private static final int PICTURE_ROWS = 14;
    /** Between the table and the picture, in the unit of drawings. */
    private static final int GAP = 120_000;

    private static final CellContent NOTHING = new CellContent.Text("");

    private final XSSFSheet sheet;
    private final WorkbookStyles styles;
    private final CellWriter cells;
    private int next;

    SummarySheet(XSSFSheet sheet, WorkbookStyles styles, String title) {
        this.sheet = sheet;
        this.styles = styles;
        this.cells = new CellWriter(styles);
        PrintSetup.landscape(sheet);
        PrintSetup.onOnePage(sheet);
        sheet.setDisplayGridlines(false);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        Row row = row();
        row.setHeightInPoints(30);
        cells.write(row, 0, Look.TITLE, false, new CellContent.Text(title));
    }

    /** The status in a word with its fill, and the sentence that goes with it. */
    SummarySheet verdict(String word, Status status, String sentence) {
        Row row = row();
        cells.write(row, 0, Look.LEAD, false, new CellContent.Text(word));
        row.getCell(0).setCellStyle(styles.badge(status));
        prose(row, 1, Look.LEAD, sentence);
        row.getCell(1).setCellStyle(styles.lead());
        return this;
    }

    SummarySheet asOf(String sentence) {
        prose(row(), 0, Look.QUIET, sentence);
        next++;
        return this;
    }

    SummarySheet sentences(List<String> sentences) {
        sentences.forEach(sentence -> prose(row(), 0, Look.PROSE, sentence));
        if (!sentences.isEmpty()) {
            next++;
        }
        return this;
    }

    SummarySheet keyFigures(List<KeyFigure> figures) {
        boolean ranges = figures.stream().anyMatch(KeyFigure::hasRange);
        header("Key figures", "Value", ranges ? "Likely from" : "", ranges ? "to" : "", "In words");
        for (KeyFigure figure : figures) {
            Row row = row();
            cells.write(row, 0, Look.LABEL, false, new CellContent.Text(figure.label()));
            if (figure.status() != null) {
                row.getCell(0).setCellStyle(styles.judged(figure.status()));
            }
            cells.write(row, 1, Look.KEY, true, figure.value());
            cells.body(row, 2, true, ranges ? figure.low() : NOTHING);
            cells.body(row, 3, true, ranges ? figure.high() : NOTHING);
            cells.body(row, LAST, false, new CellContent.Text(figure.words()));
            height(row, Math.max(lines(figure.label(), 0), lines(figure.words(), LAST)), 6);
        }
        next++;
        return this;
    }

    /** The numbers at the left, the same numbers drawn at the right. Without any number there is only a sentence. */
    SummarySheet picture(Bars bars, String ifNothing) {
        if (!bars.hasValues()) {
            return sentences(List.of(ifNothing));
        }
        Bars drawn = bars.knownFirst();
        int top = next;
        boolean intervals = drawn.hasIntervals();
        header(
                intervals
                        ? new String[] {drawn.labelTitle(), drawn.valueTitle(), "Likely from", "to"}
                        : new String[] {drawn.labelTitle(), drawn.valueTitle()});
        sheet.setColumnHidden(UP, true);
        sheet.setColumnHidden(DOWN, true);
        int first = next;
        drawn.bars().forEach(bar -> bar(bar, drawn));
        int last = first + drawn.known() - 1;
        int bottom = Math.max(next, top + PICTURE_ROWS);
        XSSFClientAnchor place = sheet.createDrawingPatriarch().createAnchor(GAP, 0, 0, 0, LAST, top, LAST + 1, bottom);
        BarChart.Cells cells = new BarChart.Cells(
                column(first, last, 0), column(first, last, 1), column(first, last, UP), column(first, last, DOWN));
        BarChart.draw(sheet, drawn, cells, place, false);
        next = bottom + 1;
        return this;
    }

    /** Counts that follow what people enter in the workbook. */
    SummarySheet tally(String heading, List<Bars.Bar> counts) {
        header(heading, "Now");
        Bars plain = new Bars("", "", "", "", CellContent.WHOLE, counts, -1);
        counts.forEach(count -> bar(count, plain));
        next++;
        return this;
    }

    SummarySheet caveats(List<String> caveats) {
        if (!caveats.isEmpty()) {
            Row row = row();
            cells.write(row, 0, Look.HEADING, false, new CellContent.Text("Before you rely on this"));
            caveats.forEach(caveat -> prose(row(), 0, Look.PROSE, "• " + caveat));
        }
        return this;
    }

    private static CellRangeAddress column(int first, int last, int column) {
        return new CellRangeAddress(first, last, column, column);
    }

    private void bar(Bars.Bar bar, Bars bars) {
        Row row = row();
        cells.body(row, 0, false, new CellContent.Text(bar.label()));
        cells.body(row, 1, true, CellContent.number(bar.value(), bars.format()));
        if (bar.formula() != null) {
            XSSFCell value = (XSSFCell) row.getCell(1);
            value.setCellFormula(bar.formula());
            // The rows that it counts are on their way to disk, so nothing could compute it here.
            value.setCellValue(bar.value());
        }
        if (bars.hasIntervals()) {
            cells.body(row, 2, true, CellContent.numberOr(bar.low(), bars.format(), "–"));
            cells.body(row, 3, true, CellContent.numberOr(bar.high(), bars.format(), "–"));
            row.createCell(UP).setCellValue(bar.above());
            row.createCell(DOWN).setCellValue(bar.below());
        }
        height(row, lines(bar.label(), 0), 0);
    }

    private void header(String... titles) {
        Row row = row();
        for (int i = 0; i < titles.length; i++) {
            cells.write(row, i, Look.HEADER, i > 0 && i < LAST, new CellContent.Text(titles[i]));
        }
        int lines = 1;
        for (int i = 0; i < titles.length; i++) {
            lines = Math.max(lines, TextLines.count(titles[i], (WIDTHS[i] - SheetWriter.INDENT) * TextLines.BOLD));
        }
        height(row, lines, 3);
    }

    /** Runs over the columns at its right; a merged cell does not grow by itself, so its height is reckoned. */
    private void prose(Row row, int from, Look look, String text) {
        cells.write(row, from, look, false, new CellContent.Text(text));
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, LAST));
        int width = 0;
        for (int i = from; i <= LAST; i++) {
            width += WIDTHS[i];
        }
        boolean lead = look == Look.LEAD;
        int lines = TextLines.count(text, lead ? width * 0.8 : width);
        height(row, lines, lead ? 6 + 3 * lines : look == Look.QUIET ? 6 : 2);
    }

    private static int lines(String text, int column) {
        return TextLines.count(text, WIDTHS[column] - SheetWriter.INDENT);
    }

    private static void height(Row row, int lines, int extra) {
        row.setHeightInPoints(TextLines.height(lines) + extra);
    }

    private Row row() {
        return sheet.createRow(next++);
    }
}
