package io.gatehouse.rollback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A champion that was taken back.
 *
 * @param number shown as {@code RB-3}
 * @param model name
 * @param alias that moved back
 * @param from version that was taken back
 * @param to version that answers again
 * @param request number of the request that had brought {@code from}; absent if it is not on record
 * @param by display name of who took it back
 * @param reason in their words
 * @param at when
 * @param dueAt by when somebody else has to have looked into it: the end of the second working day after
 * @param followedUpBy display name; absent while nobody has
 * @param followedUpAt absent while nobody has
 * @param finding what they found, in their words; absent while nobody has
 */
public record Rollback(
        long number,
        String model,
        String alias,
        int from,
        int to,
        @Nullable Long request,
        String by,
        String reason,
        Instant at,
        Instant dueAt,
        @Nullable String followedUpBy,
        @Nullable Instant followedUpAt,
        @Nullable String finding) {

    public boolean open() {
        return followedUpAt == null;
    }

    /** Whether nobody looked into it in time. */
    public boolean overdue(Instant now) {
        return followedUpAt == null && now.isAfter(dueAt);
    }
}
