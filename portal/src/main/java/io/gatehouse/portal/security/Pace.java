package io.gatehouse.portal.security;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * How slowly a body may come: on average so many bytes a second, once the portal has waited for it for a while. Only the waiting counts,
 * since whoever reads may be slow as well.
 *
 * @param slowest bytes that must come in a second of waiting
 * @param patience of waiting before that is asked for
 */
record Pace(DataSize slowest, Duration patience) {
    private static final double SECOND = 1e9;

    /** One body. */
    Body body() {
        return new Body();
    }

    /** What came of one body so far; of one thread at a time. */
    final class Body {
        private long received;
        private long waited;

        private Body() {}

        /**
         * @param bytes that came; negative at the end
         * @param nanos that were waited for them
         * @return whether there is any use in going on
         */
        boolean goesOn(int bytes, long nanos) {
            received += Math.max(bytes, 0);
            waited += nanos;
            return waited <= patience.toNanos() || received >= slowest.toBytes() * (waited / SECOND);
        }
    }
}
