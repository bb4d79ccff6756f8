package io.gatehouse.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How long something that failed is waited for before it is tried again, and when it is given up. The wait is a lease as well: whoever
 * took an attempt and died holds it no longer than that.
 */
public final class Patience {
    /** After that many attempts, over about sixteen hours, nobody tries again. */
    public static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(4);

    private Patience() {}

    /** When it may be tried again, if it is begun now. @param attempts made before */
    public static Instant next(Instant now, int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts, 10));
        return now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    /** No attempt waits for longer than until then; a later one was set by a clock that ran ahead, and is due. */
    public static Instant farthest(Instant now) {
        return now.plus(LONGEST);
    }

    /** The first line of a failure, as it is kept; at most 500 characters. */
    public static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String line = message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
        return line.length() <= 500 ? line : line.substring(0, 499) + "…";
    }
}
