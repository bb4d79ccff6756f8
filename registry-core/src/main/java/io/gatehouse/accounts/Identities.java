package io.gatehouse.accounts;

import static io.gatehouse.accounts.Admission.refused;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people in for whom a provider vouches. Who somebody is here is settled once, when the two are joined, and from then on by issuer and
 * subject: names and addresses can be given to another person at the provider, and would carry a vote with them.
 */
@Component
public class Identities {
    private final JdbcClient jdbc;
    private final People people;
    private final AccountRows rows;
    private final SignInLinks links;
    private final AccountLocks locks;
    private final AuditTrail audit;
    private final Clock clock;

    Identities(
            JdbcClient jdbc,
            People people,
            AccountRows rows,
            SignInLinks links,
            AccountLocks locks,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.rows = rows;
        this.links = links;
        this.locks = locks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Lets somebody in who is joined already, or who has the user name of somebody that nobody at this issuer is joined with.
     *
     * @param username by which whoever runs this installation lets the provider name people; empty where it may not
     */
    @Transactional
    public Admission admit(Identity identity, Optional<String> username, Actor.Via via, String requestId) {
        Optional<Person> known = known(identity);
        if (known.isPresent()) {
            return entrance(known.get(), identity, via, requestId);
        }
        Optional<Person> named = username.flatMap(rows::person);
        if (named.isEmpty()) {
            return refused("UNKNOWN_IDENTITY", "account.identity.unknown", "name", identity.knownAs());
        }
        Person person = named.get();
        if (locks.hold(person.id()) && !isJoined(person, identity.issuer())) {
            join(new Actor(person, via, requestId), identity, "name");
        } else if (person.active()) {
            return refused("ANOTHER_IDENTITY", "account.identity.another", "name", identity.knownAs());
        }
        return entrance(person, identity, via, requestId);
    }

    /** Joins whom a sign-in link was made for, and ends the link and the sessions that they had. */
    @Transactional
    public Admission joinByLink(String secret, Identity identity, Actor.Via via, String requestId) {
        Optional<Person> bearer = links.bearer(secret);
        // Looked for again once nobody else changes the account: another may have used it, or a newer one was made.
        if (bearer.isEmpty()
                || !locks.hold(bearer.get().id())
                || links.bearer(secret).isEmpty()) {
            return refused("LINK_OVER", "account.link.over");
        }
        return joinHeld(new Actor(bearer.get(), via, requestId), identity, "link");
    }

    /**
     * Joins who is signed in, and begins another round of their sessions, so that this goes on in it and all others end.
     *
     * @param round of the session that asks; refused if that is over by now
     */
    @Transactional
    public Admission join(Actor actor, int round, Identity identity) {
        Person person = actor.person();
        boolean holds = locks.hold(person.id())
                && people.entrance(person.username())
                        .filter(entrance -> entrance.round() == round)
                        .isPresent();
        return holds ? joinHeld(actor, identity, "session") : refused("SESSION_OVER", "account.session.over");
    }

    private Admission joinHeld(Actor actor, Identity identity, String way) {
        Person person = actor.person();
        if (known(identity).filter(other -> !other.id().equals(person.id())).isPresent()) {
            return refused("IDENTITY_TAKEN", "account.identity.taken", "name", identity.knownAs());
        }
        leave(person.id(), identity.issuer());
        locks.endLinksFor(person.id());
        locks.endSessionsOf(person.id());
        join(actor, identity, way);
        return entrance(person, identity, actor.via(), actor.requestId());
    }

    /** Parts somebody from every provider, such as one that knows another person by that name now. They need a sign-in link then. */
    @Transactional
    public AccountOutcome release(Actor actor, String username) {
        locks.manage(actor);
        Optional<Person> found = rows.person(username);
        if (found.isEmpty()) {
            return AccountOutcome.refused("UNKNOWN_PERSON", "username", "person.unknown");
        }
        Person person = found.get();
        if (person.id().equals(actor.person().id())) {
            return AccountOutcome.refused("OWN_ACCOUNT", "", "account.own");
        }
        locks.hold(person.id());
        int released = jdbc.sql("delete from person_identity where person_id = ?")
                .param(person.id())
                .update();
        if (released > 0) {
            locks.endSessionsOf(person.id());
            audit.append(actor, "person.identity_released", "person/" + person.id(), Map.of());
        }
        return new AccountOutcome.Done(person);
    }

    /** By which providers somebody is vouched for; empty if by none. */
    @Transactional(readOnly = true)
    public List<Identity> of(Person person) {
        return rows.identities(person);
    }

    private Admission entrance(Person person, Identity identity, Actor.Via via, String requestId) {
        return people.entrance(person.username())
                .filter(entrance -> entrance.person().active())
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() -> {
                    audit.append(
                            new Actor(person, via, requestId),
                            "person.sign_in_refused",
                            "person/" + person.id(),
                            Map.of("with", identity.issuer()));
                    return refused("DEACTIVATED", "account.identity.deactivated");
                });
    }

    private void join(Actor actor, Identity identity, String way) {
        UUID person = actor.person().id();
        jdbc.sql("insert into person_identity (issuer, subject, person_id, known_as, joined_at) values (?, ?, ?, ?, ?)")
                .params(
                        identity.issuer(),
                        identity.subject(),
                        person,
                        identity.knownAs(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        audit.append(
                actor, "person.identity_joined", "person/" + person, Map.of("issuer", identity.issuer(), "by", way));
    }

    private void leave(UUID person, String issuer) {
        jdbc.sql("delete from person_identity where person_id = ? and issuer = ?")
                .params(person, issuer)
                .update();
    }

    private Optional<Person> known(Identity identity) {
        return jdbc.sql("select person_id from person_identity where issuer = ? and subject = ?")
                .params(identity.issuer(), identity.subject())
                .query(UUID.class)
                .optional()
                .flatMap(people::byId);
    }

    private boolean isJoined(Person person, String issuer) {
        return jdbc.sql("select count(*) from person_identity where person_id = ? and issuer = ?")
                        .params(person.id(), issuer)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
