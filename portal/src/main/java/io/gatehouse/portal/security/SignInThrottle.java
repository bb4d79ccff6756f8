package io.gatehouse.portal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries passwords: after some wrong ones in a row, the name has to wait at that address, with the right password too.
 * Counted by name and address together, so that nobody can lock somebody else out from another place.
 */
@Component
public class SignInThrottle {
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 10_000;

    private final int attempts;
    private final Duration wait;
    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    SignInThrottle(
            @Value("${gatehouse.sign-in.attempts:10}") int attempts,
            @Value("${gatehouse.sign-in.wait:PT30S}") Duration wait,
            Clock clock) {
        this.attempts = attempts;
        this.wait = wait;
        this.clock = clock;
    }

    private record Failures(int inARow, Instant last) {}

    /** Whether a password of this name is not even looked at now. */
    public boolean mustWait(String username, String address) {
        Failures found = failures.get(key(username, address));
        Instant now = clock.instant();
        return found != null
                && found.inARow >= attempts
                // By a clock that ran ahead nobody waits.
                && !found.last.isAfter(now)
                && found.last.plus(wait).isAfter(now);
    }

    public void failed(String username, String address) {
        Instant now = clock.instant();
        if (failures.size() >= MOST_REMEMBERED) {
            failures.values().removeIf(old -> old.last.plus(wait).isBefore(now));
        }
        failures.merge(key(username, address), new Failures(1, now), (old, first) -> {
            boolean longAgo = old.last.plus(FORGOTTEN).isBefore(now);
            return longAgo ? first : new Failures(old.inARow + 1, now);
        });
    }

    public void succeeded(String username, String address) {
        failures.remove(key(username, address));
    }

    private static String key(String username, String address) {
        String name = username.length() <= 200 ? username : username.substring(0, 200);
        return address + " " + name.toLowerCase(Locale.ROOT);
    }
}
