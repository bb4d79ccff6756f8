package io.gatehouse.notices;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told of one event.
 *
 * @param kind why they were told
 * @param subject what it is about, such as {@code promotion/PR-7}
 * @param place where that is read, from the root of the portal
 * @param title one sentence
 * @param detail what somebody said or what happened; may be empty
 * @param at when it happened
 * @param readAt when they read it, or when it was settled; absent while it is new
 * @param done whether it said that something waits for them that waits for them no longer
 */
public record Notice(
        UUID id,
        NoticeKind kind,
        String subject,
        String place,
        Sentence title,
        String detail,
        Instant at,
        @Nullable Instant readAt,
        boolean done) {

    public boolean unread() {
        return readAt == null;
    }
}
