package io.gatehouse.house;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The only clock of the house. It tells the real time, except on a thread that replays a recording: there it tells the recorded time,
 * so that past events pass through the same services as present ones.
 */
public final class HouseClock extends Clock {
    private final Clock real;
    private final ThreadLocal<@Nullable Instant> recorded = new ThreadLocal<>();

    public HouseClock(Clock real) {
        this.real = real;
    }

    /** Does something as of a moment, on this thread alone. */
    public <T> T at(Instant moment, Supplier<T> work) {
        Instant before = recorded.get();
        recorded.set(moment);
        try {
            return work.get();
        } finally {
            if (before == null) {
                recorded.remove();
            } else {
                recorded.set(before);
            }
        }
    }

    @Override
    public Instant instant() {
        Instant moment = recorded.get();
        return moment == null ? real.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : real.withZone(zone);
    }
}
