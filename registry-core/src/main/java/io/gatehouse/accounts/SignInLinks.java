package io.gatehouse.accounts;

import static io.gatehouse.accounts.AccountOutcome.refused;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.ids.Secrets;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody chooses a password, or is joined with a provider: at the beginning, and when they lost their way in. So nobody
 * but they ever knows it, the administrator least of all, who might else vote in two names. A link opens once, and the newest alone.
 */
@Component
public class SignInLinks {
    /** Where links open, from the root; the secret follows. */
    public static final String PLACE = "sign-in-link";

    /** Over a weekend and a holiday; who is late asks for another. */
    public static final Duration HOLDS = Duration.ofDays(7);

    /** Of links that the house makes at its start: whoever started it sits in front of it. */
    static final Duration HOLDS_OF_THE_HOUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final People people;
    private final AccountRows rows;
    private final Passwords passwords;
    private final IdentityRows identities;
    private final AccountLocks locks;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Ids ids;
    private final Secrets secrets;
    private final Clock clock;

    SignInLinks(
            JdbcClient jdbc,
            People people,
            AccountRows rows,
            Passwords passwords,
            IdentityRows identities,
            AccountLocks locks,
            AuditTrail audit,
            Outbox outbox,
            Ids ids,
            Secrets secrets,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.rows = rows;
        this.passwords = passwords;
        this.identities = identities;
        this.locks = locks;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What became of the wish for a link. */
    public sealed interface Link {
        /** @param secret can be read this once and never again @param expiresAt from when on it no longer opens */
        record Made(Person person, String secret, Instant expiresAt) implements Link {
            /** Where it opens, from the root, without a slash before it. */
            public String place() {
                return PLACE + "/" + secret;
            }
        }

        /** @param refusal why there is none, and the way out */
        record Refused(AccountOutcome.Refused refusal) implements Link {}
    }

    /** Makes a link for somebody else; those they had before open no more. How they sign in holds until they use it. */
    @Transactional
    public Link make(Actor actor, String username) {
        locks.manage(actor);
        Optional<Person> found = rows.person(username);
        if (found.isEmpty()) {
            return new Link.Refused(refused("UNKNOWN_PERSON", "username", "person.unknown"));
        }
        Person person = found.get();
        if (!locks.hold(person.id())) {
            return new Link.Refused(refused("DEACTIVATED", "", "account.deactivated", "person", person.displayName()));
        }
        if (person.id().equals(actor.person().id())) {
            return new Link.Refused(refused("OWN_ACCOUNT", "", "account.own.link"));
        }
        locks.endLinksFor(person.id());
        String secret = secrets.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expiresAt = now.plus(actor.via() == Actor.Via.SYSTEM ? HOLDS_OF_THE_HOUSE : HOLDS);
        UUID id = ids.next();
        jdbc.sql("""
                insert into sign_in_link (id, person_id, secret_sha256, made_by, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(id, person.id(), Digests.sha256(secret), actor.person().id(), stored(now), stored(expiresAt))
                .update();
        audit.append(
                actor,
                "person.link_made",
                "person/" + person.id(),
                Map.of("link", id.toString(), "expires_at", expiresAt.toString()));
        // Whoever waits for their first link is told by the link itself. Who was here before has something to lose,
        // even while their password does not open.
        Account account = rows.of(person);
        if (account.state() == Account.State.ACTIVE || account.lastSeenAt() != null) {
            outbox.publish(
                    actor, AccountNews.LINK_MADE, Map.of("person", person.id().toString()));
        }
        return new Link.Made(person, secret, expiresAt);
    }

    /** Whom the link lets in; empty if it was used, replaced or is over, or never was. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Person> bearer(String secret) {
        return jdbc.sql("""
                select person_id from sign_in_link
                where secret_sha256 = ? and ended_at is null and expires_at > ?""")
                .params(Digests.sha256(secret), stored(clock.instant()))
                .query(UUID.class)
                .optional()
                .flatMap(people::byId)
                .filter(Person::active);
    }

    /** Sets the password of whom the link was made for, and ends the link, all their sessions and whatever else let them in. */
    @Transactional
    public AccountOutcome choose(String secret, String password, Actor.Via via, String requestId) {
        Optional<Person> bearer = bearer(secret);
        if (bearer.isEmpty()) {
            return refused("LINK_OVER", "", "account.link.over");
        }
        Person person = bearer.get();
        Optional<AccountOutcome.Refused> unfit = passwords.unfit(person, password);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        String hash = passwords.hash(password);
        // Looked for again once nobody else changes the account: another may have used it, or a newer one was made.
        if (!locks.hold(person.id()) || bearer(secret).isEmpty()) {
            return refused("LINK_OVER", "", "account.link.over");
        }
        passwords.set(person, hash);
        // A link replaces every way in: whoever had one before notices that it was used.
        Actor self = new Actor(person, via, requestId);
        identities.end(self, person);
        audit.append(self, "person.password_chosen", "person/" + person.id(), Map.of("with", "link"));
        return new AccountOutcome.Done(person);
    }

    /** Ends for good those whose time is over, so that a clock that is set back opens none again. */
    @Transactional
    public void endThoseOver() {
        jdbc.sql("update sign_in_link set ended_at = expires_at where ended_at is null and expires_at <= ?")
                .param(stored(clock.instant()))
                .update();
    }

    private static OffsetDateTime stored(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
