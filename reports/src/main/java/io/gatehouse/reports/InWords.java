package io.gatehouse.reports;

import io.gatehouse.sentences.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Figures and dates inside running text, written as the sentences of the read models write them. Cells hold them typed instead. */
final class InWords {
    static final String NOT_KNOWN = "not known";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.US);

    private InWords() {}

    static String day(LocalDate day) {
        return Written.day(day);
    }

    static String day(Instant moment, ZoneId zone) {
        return Written.day(LocalDate.ofInstant(moment, zone));
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(LocalDateTime.ofInstant(moment, zone)) + " (" + zone(zone) + ")";
    }

    /** A zone as people know it: “UTC” for {@code Etc/UTC}, {@code Z} and the like. */
    static String zone(ZoneId zone) {
        ZoneId plain = zone.normalized();
        return plain.equals(ZoneOffset.UTC) || zone.getId().endsWith("/UTC") ? "UTC" : zone.getId();
    }

    static String share(double share) {
        return Double.isFinite(share) ? Written.share(share) : NOT_KNOWN;
    }

    static String whole(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    static String money(double amount, Currency currency) {
        return Double.isFinite(amount) ? Written.money(amount, currency) : NOT_KNOWN;
    }

    /** Technical names inside a sentence: “age band” for {@code age_band}. */
    static String spaced(String technicalName) {
        return technicalName.replace('_', ' ');
    }

    /** “Ann”, “Ann and Bo”, “Ann, Bo and Cy”; “nobody” for none. */
    static String people(List<String> names) {
        return names.isEmpty() ? "nobody" : Written.list(names);
    }
}
