package io.gatehouse.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;

/** The rows of a table that is too long to be held: each becomes XML and leaves at once, in the looks that the workbook knows. */
final class LongTable<T> {
    private final List<Column<T>> columns;
    private final WorkbookStyles styles;
    private final String[] letters;
    private final int[] widths;
    private final XmlBytes xml;

    /** @param writer of the sheet, whose header stands already */
    LongTable(List<Column<T>> columns, SheetWriter writer, WorkbookStyles styles, OutputStream out) {
        this.columns = columns;
        this.styles = styles;
        this.letters = new String[columns.size()];
        this.widths = new int[columns.size()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = CellReference.convertNumToColString(i);
            widths[i] = writer.sheet().getColumnWidth(i) / 256 - SheetWriter.INDENT;
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
        CellContent[] contents = new CellContent[letters.length];
        while (xml.size() < most && rows.hasNext()) {
            T row = rows.next();
            int lines = 1;
            for (int i = 0; i < contents.length; i++) {
                contents[i] = columns.get(i).content().apply(row);
                lines = Math.max(lines, contents[i].lines(widths[i]));
            }
            row(++next, TextLines.height(lines), contents);
        }
        xml.flush();
        return next - first;
    }

    private void row(int number, float height, CellContent[] contents) throws IOException {
        String shown = Integer.toString(number);
        xml.markup("<row r=\"").markup(shown).markup("\" ht=\"").number(height).markup("\" customHeight=\"1\">");
        for (int i = 0; i < contents.length; i++) {
            int style =
                    styles.of(Look.BODY, columns.get(i).right(), contents[i]).getIndex();
            xml.markup("<c r=\"")
                    .markup(letters[i])
                    .markup(shown)
                    .markup("\" s=\"")
                    .whole(style);
            cell(contents[i]);
        }
        xml.markup("</row>");
    }

    private void cell(CellContent content) throws IOException {
        switch (content) {
            case CellContent.Numeric number -> number(number.value());
            case CellContent.Dated date -> number(DateUtil.getExcelDate(date.at()));
            case CellContent.Text text -> text(text.text());
            case CellContent.Absent absent -> text(absent.words());
            case CellContent.Link link -> throw new IllegalArgumentException("A long table holds no links: " + link);
        }
    }

    private void number(double value) throws IOException {
        xml.markup("\"><v>").number(value).markup("</v></c>");
    }

    /** In the cell itself, since a table of all texts would have to be held until the end. */
    private void text(String text) throws IOException {
        if (text.isEmpty()) {
            xml.markup("\"/>");
            return;
        }
        String stored = SafeText.stored(text);
        boolean spaced = stored.charAt(0) <= ' ' || stored.charAt(stored.length() - 1) <= ' ';
        xml.markup(spaced ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>")
                .text(stored)
                .markup("</t></is></c>");
    }
}
