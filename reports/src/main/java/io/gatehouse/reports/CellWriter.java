package io.gatehouse.reports;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;

/** Writes contents into cells; the one place where foreign text enters a workbook. */
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
        switch (content) {
            case CellContent.Text text -> text(cell, look, right, text.text());
            case CellContent.Absent absent -> text(cell, look == Look.BODY ? Look.ABSENT : look, right, absent.words());
            case CellContent.Numeric number -> {
                cell.setCellValue(number.value());
                cell.setCellStyle(styles.of(look, right, number.format(), false));
            }
            case CellContent.Dated date -> {
                cell.setCellValue(date.at());
                cell.setCellStyle(styles.of(look, right, date.format(), false));
            }
            case CellContent.Link link -> {
                text(cell, Look.LINK, right, link.text());
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

    private void text(Cell cell, Look look, boolean right, String text) {
        // A cell for its rule or fill alone stays blank, so that it does not count as text.
        if (!text.isEmpty()) {
            cell.setCellValue(SafeText.stored(text));
        }
        cell.setCellStyle(styles.of(look, right, WorkbookStyles.GENERAL, SafeText.looksLikeFormula(text)));
    }
}
