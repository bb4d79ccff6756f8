package io.gatehouse.reports;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * Where a table stands.
 *
 * @param sheet name
 * @param header row of the header, from 0
 * @param last row, from 0; at least the one below the header, which an empty table fills with words
 * @param rows of data
 * @param columns in it
 */
record TableRange(String sheet, int header, int last, int rows, int columns) {

    /** Data cells of a column, without the header. */
    CellRangeAddress column(int index) {
        return new CellRangeAddress(header + 1, last, index, index);
    }

    /** The whole table with its header, as a formula refers to it. */
    String formula() {
        return formula(new CellRangeAddress(header, last, 0, columns - 1));
    }

    /** Some cells of the sheet, as a formula refers to them. */
    String formula(CellRangeAddress range) {
        return formula(sheet, range);
    }

    static String formula(String sheet, CellRangeAddress range) {
        CellReference from = new CellReference(range.getFirstRow(), range.getFirstColumn(), true, true);
        CellReference to = new CellReference(range.getLastRow(), range.getLastColumn(), true, true);
        String cells = from.formatAsString() + (range.getNumberOfCells() == 1 ? "" : ":" + to.formatAsString());
        return "'" + sheet.replace("'", "''") + "'!" + cells;
    }
}
