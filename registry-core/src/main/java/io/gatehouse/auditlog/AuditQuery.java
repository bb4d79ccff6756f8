package io.gatehouse.auditlog;

import io.gatehouse.people.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to see.
 *
 * @param person who did it; absent for anybody
 * @param action such as {@code promotion.approved}, or with a star at one end: {@code promotion.*}, {@code *_refused}; empty for all
 * @param object text in what it was done to, or in the name of its model, in any case; empty for all
 * @param from the earliest moment
 * @param before the moment after the latest
 * @param via the door
 */
public record AuditQuery(
        @Nullable UUID person,
        String action,
        String object,
        @Nullable Instant from,
        @Nullable Instant before,
        Actor.@Nullable Via via) {
    public static final AuditQuery ALL = new AuditQuery(null, "", "", null, null, null);

    public boolean narrows() {
        return !equals(ALL);
    }
}
