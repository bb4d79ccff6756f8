package io.gatehouse.promotion;

import io.gatehouse.people.Role;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request in a queue.
 *
 * @param number shown as {@code PR-42}
 * @param model name
 * @param version asked for
 * @param alias to move
 * @param use policy asked for
 * @param state now
 * @param requestedBy display name
 * @param requestedAt when
 * @param decidedAt when it ended; absent while open
 * @param passed checks that passed
 * @param failed checks that failed
 * @param inconclusive checks that could not tell, errors included
 * @param statusLine what it needs and from whom
 * @param waitsFor roles of those whose approval is needed next; empty while it waits for no approval
 */
public record PromotionRow(
        long number,
        String model,
        int version,
        String alias,
        Use use,
        RequestState state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant decidedAt,
        int passed,
        int failed,
        int inconclusive,
        Sentence statusLine,
        Set<Role> waitsFor) {
    public PromotionRow {
        waitsFor = Set.copyOf(waitsFor);
    }
}
