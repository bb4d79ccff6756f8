package io.gatehouse.auditlog;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.UUID;

/**
 * One event, with the names that people and models have now.
 *
 * @param seq its number in the chain
 * @param personId who did it
 * @param person their name
 * @param action such as {@code promotion.approved}
 * @param object such as {@code promotion/PR-3}
 * @param subject what that is
 * @param sentence what happened
 * @param requestId correlates with logs
 * @param hash of the event in the chain
 */
public record AuditRow(
        long seq,
        Instant at,
        UUID personId,
        String person,
        Actor.Via via,
        String action,
        String object,
        AuditSubject subject,
        Sentence sentence,
        String requestId,
        String hash) {}
