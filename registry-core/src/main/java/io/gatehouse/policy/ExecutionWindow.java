package io.gatehouse.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of the week and the times between which something may happen on them.
 *
 * @param days at least one
 * @param from first moment of such a day
 * @param until the moment at which it is over; on the same day, {@link #SHORTEST} after {@code from} or later
 */
record ExecutionWindow(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    /** What comes into use is looked at twice, a minute apart, so a window must be open for a while. */
    static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final int WEEK = 7;
    private static final String DAY = "(?:mon|tue|wed|thu|fri|sat|sun)";
    private static final String DAYS = DAY + "(?:-" + DAY + ")?";
    private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
    private static final Pattern TEXT = Pattern.compile("(" + DAYS + "(?:, ?" + DAYS + ")*) " + TIME + "-" + TIME);

    ExecutionWindow {
        days = Set.copyOf(days);
    }

    /** Such as {@code Mon-Thu 06:00-16:00} or {@code Mon, Wed-Fri 08:00-12:30}; empty if it is none. */
    static Optional<ExecutionWindow> parse(String text) {
        Matcher parts = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        Arrays.stream(parts.group(1).split(", ?", -1)).forEach(range -> addAll(range, days));
        LocalTime from = LocalTime.parse(parts.group(2));
        LocalTime until = LocalTime.parse(parts.group(3));
        return Duration.between(from, until).compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(new ExecutionWindow(days, from, until));
    }

    /** Also over the end of the week, as in {@code Sat-Mon}. */
    private static void addAll(String range, Set<DayOfWeek> days) {
        DayOfWeek day = day(range.substring(0, 3));
        DayOfWeek last = day(range.substring(range.length() - 3));
        days.add(day);
        while (day != last) {
            day = day.plus(1);
            days.add(day);
        }
    }

    private static DayOfWeek day(String beginning) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    /** The first moment from another on that lies within; that one, if it does. */
    Instant open(Instant moment, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        for (int ahead = 0; ahead <= WEEK; ahead++) {
            LocalDate day = today.plusDays(ahead);
            Instant opens = day.atTime(from).atZone(zone).toInstant();
            Instant closes = day.atTime(until).atZone(zone).toInstant();
            if (days.contains(day.getDayOfWeek()) && moment.isBefore(closes)) {
                return moment.isBefore(opens) ? opens : moment;
            }
        }
        throw new IllegalStateException("No week is without " + days);
    }

    /** Such as Monday, Tuesday and Thursday. */
    List<String> dayNames() {
        return Arrays.stream(DayOfWeek.values())
                .filter(days::contains)
                .map(day -> day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT))
                .toList();
    }
}
