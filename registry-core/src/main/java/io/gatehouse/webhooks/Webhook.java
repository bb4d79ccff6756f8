package io.gatehouse.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told of events. Its secret is given to nobody.
 *
 * @param name of 1 to 63 letters, digits, dots, underscores and hyphens
 * @param url where messages go
 * @param events what it is told of; one at least
 */
public record Webhook(
        UUID id,
        String name,
        String url,
        List<WebhookEvent> events,
        @Nullable String description,
        Status status,
        Instant createdAt,
        Instant updatedAt) {

    public Webhook {
        events = List.copyOf(events);
    }

    /** Whether it is told anything. */
    public enum Status {
        ACTIVE,
        DISABLED
    }

    /**
     * What is wanted of a webhook. In a change, what is absent stays as it is.
     *
     * @param secret that messages are signed with; absent for unsigned ones; empty in a change: not signed any more
     */
    public record Wanted(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<WebhookEvent> events,
            @Nullable String description,
            @Nullable String secret,
            @Nullable Status status) {}
}
