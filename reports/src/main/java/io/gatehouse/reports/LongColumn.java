package io.gatehouse.reports;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** One column of a long table on its way down: {@link #take} looks at a row, {@link #write} puts down its cell. */
final class LongColumn<T> {
    /** Cells after which it is asked whether it pays to look for texts that were there before. */
    private static final int LOOKED = 1_024;

    private final Column<T> column;
    private final String opening;
    private final int width;
    private final WorkbookStyles styles;
    private final SharedTexts shared;

    /** Absent once nearly every text is new, as names of customers are. */
    private @Nullable Map<CellContent, Shared> known = new HashMap<>();

    private int looked;
    private int found;

    private CellContent content = CellContent.NONE;
    private @Nullable Shared taken;

    private String format = "";
    private int formatStyle = -1;

    /** What follows the place of a cell whose text is shared, and the lines that it takes. */
    private record Shared(String markup, int lines) {}

    /** @param letters of the column @param width in characters */
    LongColumn(Column<T> column, String letters, int width, WorkbookStyles styles, SharedTexts shared) {
        this.column = column;
        this.opening = "<c r=\"" + letters;
        this.width = width;
        this.styles = styles;
        this.shared = shared;
    }

    /** @return lines that the cell of the row takes */
    int take(T row) {
        content = column.content().apply(row);
        taken = shared();
        return taken == null ? content.lines(width) : taken.lines();
    }

    /** Writes the cell of the row that was taken last. @param row its number, from 1 */
    void write(String row, XmlBytes xml) throws IOException {
        xml.markup(opening).markup(row);
        if (taken != null) {
            xml.markup(taken.markup());
            shared.referred();
            return;
        }
        switch (content) {
            case CellContent.Numeric number -> number(number.value(), number.format(), xml);
            case CellContent.Dated date -> number(DateUtil.getExcelDate(date.at()), date.format(), xml);
            case CellContent.Text text -> text(text.text(), xml);
            case CellContent.Absent absent -> text(absent.words(), xml);
            case CellContent.Link link -> throw new IllegalArgumentException("A long table holds no links: " + link);
        }
    }

    private @Nullable Shared shared() {
        String text = switch (content) {
            case CellContent.Text words -> words.text();
            case CellContent.Absent absent -> absent.words();
            case CellContent.Numeric number -> "";
            case CellContent.Dated date -> "";
            case CellContent.Link link -> "";
        };
        if (known == null || text.isEmpty()) {
            return null;
        }
        Shared before = known.get(content);
        looked++;
        if (before != null) {
            found++;
            return before;
        }
        Shared kept = kept(text);
        if (kept != null) {
            known.put(content, kept);
        }
        if (looked >= LOOKED) {
            known = found < looked / 2 ? null : known;
            looked = 0;
            found = 0;
        }
        return kept;
    }

    private @Nullable Shared kept(String text) {
        OptionalInt number = shared.keep(SafeText.stored(text));
        return number.isEmpty()
                ? null
                : new Shared(
                        "\" s=\"" + style() + "\" t=\"s\"><v>" + number.getAsInt() + "</v></c>", content.lines(width));
    }

    private int style() {
        return styles.of(Look.BODY, column.right(), content).getIndex();
    }

    private void number(double value, String shownAs, XmlBytes xml) throws IOException {
        if (!shownAs.equals(format)) {
            format = shownAs;
            formatStyle = style();
        }
        xml.markup("\" s=\"").whole(formatStyle).markup("\"><v>").number(value).markup("</v></c>");
    }

    /** In the cell itself. */
    private void text(String text, XmlBytes xml) throws IOException {
        xml.markup("\" s=\"").whole(style());
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
