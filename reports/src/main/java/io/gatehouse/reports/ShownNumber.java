package io.gatehouse.reports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a number the format that its text on the screen has, so that the cell is a number and reads the same. */
final class ShownNumber {
    private static final Pattern SHOWN =
            Pattern.compile("^\\s*([-−+]?)\\s*(\\p{Sc}|[A-Z]{2,3})?\\s*([-−]?)([\\d,]+)(?:\\.(\\d+))?\\s*(%?)");

    private ShownNumber() {}

    /**
     * The number, formatted as the text shows it; in general format where the text shows something else than the number.
     *
     * @param text such as {@code 0.8848}, {@code 78.2 %} or {@code $4.10}
     */
    static CellContent of(String text, double number) {
        Matcher shown = SHOWN.matcher(text);
        return CellContent.number(number, shown.find() ? format(shown, number) : WorkbookStyles.GENERAL);
    }

    private static String format(Matcher shown, double number) {
        String decimals = shown.group(5) == null ? "" : shown.group(5);
        boolean percent = !shown.group(6).isEmpty();
        double size = Double.parseDouble(shown.group(4).replace(",", "") + "." + (decimals.isEmpty() ? "0" : decimals));
        double expected = Math.abs(percent ? number * 100 : number);
        if (Math.abs(size - expected) > Math.pow(10, -decimals.length())) {
            return WorkbookStyles.GENERAL;
        }
        String symbol = shown.group(2);
        String grouping = shown.group(4).contains(",") || symbol != null ? "#,##0" : "0";
        String digits = grouping + (decimals.isEmpty() ? "" : "." + "0".repeat(decimals.length()));
        if (symbol != null) {
            String sign = "[$" + symbol + "-409]" + (symbol.length() > 1 ? " " : "");
            return sign + digits + ";-" + sign + digits;
        }
        return digits + (percent ? " %" : "");
    }
}
