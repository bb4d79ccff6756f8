package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/** The rows of a table that is too long to be held: each becomes XML and leaves at once, in the looks that the workbook knows. */
final class LongTable<T> {
    private final List<LongColumn<T>> columns = new ArrayList<>();
    private final XmlBytes xml;

    /** @param writer of the sheet, whose header stands already */
    LongTable(
            List<Column<T>> columns, SheetWriter writer, WorkbookStyles styles, SharedTexts shared, OutputStream out) {
        for (int i = 0; i < columns.size(); i++) {
            String letters = CellReference.convertNumToColString(i);
            int width = writer.sheet().getColumnWidth(i) / 256 - SheetWriter.INDENT;
            this.columns.add(new LongColumn<>(columns.get(i), letters, width, styles, shared));
        }
        this.xml = new XmlBytes(out);
    }

    /**
     * @param first row of the sheet that they begin at, from 0
     * @param most bytes that the rows may take; those that no longer fit stay in the iterator
     * @return how many there were
     */
    int write(Iterator<T> rows, int first, long most) throws IOException {
        int next = first;
        while (xml.size() < most && rows.hasNext()) {
            T row = rows.next();
            int lines = 1;
            for (LongColumn<T> column : columns) {
                lines = Math.max(lines, column.take(row));
            }
            write(Integer.toString(++next), TextLines.height(lines));
        }
        xml.flush();
        return next - first;
    }

    private void write(String number, float height) throws IOException {
        xml.markup("<row r=\"").markup(number).markup("\" ht=\"").number(height).markup("\" customHeight=\"1\">");
        for (LongColumn<T> column : columns) {
            column.write(number, xml);
        }
        xml.markup("</row>");
    }
}
