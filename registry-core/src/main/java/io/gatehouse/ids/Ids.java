package io.gatehouse.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes identifiers: UUIDs of version 7 (RFC 9562), which sort by time, and the 32 hex digits that MLflow names runs and logged models
 * by. On a thread that replays a recording the recorded digits come first, since recorded model files name them.
 */
@Component
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;
    private final ThreadLocal<@Nullable Deque<String>> recorded = new ThreadLocal<>();

    public Ids(Clock clock) {
        this.clock = clock;
        this.random = new SecureRandom();
    }

    /** A UUID of version 7: 48 bits of milliseconds, then random bits. */
    public UUID next() {
        long milliseconds = clock.millis();
        long high = (milliseconds << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Does something whose first new names are those recorded, on this thread alone. */
    public <T> T replaying(List<String> names, Supplier<T> work) {
        recorded.set(new ArrayDeque<>(names));
        try {
            return work.get();
        } finally {
            recorded.remove();
        }
    }

    /** 32 lower-case hex digits, as MLflow names runs. */
    public String hex32() {
        Deque<String> names = recorded.get();
        if (names != null && !names.isEmpty()) {
            return names.remove();
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
