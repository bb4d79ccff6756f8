package io.gatehouse.tokens;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; the secret itself is not kept.
 *
 * @param id stays the same for good
 * @param name that its owner gave it, such as “laptop”
 * @param createdAt when it was made
 * @param expiresAt from when on it opens nothing
 * @param lastUsedAt when a program last came with it, to the minute; absent if none did
 * @param revokedAt when its owner took it back, or when it was first turned away after its time; absent if neither happened
 */
public record AccessToken(
        UUID id,
        String name,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return revokedAt.isBefore(expiresAt) ? State.REVOKED : State.EXPIRED;
        }
        return expiresAt.isAfter(now) ? State.VALID : State.EXPIRED;
    }
}
