package io.gatehouse.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes identifiers: UUIDs of version 7 (RFC 9562), which sort by time, and the 32 hex digits that MLflow names runs by. */
@Component
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;

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

    /** 32 lower-case hex digits, as MLflow names runs. */
    public String hex32() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
