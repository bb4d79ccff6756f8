package io.gatehouse.reports;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;

/** Writes contents into cells. Foreign text enters a workbook here and in {@link LongTable}, made harmless in both. */
final class CellWriter {
    private final WorkbookStyles styles;

    CellWriter(WorkbookStyles styles) {
        this.styles = styles;
    }

    /** In the look of the body of a table. */
    void body(Row row, int column, boolean right, CellContent content) {
        write(row, column, Look.BODY, right, content);
    }

    void write(Row row, int column, Look look, boolean right, CellContent content) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(look, right, content));
        switch (content) {
            case CellContent.Text text -> text(cell, text.text());
            case CellContent.Absent absent -> text(cell, absent.words());
            case CellContent.Numeric number -> cell.setCellValue(number.value());
            case CellContent.Dated date -> cell.setCellValue(date.at());
            case CellContent.Link link -> {
                text(cell, link.text());
                Hyperlink target =
                        row.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
                target.setAddress(link.address());
                cell.setHyperlink(target);
            }
        }
    }

    /** A formula; its value is computed when the workbook is saved. */
    void formula(Row row, int column, Look look, String formula, String format) {
        Cell cell = row.createCell(column);
        cell.setCellFormula(formula);
        cell.setCellStyle(styles.of(look, true, format, false));
    }

    private static void text(Cell cell, String text) {
        // A cell for its rule or fill alone stays blank, so that it does not count as text.
        if (!text.isEmpty()) {
            cell.setCellValue(SafeText.stored(text));
        }
    }
}
