package io.gatehouse.champions;

import io.gatehouse.house.HouseDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three months of the calendar, as the installation counts days.
 *
 * @param year such as 2026
 * @param number 1..4
 */
public record Quarter(int year, int number) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-?[Qq]([1-4])");
    private static final int MONTHS = 3;
    private static final int LAST = 4;

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** Reads {@code 2026-Q3}; empty for anything else. */
    public static Optional<Quarter> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public Quarter before() {
        return number == 1 ? new Quarter(year - 1, LAST) : new Quarter(year, number - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /** The first moment of the first day where the portal is. */
    public Instant from() {
        return HouseDays.endOf(firstDay().minusDays(1)).plusMillis(1);
    }

    /** The last moment of the last day where the portal is. */
    public Instant until() {
        return HouseDays.endOf(lastDay());
    }

    /** As people say it: {@code Q3 2026}. */
    public String words() {
        return "Q" + number + " " + year;
    }

    /** As addresses name it: {@code 2026-Q3}. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
