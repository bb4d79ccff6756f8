package io.gatehouse.portal.ui.components;

import io.gatehouse.checks.Figure;
import io.gatehouse.house.HouseDays;
import io.gatehouse.money.Money;
import io.gatehouse.sentences.Language;
import io.gatehouse.sentences.Sentences;
import io.gatehouse.sentences.Written;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the screens write numbers, money and time: in the zone of the installation and the language of whoever reads. The one place that
 * formats for a screen; the examples are English, in German they are {@code 14.11.2026}, {@code 78,3 %} and {@code 12.345 $}.
 */
public final class Figures {
    private static final int ISO_DAY = "2026-03-14".length();
    private static final String DAY = "d MMM yyyy";
    private static final String GERMAN_DAY = "dd.MM.yyyy";
    private static final Map<Language, DateTimeFormatter> DAYS = Map.of(
            Language.ENGLISH, DateTimeFormatter.ofPattern(DAY, Locale.US),
            Language.GERMAN, DateTimeFormatter.ofPattern(GERMAN_DAY, Locale.GERMANY));
    private static final Map<Language, DateTimeFormatter> MINUTES = Map.of(
            Language.ENGLISH, DateTimeFormatter.ofPattern(DAY + ", HH:mm", Locale.US),
            Language.GERMAN, DateTimeFormatter.ofPattern(GERMAN_DAY + ", HH:mm", Locale.GERMANY));

    /** A format copies them, so they are shared. */
    private static final Map<Language, DecimalFormatSymbols> SYMBOLS = Map.of(
            Language.ENGLISH, DecimalFormatSymbols.getInstance(Locale.US),
            Language.GERMAN, DecimalFormatSymbols.getInstance(Locale.GERMANY));

    private Figures() {}

    /** Stands for what was not measured; never 0. */
    public static String notKnown() {
        return Written.notKnown(Reader.language());
    }

    /** How days are typed into a field. */
    public static String dayPattern() {
        return english() ? DAY : GERMAN_DAY;
    }

    /** The zone of the installation. */
    public static ZoneId zone() {
        return HouseDays.zone();
    }

    /** {@code 14 Nov 2026}. */
    public static String date(Instant moment) {
        return Objects.requireNonNull(DAYS.get(Reader.language())).format(moment.atZone(zone()));
    }

    public static String date(LocalDate day) {
        return Objects.requireNonNull(DAYS.get(Reader.language())).format(day);
    }

    /** {@code 14 Nov 2026, 06:10}. */
    public static String dateTime(Instant moment) {
        return Objects.requireNonNull(MINUTES.get(Reader.language())).format(moment.atZone(zone()));
    }

    /** A date as evidence tells it: written as others are if it is one, else in the words of the evidence. */
    public static String told(String date) {
        try {
            return date.length() == ISO_DAY
                    ? date(LocalDate.parse(date))
                    : date(OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException inWords) {
            return date;
        }
    }

    /** The last moment of a day, as questions about a date mean it. */
    public static Instant endOf(LocalDate day) {
        return HouseDays.endOf(day);
    }

    public static LocalDate day(Instant moment) {
        return HouseDays.of(moment);
    }

    /** {@code today}, {@code yesterday}, {@code 12 days ago}, {@code 3 months ago}; shown only beside the date. */
    public static String ago(Instant moment, Instant now) {
        long days = day(now).toEpochDay() - day(moment).toEpochDay();
        if (days <= 0) {
            return say("part.ago.today");
        }
        if (days == 1) {
            return say("part.ago.yesterday");
        }
        return days < 60
                ? say("part.ago.days", "days", days)
                : say("part.ago.months", "months", Math.round(days / 30.44));
    }

    /** How long something waits or lasted: {@code 2 days}, {@code 3 h 10 min}, {@code 42 s}. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() == 1 ? say("part.lasted.one") : say("part.lasted", "days", duration.toDays());
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toMinutes() > 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }

    /** {@code 78 %}, from a share of 0..1. */
    public static String percent(double share) {
        return unlessUnknown(share, "0", share * 100, " %");
    }

    /** {@code 78.3 %}. */
    public static String percentFine(double share) {
        return unlessUnknown(share, "0.0", share * 100, " %");
    }

    /** {@code +3 points}, from a difference of two shares. */
    public static String points(double difference) {
        return (difference > 0 ? "+" : "")
                + (Double.isNaN(difference)
                        ? notKnown()
                        : say("part.points", "points", format("0.#", difference * 100)));
    }

    /** {@code 78}, of a hundred. */
    public static String ofHundred(double share) {
        return unlessUnknown(share, "0", share * 100, "");
    }

    /** Four decimals, as AUC is written. */
    public static String index(double index) {
        return unlessUnknown(index, "0.0000", index, "");
    }

    /** Two decimals, as ratios are written. */
    public static String ratio(double ratio) {
        return unlessUnknown(ratio, "0.00", ratio, "");
    }

    /** One decimal, as contrasts are written. */
    public static String tenths(double number) {
        return unlessUnknown(number, "0.0", number, "");
    }

    public static String whole(double count) {
        return unlessUnknown(count, "#,##0", count, "");
    }

    /**
     * A logged number in at most six significant digits, never in scientific notation unless it is tiny or huge. What was logged as infinite
     * is kept as the greatest number there is.
     */
    public static String logged(double value) {
        double size = Math.abs(value);
        if (size >= Double.MAX_VALUE) {
            return value > 0 ? "∞" : "-∞";
        }
        if (value == 0 || size >= 1e-4 && size < 1e9) {
            int decimals = size >= 1000 ? 1 : size >= 1 ? 4 : 6;
            return unlessUnknown(value, "#,##0." + "#".repeat(decimals), value, "");
        }
        return unlessUnknown(value, "0.###E0", value, "");
    }

    /** The same among others of its kind under each other: shares and indices with equally many decimals. */
    public static String loggedBeside(double value) {
        double size = Math.abs(value);
        return size >= 1e-2 && size < 1 ? format("0.000000", value) : logged(value);
    }

    /** {@code $1.2M}, for headlines. */
    public static String moneyShort(Money money) {
        return Written.moneyShort(money.amount().doubleValue(), money.currency(), Reader.language());
    }

    /** {@code $12,345}, for tables; cents below a hundred. */
    public static String money(Money money) {
        return Written.money(money.amount().doubleValue(), money.currency(), Reader.language());
    }

    /** {@code 6.3 MB}. */
    public static String bytes(long size) {
        if (size < 1000) {
            return size + " B";
        }
        return size < 1_000_000 ? format("0.#", size / 1e3) + " kB" : format("0.#", size / 1e6) + " MB";
    }

    /** The estimate as its unit is written; {@link #notKnown} if there is none. */
    public static String estimate(@Nullable Figure figure, @Nullable Currency currency) {
        return figure == null ? notKnown() : write(figure.estimate(), figure.unit(), currency);
    }

    /** {@code 0.8771 to 0.8925}; empty if the figure carries no interval. */
    public static String interval(@Nullable Figure figure, @Nullable Currency currency) {
        if (figure == null || figure.low() == null || figure.high() == null) {
            return "";
        }
        // Both ends are written for the reader already, so that no part of them is told again.
        return Reader.figure("interval")
                .formatted(write(figure.low(), figure.unit(), currency), write(figure.high(), figure.unit(), currency));
    }

    /** What the figure was held against; empty if against nothing. */
    public static String threshold(@Nullable Figure figure, @Nullable Currency currency) {
        return figure == null || figure.threshold() == null ? "" : write(figure.threshold(), figure.unit(), currency);
    }

    /** @param currency of amounts; one that nobody knows is written as a bare number, never as dollars */
    private static String write(@Nullable Double number, Figure.Unit unit, @Nullable Currency currency) {
        if (number == null) {
            return notKnown();
        }
        return switch (unit) {
            case INDEX -> index(number);
            case SHARE -> percentFine(number);
            case RATIO -> ratio(number);
            case MONEY ->
                currency == null || !Double.isFinite(number)
                        ? unlessUnknown(number, "#,##0.00", number, "")
                        : Written.money(number, currency, Reader.language());
            case COUNT -> whole(number);
        };
    }

    /** The first letter in upper case, for words that start a line. */
    public static String sentenceCase(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String unlessUnknown(double tested, String pattern, double shown, String unit) {
        if (Double.isNaN(tested)) {
            return notKnown();
        }
        return Double.isInfinite(tested) ? say("part.unlimited") : format(pattern, shown) + unit;
    }

    private static String format(String pattern, double number) {
        DecimalFormat format = new DecimalFormat(pattern, Objects.requireNonNull(SYMBOLS.get(Reader.language())));
        // As spreadsheets do, so that a workbook shows no other figure than the screen.
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number).replace('-', '−');
    }

    private static boolean english() {
        return Reader.language() == Language.ENGLISH;
    }

    private static String say(String code, Object... parameters) {
        return Sentences.say(code, parameters).in(Reader.language());
    }
}
