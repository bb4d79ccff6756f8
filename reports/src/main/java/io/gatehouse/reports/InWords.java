package io.gatehouse.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Figures and dates inside running text. Cells hold them typed instead. */
final class InWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US);

    private InWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment, ZoneId zone) {
        return DAY.format(LocalDate.ofInstant(moment, zone));
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(LocalDateTime.ofInstant(moment, zone)) + " (" + zone + ")";
    }

    static String share(double share) {
        return Double.isFinite(share) ? String.format(Locale.US, "%.1f %%", share * 100) : Words.NOT_KNOWN;
    }

    static String whole(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    static String money(double amount, Currency currency) {
        if (!Double.isFinite(amount)) {
            return Words.NOT_KNOWN;
        }
        String symbol = currency.getSymbol(Locale.US);
        String gap = symbol.length() > 1 ? " " : "";
        return (amount < 0 ? "−" : "")
                + symbol
                + gap
                + String.format(Locale.US, Math.abs(amount) < 100 ? "%,.2f" : "%,.0f", Math.abs(amount));
    }

    /** “Ann”, “Ann and Bo”, “Ann, Bo and Cy”; “nobody” for none. */
    static String people(List<String> names) {
        return switch (names.size()) {
            case 0 -> "nobody";
            case 1 -> names.getFirst();
            default -> String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        };
    }
}
