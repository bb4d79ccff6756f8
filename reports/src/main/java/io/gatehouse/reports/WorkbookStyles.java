package io.gatehouse.reports;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made once however many cells share it. */
final class WorkbookStyles {
    static final String GENERAL = "General";
    /** Present, or replaced by a face of the same widths, on every system. */
    private static final String FACE = "Arial";

    private final XSSFWorkbook workbook;
    private final Map<Object, XSSFCellStyle> styles = new HashMap<>();

    private record Key(Look look, boolean right, String format, boolean quoted) {}

    WorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FACE);
        standard.setFontHeightInPoints((short) 10);
    }

    XSSFCellStyle plain(Look look) {
        return of(look, false, GENERAL, false);
    }

    /** @param quoted marks text that must stay text when it is edited or copied */
    XSSFCellStyle of(Look look, boolean right, String format, boolean quoted) {
        return styles.computeIfAbsent(new Key(look, right, format, quoted), key -> make(look, right, format, quoted));
    }

    /** As the content asks for it: a number in its format, and quoted what must stay text. */
    XSSFCellStyle of(Look look, boolean right, CellContent content) {
        return switch (content) {
            case CellContent.Text text -> of(look, right, GENERAL, SafeText.looksLikeFormula(text.text()));
            case CellContent.Absent absent ->
                of(look == Look.BODY ? Look.ABSENT : look, right, GENERAL, SafeText.looksLikeFormula(absent.words()));
            case CellContent.Numeric number -> of(look, right, number.format(), false);
            case CellContent.Dated date -> of(look, right, date.format(), false);
            case CellContent.Link link -> of(Look.LINK, right, GENERAL, SafeText.looksLikeFormula(link.text()));
        };
    }

    private record Badge(Status status, HorizontalAlignment alignment) {}

    /** The fill of a word that stands alone, such as the status beside the title. */
    XSSFCellStyle badge(Status status) {
        return filled(new Badge(status, HorizontalAlignment.CENTER));
    }

    /** The fill of a label that says its status in a word. */
    XSSFCellStyle judged(Status status) {
        return filled(new Badge(status, HorizontalAlignment.LEFT));
    }

    /** The sentence beside a badge. */
    XSSFCellStyle lead() {
        XSSFCellStyle plain = plain(Look.LEAD);
        return styles.computeIfAbsent("lead", key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.cloneStyleFrom(plain);
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setIndention((short) 1);
            return style;
        });
    }

    private XSSFCellStyle filled(Badge badge) {
        return styles.computeIfAbsent(badge, key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setFont(font(10, true, badge.status().foreground()));
            fill(style, badge.status().background());
            ruled(style);
            style.setAlignment(badge.alignment());
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setIndention((short) (badge.alignment() == HorizontalAlignment.LEFT ? 1 : 0));
            style.setWrapText(true);
            return style;
        });
    }

    private XSSFCellStyle make(Look look, boolean right, String format, boolean quoted) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look));
        style.setAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setVerticalAlignment(vertical(look));
        style.setIndention((short) (look.inTable() && !right ? 1 : 0));
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setQuotePrefixed(quoted);
        switch (look) {
            case HEADER -> {
                fill(style, Palette.CHART.cell());
                style.setWrapText(true);
            }
            case INPUT -> {
                fill(style, Status.INFO.background());
                ruled(style);
            }
            case LINK -> ruled(style);
            case BODY, ABSENT, LABEL -> {
                ruled(style);
                // Some programs forget the indent of a number that may wrap.
                style.setWrapText(format.equals(GENERAL));
            }
            case KEY, RESULT -> ruled(style);
            case LEAD, PROSE, QUIET -> style.setWrapText(true);
            case TITLE, HEADING, NOTE -> style.setWrapText(false);
        }
        return style;
    }

    private static VerticalAlignment vertical(Look look) {
        return switch (look) {
            case HEADER, HEADING -> VerticalAlignment.BOTTOM;
            case LEAD, PROSE, NOTE, TITLE -> VerticalAlignment.TOP;
            default -> VerticalAlignment.CENTER;
        };
    }

    private XSSFFont font(Look look) {
        return switch (look) {
            case TITLE -> font(18, true, Palette.TEXT.cell());
            case LEAD -> font(12, false, Palette.TEXT.cell());
            case HEADING -> font(12, true, Palette.CHART.cell());
            case HEADER -> font(10, true, Palette.WHITE.cell());
            case QUIET, NOTE, ABSENT, LABEL -> font(10, false, Palette.TEXT_QUIET.cell());
            case KEY -> font(11, true, Palette.TEXT.cell());
            case RESULT -> font(10, true, Palette.TEXT.cell());
            case INPUT, LINK -> font(10, false, Palette.ACCENT.cell());
            case PROSE, BODY -> font(10, false, Palette.TEXT.cell());
        };
    }

    private XSSFFont font(int points, boolean bold, XSSFColor color) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(color);
        return font;
    }

    private static void fill(XSSFCellStyle style, XSSFColor color) {
        style.setFillForegroundColor(color);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void ruled(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Palette.RULE.cell());
    }
}
