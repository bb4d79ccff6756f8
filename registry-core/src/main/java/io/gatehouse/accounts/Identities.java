package io.gatehouse.accounts;

import static io.gatehouse.accounts.Admission.refused;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final AccountRows accounts;
    private final IdentityRows rows;
    private final SignInLinks links;
    private final AccountLocks locks;
    private final AuditTrail audit;

    Identities(
            JdbcClient jdbc,
            People people,
            AccountRows accounts,
            IdentityRows rows,
            SignInLinks links,
            AccountLocks locks,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.people = people;
        this.accounts = accounts;
        this.rows = rows;
        this.links = links;
        this.locks = locks;
        this.audit = audit;
    }

    /**
     * Lets somebody in who is joined already, or who has the user name of somebody that nobody at this issuer was ever joined with.
     *
     * @param username by which whoever runs this installation lets the provider name people; empty where it may not
     */
    @Transactional
    public Admission admit(Identity identity, Optional<String> username, Actor.Via via, String requestId) {
        Optional<Person> known = known(identity);
        Optional<Person> meant = known.or(() -> username.flatMap(accounts::person));
        if (meant.isEmpty()) {
            return unknown(identity);
        }
        Person person = meant.get();
        boolean active = locks.hold(person.id());
        // Once more, now that nobody else changes the account: whoever is parted at this moment is not let into the
        // round that begins
        // with it, and whoever is joined by another window of theirs is.
        if (known(identity).filter(holder -> holder.id().equals(person.id())).isPresent() || !active) {
            return entrance(person, identity, via, requestId);
        }
        if (known.isPresent()) {
            return unknown(identity);
        }
        return rows.everJoined(person.id(), identity.issuer())
                ? refused("ANOTHER_IDENTITY", "account.identity.another", "name", identity.knownAs())
                : join(new Actor(person, via, requestId), identity, "name");
    }

    /** Joins whom a sign-in link was made for, and ends the link, the sessions that they had and whatever else let them in. */
    @Transactional
    public Admission joinByLink(String secret, Identity identity, Actor.Via via, String requestId) {
        Optional<Person> bearer = links.bearer(secret);
        // Looked for again once nobody else changes the account: another may have used it, or a newer one was made.
        if (bearer.isEmpty()
                || !locks.hold(bearer.get().id())
                || links.bearer(secret).isEmpty()) {
            return refused("LINK_OVER", "account.link.over");
        }
        Admission joined = join(new Actor(bearer.get(), via, requestId), identity, "link");
        if (joined instanceof Admission.Admitted) {
            // Whoever had a password notices that a link was used.
            jdbc.sql("update person set password_hash = null where id = ?")
                    .param(bearer.get().id())
                    .update();
        }
        return joined;
    }

    /**
     * Joins who is signed in, and begins another round of their sessions, so that this goes on in it and all others end. That it is they
     * who ask is for the caller to see to, by their password.
     *
     * @param round of the session that asks; refused if that is over by now
     */
    @Transactional
    public Admission join(Actor actor, int round, Identity identity) {
        return locks.holdIn(actor.person(), round)
                ? join(actor, identity, "session")
                : refused("SESSION_OVER", "account.session.over");
    }

    /** Of somebody whose account is held. */
    private Admission join(Actor actor, Identity identity, String way) {
        Person person = actor.person();
        if (known(identity).filter(other -> !other.id().equals(person.id())).isPresent()) {
            return refused("IDENTITY_TAKEN", "account.identity.taken", "name", identity.knownAs());
        }
        rows.end(actor, person);
        locks.endLinksFor(person.id());
        locks.endSessionsOf(person.id());
        rows.add(actor, person, identity, way);
        return entrance(person, identity, actor.via(), actor.requestId());
    }

    /** Parts somebody from every provider, such as one that knows another person by that name now. They need a sign-in link then. */
    @Transactional
    public AccountOutcome release(Actor actor, String username) {
        locks.manage(actor);
        Optional<Person> found = accounts.person(username);
        if (found.isEmpty()) {
            return AccountOutcome.refused("UNKNOWN_PERSON", "username", "person.unknown");
        }
        Person person = found.get();
        if (person.id().equals(actor.person().id())) {
            return AccountOutcome.refused("OWN_ACCOUNT", "", "account.own");
        }
        locks.hold(person.id());
        if (rows.end(actor, person)) {
            locks.endSessionsOf(person.id());
        }
        return new AccountOutcome.Done(person);
    }

    /** By which providers somebody is vouched for; empty if by none. */
    @Transactional(readOnly = true)
    public List<Identity> of(Person person) {
        return rows.of(person.id());
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

    private static Admission unknown(Identity identity) {
        return refused("UNKNOWN_IDENTITY", "account.identity.unknown", "name", identity.knownAs());
    }

    private Optional<Person> known(Identity identity) {
        return rows.holder(identity).flatMap(people::byId);
    }
}
