package io.gatehouse.outbox;

import io.gatehouse.people.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened and that somebody may want to know.
 *
 * @param kind such as {@code promotion.rejected}
 * @param payload ids, numbers and digests, as published
 * @param personId who did it
 * @param via the door they came through; the house itself acts for somebody at times
 * @param at when
 * @param attempts how often telling of it was begun before
 */
public record OutboxEvent(
        UUID id, String kind, Map<String, Object> payload, UUID personId, Actor.Via via, Instant at, int attempts) {

    public OutboxEvent {
        payload = Map.copyOf(payload);
    }

    /** A number of the payload. @throws IllegalArgumentException if there is none by that name: a bug of who published it */
    public long number(String name) {
        if (payload.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("The event " + kind + " names no " + name);
    }

    /** A text of the payload; empty if there is none. */
    public String text(String name) {
        return payload.get(name) instanceof String text ? text : "";
    }
}
