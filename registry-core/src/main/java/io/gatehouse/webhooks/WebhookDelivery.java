package io.gatehouse.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A message to a webhook, and what became of it.
 *
 * @param at when it was written
 * @param attempts to bring it
 * @param answer status of HTTP of the last attempt that was answered; absent if none was
 * @param message why the last attempt failed; empty if it did not
 * @param next when it is tried again; absent unless it waits
 */
public record WebhookDelivery(
        UUID id,
        WebhookEvent event,
        Instant at,
        State state,
        int attempts,
        OptionalInt answer,
        String message,
        Optional<Instant> next) {
    /** DROPPED: the webhook was paused or deleted when its turn came. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        DROPPED
    }
}
