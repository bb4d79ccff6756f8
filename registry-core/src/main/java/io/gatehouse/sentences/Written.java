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
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How days and figures are written for people, the same everywhere: {@code 14 Nov 2026}, {@code 0.8848}, {@code 78.1 %}, {@code $1.25}; in
 * German {@code 14.11.2026}, {@code 0,8848}, {@code 78,1 %}, {@code 1,25 $}. What names no language is English, as it is kept and as
 * programs get it.
 */
public final class Written {
    private static final Map<Language, DateTimeFormatter> DAY = Map.of(
            Language.ENGLISH, utc("d MMM uuuu"),
            Language.GERMAN, utc("dd.MM.uuuu"));
    private static final Map<Language, DecimalFormatSymbols> SYMBOLS = Map.of(
            Language.ENGLISH, DecimalFormatSymbols.getInstance(Locale.US),
            Language.GERMAN, DecimalFormatSymbols.getInstance(Locale.GERMANY));

    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£");
    private static final int ISO_DAY = "2026-03-14".length();

    /** Stands for what was not measured; never 0. */
    static final String NOT_KNOWN = "not known";

    private Written() {}

    /** Stands for what was not measured; never 0. */
    public static String notKnown(Language language) {
        return language == Language.ENGLISH ? NOT_KNOWN : "nicht bekannt";
    }

    /** A day in UTC, such as {@code 14 Nov 2026}. */
    public static String day(Instant moment) {
        return day(moment, Language.ENGLISH);
    }

    /** A day, such as {@code 14 Nov 2026}. */
    public static String day(LocalDate day) {
        return day(day, Language.ENGLISH);
    }

    /** A day: of a moment that in UTC. */
    public static String day(TemporalAccessor day, Language language) {
        return of(DAY, language).format(day);
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
        return format("#,##0.0000", figure, Language.ENGLISH);
    }

    /** A whole number, with commas between the thousands. */
    public static String whole(long count) {
        return format("#,##0", count, Language.ENGLISH);
    }

    /** A share of 0..1 in percent, with one decimal. */
    public static String share(double share) {
        return format("#,##0.0", share * 100, Language.ENGLISH) + " %";
    }

    /** An amount; cents only where they matter. Dollars, euros and pounds have their sign, other currencies their code. */
    public static String money(double amount, Currency currency) {
        return money(amount, currency, Language.ENGLISH);
    }

    /** As {@link #money(double, Currency)}, in the language of a reader. */
    public static String money(double amount, Currency currency, Language language) {
        String figures = format(Math.abs(amount) < 100 ? "#,##0.00" : "#,##0", Math.abs(amount), language);
        return signed(amount, currency, figures, "", language);
    }

    /** An amount for headlines, with the two figures that matter: {@code $46K}, {@code $1.2M}. */
    public static String moneyShort(double amount, Currency currency) {
        return moneyShort(amount, currency, Language.ENGLISH);
    }

    /** As {@link #moneyShort(double, Currency)}, in the language of a reader; in German {@code 46 Tsd. $}, {@code 1,2 Mio. $}. */
    public static String moneyShort(double amount, Currency currency, Language language) {
        double size = Math.abs(amount);
        boolean english = language == Language.ENGLISH;
        if (size >= 999_500) {
            String millions = format(size >= 9_950_000 ? "0" : "0.0", size / 1_000_000, language);
            return signed(amount, currency, millions, english ? "M" : "Mio.", language);
        }
        return size >= 9_950
                ? signed(amount, currency, format("0", size / 1_000, language), english ? "K" : "Tsd.", language)
                : money(amount, currency, language);
    }

    /** What stands before an amount: a sign, or the code and a space. */
    public static String sign(Currency currency) {
        String code = currency.getCurrencyCode();
        return SIGNS.getOrDefault(code, code + " ");
    }

    private static String signed(
            double amount, Currency currency, String figures, String thousands, Language language) {
        String minus = amount < 0 && !isNothing(figures) ? "−" : "";
        if (language == Language.ENGLISH) {
            return minus + sign(currency) + figures + thousands;
        }
        return minus + figures + (thousands.isEmpty() ? "" : " " + thousands) + " "
                + sign(currency).strip();
    }

    /** Names in a row: {@code a}, {@code a and b}, {@code a, b and c}. */
    public static String list(List<String> names) {
        return list(names, Language.ENGLISH);
    }

    /** As {@link #list(List)}, in the language of a reader. */
    public static String list(List<String> names, Language language) {
        return joined(names, language == Language.ENGLISH ? " and " : " und ");
    }

    /** Names to choose from: {@code a}, {@code a or b}, {@code a, b or c}. */
    public static String either(List<String> names) {
        return either(names, Language.ENGLISH);
    }

    /** As {@link #either(List)}, in the language of a reader. */
    public static String either(List<String> names, Language language) {
        return joined(names, language == Language.ENGLISH ? " or " : " oder ");
    }

    private static String joined(List<String> names, String beforeLast) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + beforeLast + names.get(last);
    }

    /** By a pattern of {@link DecimalFormat}; what is rounded to nothing has no sign. */
    public static String format(String pattern, double figure, Language language) {
        DecimalFormat format = new DecimalFormat(pattern, of(SYMBOLS, language));
        // As spreadsheets round, so that a workbook shows no other figure than the screen.
        format.setRoundingMode(RoundingMode.HALF_UP);
        String written = format.format(figure);
        return isNothing(written) ? written.replace("-", "") : written.replace('-', '−');
    }

    private static boolean isNothing(String written) {
        return written.indexOf('0') >= 0 && written.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    private static <T> T of(Map<Language, T> all, Language language) {
        return java.util.Objects.requireNonNull(all.get(language));
    }
}
