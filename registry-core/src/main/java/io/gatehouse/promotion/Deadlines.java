package io.gatehouse.promotion;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a request waits for people. Nothing expires that was not announced a day before, by the same clock: a clock that jumps ahead
 * announces too early at most, and what it announced counts for nothing once it is set right.
 *
 * @param remindAt when those it waits for are reminded; absent: never
 * @param expiresAt when it expires; absent: never
 * @param remindedAt when they were
 * @param announcedAt when its end was announced
 */
@Embeddable
record Deadlines(
        @Column(name = "remind_at") @Nullable Instant remindAt,
        @Column(name = "expires_at") @Nullable Instant expiresAt,
        @Column(name = "reminded_at") @Nullable Instant remindedAt,
        @Column(name = "expiry_announced_at") @Nullable Instant announcedAt) {
    static final Duration ANNOUNCED = Duration.ofDays(1);

    /** What is due. */
    enum Due {
        NOTHING,
        REMINDER,
        ANNOUNCEMENT,
        END
    }

    /** For a request that starts to wait. */
    static Deadlines from(Instant start, ApprovalsAsked asked) {
        return new Deadlines(after(start, asked.remindAfter()), after(start, asked.expiresAfter()), null, null);
    }

    private static @Nullable Instant after(Instant start, @Nullable Integer days) {
        return days == null ? null : start.plus(Duration.ofDays(days));
    }

    Due due(Instant now) {
        if (expiresAt != null && !now.isBefore(expiresAt) && announcedBefore(now)) {
            return Due.END;
        }
        if (expiresAt != null && !now.isBefore(expiresAt.minus(ANNOUNCED)) && notYet(announcedAt, now)) {
            return Due.ANNOUNCEMENT;
        }
        return remindAt != null && !now.isBefore(remindAt) && notYet(remindedAt, now) ? Due.REMINDER : Due.NOTHING;
    }

    private boolean announcedBefore(Instant now) {
        return announcedAt != null && !now.isBefore(announcedAt.plus(ANNOUNCED));
    }

    /** What happened in the future was told by a clock that ran ahead, so it has not happened yet. */
    private static boolean notYet(@Nullable Instant happened, Instant now) {
        return happened == null || happened.isAfter(now);
    }

    Deadlines reminded(Instant at) {
        return new Deadlines(remindAt, expiresAt, at, announcedAt);
    }

    Deadlines announced(Instant at) {
        return new Deadlines(remindAt, expiresAt, remindedAt, at);
    }
}
