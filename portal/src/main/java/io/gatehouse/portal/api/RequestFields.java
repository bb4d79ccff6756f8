package io.gatehouse.portal.api;

import io.gatehouse.champions.Quarter;
import io.gatehouse.house.HouseDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the fields of requests, and says by name which one cannot be what it is. */
final class RequestFields {
    /** Longest excerpt of a wrong value that a message repeats. */
    private static final int EXCERPT = 100;

    private RequestFields() {}

    static String optional(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** What must be there; text holds no NUL, which PostgreSQL does not store. */
    static <T> T needed(String field, @Nullable T value) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new UnfitFieldException(field, "The field " + field + " is missing. Add it to the body.");
        }
        if (value instanceof String text) {
            plain(field, text);
        }
        return value;
    }

    static String plain(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new UnfitFieldException(field, "The field " + field + " holds a character that is none (NUL).");
        }
        return text;
    }

    /** The number behind a readable id such as {@code PR-42}; the bare number is understood too. */
    static long number(String prefix, String kind, String id) {
        Matcher matcher = Pattern.compile("(?i:" + prefix + "-)?([0-9]{1,18})").matcher(id);
        if (!matcher.matches()) {
            throw new UnfitFieldException(
                    "id", "'" + excerpt(id) + "' is no " + kind + ". Name one as " + prefix + "-42.");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** A date, which means the end of that day where the portal is, or a moment. */
    static Instant moment(String field, String at) {
        try {
            return at.contains("T") ? Instant.parse(at) : HouseDays.endOf(LocalDate.parse(at));
        } catch (DateTimeException unreadable) {
            throw new UnfitFieldException(
                    field,
                    field + " is not a date such as 2026-03-14 or a moment such as 2026-03-14T09:00:00Z: "
                            + excerpt(at));
        }
    }

    /** As {@link #moment}, of what was: of a day after today nothing is known. */
    static Instant past(String field, String at, Instant now) {
        Instant moment = moment(field, at);
        if (HouseDays.of(moment).isAfter(HouseDays.of(now))) {
            throw new UnfitFieldException(field, field + " has not come yet: " + excerpt(at));
        }
        return moment;
    }

    static Quarter quarter(String field, String text) {
        return Quarter.parse(text)
                .orElseThrow(() ->
                        new UnfitFieldException(field, field + " is not a quarter such as 2026-Q3: " + excerpt(text)));
    }

    static String excerpt(String value) {
        return value.length() <= EXCERPT ? value : value.substring(0, EXCERPT) + "…";
    }

    /** One of the names of an enum, in any case; {@code besides} are words that the caller has looked for before. */
    static <E extends Enum<E>> E oneOf(Class<E> type, String field, String value, String... besides) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.name().equals(value.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UnfitFieldException(
                        field,
                        field + " cannot be '" + excerpt(value) + "'. It is one of "
                                + Stream.concat(
                                                Arrays.stream(besides),
                                                constants.stream().map(Enum::name))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
