package io.gatehouse.portal.security;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Puts on the audit chain who comes to the door for programs, and who asks for what they may not do. A training script makes thousands of
 * calls: the same person signing in the same way is put down once a day, the same refusal once a minute.
 */
@Component
public class DoorRecord {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final AuditTrail audit;
    private final People people;
    private final Clock clock;
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    DoorRecord(AuditTrail audit, People people, Clock clock) {
        this.audit = audit;
        this.people = people;
        this.clock = clock;
    }

    /** @param with {@code password} or {@code token} */
    void signedIn(Person person, Actor.Via via, String with) {
        if (first("in " + with + via + person.id(), A_DAY)) {
            people.seen(person.id());
            note(person, via, "person.signed_in", "person/" + person.id(), Map.of("with", with));
        }
    }

    /** Somebody gave a password for a person who exists, by which they do not come in. */
    void refused(Person person, Actor.Via via) {
        note(person, via, "person.sign_in_refused", "person/" + person.id(), Map.of());
    }

    /** Somebody came with a token of a person that no longer opens. */
    void tokenRefused(Person owner, UUID token, Actor.Via via) {
        if (first("token " + token, A_MINUTE)) {
            note(owner, via, "token.refused", "token/" + token, Map.of());
        }
    }

    /** Somebody asked for what their roles do not allow; told to them by whoever calls this. */
    public void refused(NotPermittedException refusal) {
        Actor actor = refusal.actor();
        String action = refusal.action().name();
        if (first("no " + action + actor.via() + actor.person().id(), A_MINUTE)) {
            audit.appendAlone(
                    actor,
                    "permission.refused",
                    "permission/" + action,
                    Map.of("words", refusal.action().words()));
        }
    }

    private void note(Person person, Actor.Via via, String action, String object, Map<String, ?> details) {
        audit.appendAlone(new Actor(person, via, RequestIdFilter.current()), action, object, details);
    }

    private boolean first(String what, Duration within) {
        Instant now = clock.instant();
        if (noted.size() >= MOST_REMEMBERED) {
            noted.values().removeIf(until -> until.isBefore(now));
        }
        Instant until = noted.putIfAbsent(what, now.plus(within));
        return until == null || until.isBefore(now) && noted.replace(what, until, now.plus(within));
    }
}
