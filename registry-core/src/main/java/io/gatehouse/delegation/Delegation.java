package io.gatehouse.delegation;

import io.gatehouse.people.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reviewing handed over.
 *
 * @param id for ending it
 * @param from whose reviewing it is
 * @param to who reviews in their stead
 * @param until from when on it no longer holds
 * @param reason in their own words
 * @param madeAt when
 * @param endedAt when one of the two ended it early, or its time was over; absent if neither happened
 */
public record Delegation(
        UUID id,
        Person from,
        Person to,
        Instant until,
        String reason,
        Instant madeAt,
        @Nullable Instant endedAt) {

    /** Whether it holds at a moment. */
    public boolean holds(Instant now) {
        return endedAt == null && !now.isBefore(madeAt) && now.isBefore(until);
    }
}
