package io.gatehouse.reports;

import io.gatehouse.checks.Figure;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What one cell holds, with its type. What is absent or not a number becomes words, never a 0 and never an error cell. */
sealed interface CellContent {
    String WHOLE = "#,##0";
    String INDEX = "0.0000";
    String RATIO = "0.00";
    String SHARE = "0.0 %";
    /** For what does not arise, as against what is not known. */
    CellContent NONE = new Absent("–");

    String DAY = "d mmm yyyy";
    String MOMENT = "d mmm yyyy hh:mm";

    /** Shown as it is, whatever it starts with. */
    record Text(String text) implements CellContent {}

    /** Words in the place of a figure that there is none of. */
    record Absent(String words) implements CellContent {}

    /** Finite. The format is Excel's. */
    record Numeric(double value, String format) implements CellContent {}

    /** A day, or a moment in the zone of the installation, since Excel knows no zones. */
    record Dated(LocalDateTime at, String format) implements CellContent {}

    /** A link to our own host. */
    record Link(String text, String address) implements CellContent {}

    /** Made once: a long list asks for the same one with every row. */
    final class CentFormats {
        private static final Map<Currency, String> OF = new ConcurrentHashMap<>();

        private CentFormats() {}
    }

    /** Lines that it takes in a cell of that many characters. */
    default int lines(int width) {
        return switch (this) {
            case Text text -> TextLines.count(text.text(), width);
            case Absent absent -> TextLines.count(absent.words(), width);
            case Link link -> TextLines.count(link.text(), width);
            case Numeric number -> 1;
            case Dated date -> 1;
        };
    }

    static CellContent text(@Nullable String text) {
        return textOr(text, InWords.NOT_KNOWN);
    }

    static CellContent textOr(@Nullable String text, String ifEmpty) {
        return text == null || text.isBlank() ? new Absent(ifEmpty) : new Text(text);
    }

    static CellContent number(@Nullable Double value, String format) {
        return numberOr(value, format, InWords.NOT_KNOWN);
    }

    static CellContent numberOr(@Nullable Double value, String format, String ifAbsent) {
        if (value == null) {
            return new Absent(ifAbsent);
        }
        if (value.isNaN()) {
            return new Absent(InWords.NOT_KNOWN);
        }
        if (value.isInfinite()) {
            return new Absent(value > 0 ? "unbounded" : "unbounded below");
        }
        return new Numeric(value, format);
    }

    static CellContent whole(@Nullable Long value) {
        return value == null ? new Absent(InWords.NOT_KNOWN) : new Numeric(value, WHOLE);
    }

    static CellContent share(@Nullable Double value) {
        return number(value, SHARE);
    }

    static CellContent money(@Nullable Money money) {
        return money == null
                ? new Absent(InWords.NOT_KNOWN)
                : new Numeric(
                        money.amount().doubleValue(),
                        moneyFormat(money.currency(), money.amount().doubleValue()));
    }

    /** To the cent, for columns of small amounts. */
    static CellContent cents(@Nullable Money money) {
        return money == null
                ? new Absent(InWords.NOT_KNOWN)
                : new Numeric(
                        money.amount().doubleValue(),
                        CentFormats.OF.computeIfAbsent(money.currency(), CellContent::moneyFormat));
    }

    /** A figure that a script logged: a count as one, anything else as an index. */
    static CellContent logged(@Nullable Double value, String ifAbsent) {
        boolean whole = value != null && value == Math.rint(value) && Math.abs(value) > 1;
        return numberOr(value, whole ? WHOLE : INDEX, ifAbsent);
    }

    static CellContent day(LocalDate day) {
        return new Dated(day.atStartOfDay(), DAY);
    }

    static CellContent moment(@Nullable Instant moment, ZoneId zone) {
        return momentOr(moment, zone, InWords.NOT_KNOWN);
    }

    static CellContent momentOr(@Nullable Instant moment, ZoneId zone, String ifAbsent) {
        return moment == null
                ? new Absent(ifAbsent)
                : new Dated(LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.MINUTES), MOMENT);
    }

    /** The estimate of a figure, in its unit. */
    static CellContent estimate(@Nullable Figure figure, Currency currency) {
        return figure == null ? new Absent(InWords.NOT_KNOWN) : number(figure.estimate(), format(figure, currency));
    }

    static CellContent low(@Nullable Figure figure, Currency currency) {
        return figure == null ? new Absent(InWords.NOT_KNOWN) : number(figure.low(), format(figure, currency));
    }

    static CellContent high(@Nullable Figure figure, Currency currency) {
        return figure == null ? new Absent(InWords.NOT_KNOWN) : number(figure.high(), format(figure, currency));
    }

    static String format(Figure figure, Currency currency) {
        return switch (figure.unit()) {
            case INDEX -> INDEX;
            case SHARE -> SHARE;
            case RATIO -> RATIO;
            case MONEY -> moneyFormat(currency, figure.estimate() == null ? 0 : figure.estimate());
            case COUNT -> WHOLE;
        };
    }

    /** Excel's own way to write a currency, so that the cell counts as one. */
    static String moneyFormat(Currency currency) {
        return moneyFormat(currency, "#,##0.00");
    }

    /** As the screens write an amount: cents only below a hundred. The cell holds the cents all the same. */
    static String moneyFormat(Currency currency, double amount) {
        return Math.abs(amount) < 100 ? moneyFormat(currency) : wholeMoneyFormat(currency);
    }

    static String wholeMoneyFormat(Currency currency) {
        return moneyFormat(currency, "#,##0");
    }

    /**
     * For an axis, whose labels stand side by side: thousands with a K, or millions with an M where it reaches so far and its labels
     * differ in the first digit after the point.
     */
    static String axisFormat(Currency currency, double lowest, double highest) {
        boolean millions = Math.max(Math.abs(lowest), Math.abs(highest)) >= 1_000_000 && highest - lowest >= 500_000;
        return moneyFormat(currency, millions ? "#,##0.0,,\"M\"" : "#,##0,\"K\"");
    }

    private static String moneyFormat(Currency currency, String digits) {
        String shown = Written.sign(currency);
        String symbol = shown.strip();
        String sign = "[$" + symbol + "-409]" + shown.substring(symbol.length());
        return sign + digits + ";-" + sign + digits;
    }
}
