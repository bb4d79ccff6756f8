package io.gatehouse.reports;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;

/** Writes one data sheet from top to bottom: title in A1, a note, tables under frozen headers, set up for print. */
final class SheetWriter {
    private final Sheet sheet;
    private final WorkbookStyles styles;
    private final CellWriter cells;
    private int next;

    /** Characters that the indent of a cell takes. */
    static final int INDENT = 2;

    SheetWriter(Sheet sheet, WorkbookStyles styles, String title, String note) {
        this.sheet = sheet;
        this.styles = styles;
        this.cells = new CellWriter(styles);
        PrintSetup.landscape(sheet);
        line(title, Look.TITLE).setHeightInPoints(26);
        note(note);
    }

    Sheet sheet() {
        return sheet;
    }

    CellWriter cells() {
        return cells;
    }

    /** Row that the next call writes to, from 0. */
    int next() {
        return next;
    }

    Row row() {
        return sheet.createRow(next++);
    }

    SheetWriter space() {
        next++;
        return this;
    }

    SheetWriter heading(String text) {
        line(text, Look.HEADING);
        return this;
    }

    /** One line over all columns, not wrapped, since a wrapped note would stand in the first column alone. */
    SheetWriter note(String text) {
        line(text, Look.NOTE);
        return this;
    }

    /**
     * A table with a named range, AutoFilter and a header that stays in sight and is repeated on every page. A sheet has one.
     *
     * @param frozen columns that stay in sight as well
     * @param ifEmpty what the first cell says if there are no rows
     */
    <T> TableRange mainTable(String name, List<Column<T>> columns, Iterator<T> rows, int frozen, String ifEmpty) {
        int header = mainHeader(columns, frozen);
        body(columns, rows);
        return filtered(columns, range(name, columns, header, next - header - 1, ifEmpty));
    }

    /** The header of a main table whose rows are written elsewhere. @return the row it stands in, from 0 */
    <T> int mainHeader(List<Column<T>> columns, int frozen) {
        int header = next;
        header(columns);
        sheet.createFreezePane(frozen, header + 1);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        return header;
    }

    /** A main table whose rows, at least one, were written elsewhere. */
    <T> TableRange mainTableOf(String name, List<Column<T>> columns, int header, int written) {
        next = header + 1 + written;
        return filtered(columns, range(name, columns, header, written, ""));
    }

    private <T> TableRange filtered(List<Column<T>> columns, TableRange range) {
        sheet.setAutoFilter(new CellRangeAddress(range.header(), range.last(), 0, columns.size() - 1));
        return range;
    }

    /** A table with a named range, where a sheet holds more than one. */
    <T> TableRange table(String name, List<Column<T>> columns, Iterator<T> rows, String ifEmpty) {
        int header = next;
        header(columns);
        body(columns, rows);
        return range(name, columns, header, next - header - 1, ifEmpty);
    }

    private <T> void body(List<Column<T>> columns, Iterator<T> rows) {
        int[] widths = new int[columns.size()];
        Arrays.setAll(widths, i -> sheet.getColumnWidth(i) / 256);
        while (rows.hasNext()) {
            T item = rows.next();
            Row row = row();
            int lines = 1;
            for (int i = 0; i < columns.size(); i++) {
                Column<T> column = columns.get(i);
                CellContent content = column.content().apply(item);
                cells.body(row, i, column.right(), content);
                lines = Math.max(lines, content.lines(widths[i] - INDENT));
            }
            row.setHeightInPoints(TextLines.height(lines));
        }
    }

    private <T> TableRange range(String name, List<Column<T>> columns, int header, int written, String ifEmpty) {
        if (written == 0) {
            line(ifEmpty, Look.NOTE);
        }
        TableRange range = new TableRange(sheet.getSheetName(), header, next - 1, written, columns.size());
        name(name, range.formula());
        for (int i = 0; i < columns.size(); i++) {
            StatusColours.on(sheet, range.column(i), columns.get(i).statuses());
        }
        return range;
    }

    /** Gives cells a name that formulas and readers can use. */
    void name(String name, String formula) {
        Name defined = sheet.getWorkbook().createName();
        defined.setNameName(name);
        defined.setRefersToFormula(formula);
    }

    static String safeSheetName(String name) {
        return WorkbookUtil.createSafeSheetName(name);
    }

    private <T> void header(List<Column<T>> columns) {
        Row row = row();
        int lines = 1;
        for (int i = 0; i < columns.size(); i++) {
            Column<T> column = columns.get(i);
            int width = Math.min(255, Math.max(column.width(), TextLines.widest(column.title()))) * 256;
            if (sheet.getColumnWidth(i) < width || sheet.getColumnWidth(i) == sheet.getDefaultColumnWidth() * 256) {
                sheet.setColumnWidth(i, width);
            }
            cells.write(row, i, Look.HEADER, column.right(), new CellContent.Text(column.title()));
            lines = Math.max(
                    lines, TextLines.count(column.title(), (sheet.getColumnWidth(i) / 256d - INDENT) * TextLines.BOLD));
        }
        row.setHeightInPoints(TextLines.height(lines) + 3);
    }

    private Row line(String text, Look look) {
        Row row = row();
        cells.write(row, 0, look, false, new CellContent.Text(text));
        return row;
    }
}
