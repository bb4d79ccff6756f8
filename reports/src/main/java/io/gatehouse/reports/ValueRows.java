package io.gatehouse.reports;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;

/** The rows of the sheet ROI: what it is, the live cell, what the evaluation computed, whether they still agree, and what it means. */
final class ValueRows {
    private static final int[] WIDTHS = {38, 19, 16, 15, 72};
    private static final int WORDS = WIDTHS.length - 1;
    /** Amounts are kept to cents, so anything less is no change. */
    private static final String HALF_A_CENT = "0.005";

    /** Shares, scores and months, which are not rounded. */
    private static final String NO_CHANGE = "0.0000001";

    private final SheetWriter writer;

    ValueRows(SheetWriter writer) {
        this.writer = writer;
        for (int i = 0; i < WIDTHS.length; i++) {
            writer.sheet().setColumnWidth(i, WIDTHS[i] * 256);
        }
    }

    /** @param words over the last column; may be long */
    void header(String what, String live, String evaluated, String still, String words) {
        Row row = writer.row();
        String[] titles = {what, live, evaluated, still, words};
        for (int i = 0; i < titles.length; i++) {
            writer.cells().write(row, i, Look.HEADER, i == 1 || i == 2, new CellContent.Text(titles[i]));
        }
        int lines = 1;
        for (int i = 0; i < titles.length; i++) {
            double room = (WIDTHS[i] - SheetWriter.INDENT) * TextLines.BOLD;
            lines = Math.max(lines, TextLines.count(titles[i], room));
        }
        row.setHeightInPoints(TextLines.height(lines) + 3);
    }

    /** A cell that the reader may change. */
    void input(String label, String name, CellContent content, String words) {
        Row row = labelled(label, words);
        writer.cells().write(row, 1, Look.INPUT, true, content);
        writer.cells().body(row, 2, true, content);
        defined(name, row);
        compare(row, NO_CHANGE);
    }

    /** A cell that follows the inputs; it carries the format of what was evaluated. */
    void result(String label, String name, String formula, String format, CellContent evaluated, String words) {
        Row row = labelled(label, words);
        writer.cells().formula(row, 1, Look.RESULT, formula, format);
        writer.cells().body(row, 2, true, evaluated);
        defined(name, row);
        compare(row, format.contains("[$") ? HALF_A_CENT : NO_CHANGE);
    }

    /** What no input of this sheet moves. */
    void fixed(String label, CellContent evaluated, String words) {
        Row row = labelled(label, words);
        writer.cells().write(row, 1, Look.BODY, true, new CellContent.Text(""));
        writer.cells().body(row, 2, true, evaluated);
        writer.cells().write(row, 3, Look.BODY, false, new CellContent.Text(""));
    }

    private void compare(Row row, String tolerance) {
        String live = "B" + (row.getRowNum() + 1);
        String evaluated = "C" + (row.getRowNum() + 1);
        String same = "IF(AND(ISNUMBER(" + live + "),ISNUMBER(" + evaluated + ")),ABS(" + live + "-" + evaluated + ")<"
                + tolerance + "," + live + "=" + evaluated + ")";
        writer.cells()
                .formula(row, 3, Look.ABSENT, "IF(" + same + ",\"as evaluated\",\"changed\")", WorkbookStyles.GENERAL);
    }

    private Row labelled(String label, String words) {
        Row row = writer.row();
        writer.cells().write(row, 0, Look.LABEL, false, new CellContent.Text(label));
        writer.cells().write(row, WORDS, Look.LABEL, false, new CellContent.Text(words));
        int lines = Math.max(
                TextLines.count(label, WIDTHS[0] - SheetWriter.INDENT),
                TextLines.count(words, WIDTHS[WORDS] - SheetWriter.INDENT));
        row.setHeightInPoints(TextLines.height(lines));
        return row;
    }

    private void defined(String name, Row row) {
        writer.name(
                name,
                TableRange.formula(ValueSheet.NAME, new CellRangeAddress(row.getRowNum(), row.getRowNum(), 1, 1)));
    }
}
