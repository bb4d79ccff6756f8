package io.gatehouse.house;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as the installation counts them: in the zone of its Java process, set with {@code TZ} or {@code -Duser.timezone}. */
public final class HouseDays {
    private HouseDays() {}

    public static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The working day, Monday to Friday, that comes so many working days after a day. */
    public static LocalDate afterWorkingDays(LocalDate day, int workingDays) {
        LocalDate at = day;
        for (int left = workingDays; left > 0; ) {
            at = at.plusDays(1);
            if (at.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
                left--;
            }
        }
        return at;
    }

    /** The last moment of a day, to the millisecond, as questions about a date mean it. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone()).toInstant().minusMillis(1);
    }
}
