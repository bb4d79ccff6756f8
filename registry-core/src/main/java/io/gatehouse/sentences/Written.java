package io.gatehouse.sentences;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How days and figures are written for people, the same everywhere: {@code 14 Nov 2026}, {@code 0.8848}, {@code 78.1 %}, {@code $1.25}. */
public final class Written {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.US);

    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
    private static final int ISO_DAY = "2026-03-14".length();

    private Written() {}

    /** A day in UTC, such as {@code 14 Nov 2026}. */
    public static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** A day, such as {@code 14 Nov 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A date as evidence tells it: written as other days are if it is one, of its own day in UTC, else in the words of the evidence. */
    public static String told(String date) {
        try {
            return date.length() == ISO_DAY
                    ? day(LocalDate.parse(date))
                    : day(OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException inWords) {
            return date;
        }
    }

    /** Four decimals, as an AUC is written. */
    public static String index(double figure) {
        return format("#,##0.0000", figure);
    }

    /** A whole number, with commas between the thousands. */
    public static String whole(long count) {
        return format("#,##0", count);
    }

    /** A share of 0..1 in percent, with one decimal. */
    public static String share(double share) {
        return format("#,##0.0", share * 100) + " %";
    }

    /** An amount; cents only where they matter. Dollars, euros and pounds have their sign, other currencies their code. */
    public static String money(double amount, Currency currency) {
        return signed(amount, currency, format(Math.abs(amount) < 100 ? "#,##0.00" : "#,##0", Math.abs(amount)));
    }

    /** An amount for headlines, with the two figures that matter: {@code $46K}, {@code $1.2M}. */
    public static String moneyShort(double amount, Currency currency) {
        double size = Math.abs(amount);
        if (size >= 999_500) {
            return signed(amount, currency, format(size >= 9_950_000 ? "0" : "0.0", size / 1_000_000) + "M");
        }
        return size >= 9_950 ? signed(amount, currency, format("0", size / 1_000) + "K") : money(amount, currency);
    }

    /** What stands before an amount: a sign, or the code and a space. */
    public static String sign(Currency currency) {
        String code = currency.getCurrencyCode();
        return SIGNS.getOrDefault(code, code + " ");
    }

    private static String signed(double amount, Currency currency, String figures) {
        return (amount < 0 && !isNothing(figures) ? "−" : "") + sign(currency) + figures;
    }

    /** Names in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** By a pattern of {@link DecimalFormat}; what is rounded to nothing has no sign. */
    static String format(String pattern, double figure) {
        DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
        // As spreadsheets round, so that a workbook shows no other figure than the screen.
        format.setRoundingMode(RoundingMode.HALF_UP);
        String written = format.format(figure);
        return isNothing(written) ? written.replace("-", "") : written.replace('-', '−');
    }

    private static boolean isNothing(String written) {
        return written.indexOf('0') >= 0 && written.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }
}
