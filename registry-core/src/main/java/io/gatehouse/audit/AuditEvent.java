package io.gatehouse.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One link of the chain.
 *
 * @param seq 1 for the first event, without gaps
 * @param at microseconds, UTC
 * @param personId who
 * @param via the door
 * @param requestId correlates with logs
 * @param action such as {@code promotion.approved}
 * @param object what it was done to, such as {@code model/churn/alias/champion}
 * @param canonical RFC 8785 JSON of the event, the bytes that were hashed
 * @param previousHash hash of the event before, 64 zeros for the first
 * @param hash SHA-256 of the previous hash followed by the canonical JSON, both as UTF-8, 64 lower-case hex digits
 */
public record AuditEvent(
        long seq,
        Instant at,
        UUID personId,
        String via,
        String requestId,
        String action,
        String object,
        String canonical,
        String previousHash,
        String hash) {
    /** As exports hold it, without the line feed. */
    public String line() {
        return AuditLine.of(this);
    }
}
