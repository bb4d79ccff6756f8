package io.gatehouse.accounts;

import static io.gatehouse.accounts.AccountOutcome.refused;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.tokens.AccessTokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds people, changes what they may and shuts them out again. Administrators do that for others and never for themselves: nobody grants
 * themselves a vote, and whoever manages people cannot leave an installation without somebody who does. People are never deleted, since
 * what they decided names them.
 */
@Component
public class Accounts {
    private static final int LONGEST_NAME = 200;

    /** A colon ends the name in HTTP basic; capitals are taken for small letters. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    private final JdbcClient jdbc;
    private final People people;
    private final AccountRows rows;
    private final AccessTokens tokens;
    private final AccountLocks locks;
    private final AuditTrail audit;
    private final Outbox outbox;

    Accounts(
            JdbcClient jdbc,
            People people,
            AccountRows rows,
            AccessTokens tokens,
            AccountLocks locks,
            AuditTrail audit,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.people = people;
        this.rows = rows;
        this.tokens = tokens;
        this.locks = locks;
        this.audit = audit;
        this.outbox = outbox;
    }

    /**
     * Somebody who is to be let in.
     *
     * @param email empty if none
     */
    public record NewAccount(String username, String displayName, String email, Set<Role> roles) {
        public NewAccount {
            roles = Set.copyOf(roles);
        }
    }

    /** Every human with an account, by name, deactivated ones too. */
    @Transactional(readOnly = true)
    public List<Account> all(Actor actor) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        return rows.all();
    }

    /** One of them; empty if nobody has that name. */
    @Transactional(readOnly = true)
    public Optional<Account> of(Actor actor, String username) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        return rows.person(username).map(rows::of);
    }

    /** Adds somebody without a password; a {@link SignInLinks sign-in link} leads to one. */
    @Transactional
    public AccountOutcome add(Actor actor, NewAccount wanted) {
        locks.manage(actor);
        String name = wanted.displayName().strip();
        if (isUnfit(name)) {
            return refused("INVALID_NAME", "name", "account.name", "most", LONGEST_NAME);
        }
        String username = wanted.username().strip().toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(username).matches()) {
            return refused("INVALID_USERNAME", "username", "account.username");
        }
        if (people.byUsername(username).isPresent()) {
            return refused("USERNAME_TAKEN", "username", "account.username.taken", "name", username);
        }
        if (!People.isAddress(wanted.email().strip())) {
            return refused("INVALID_EMAIL", "email", "person.address");
        }
        if (wanted.roles().isEmpty()) {
            return refused("ROLE_REQUIRED", "roles", "account.roles.none");
        }
        return new AccountOutcome.Done(people.add(
                actor, new People.NewPerson(username, name, wanted.email().strip(), wanted.roles(), null)));
    }

    /** Sets what somebody is called on screens from now on; what was written before keeps the person and not the name. */
    @Transactional
    public AccountOutcome rename(Actor actor, String username, String displayName) {
        return correct(actor, username, displayName, Optional.empty());
    }

    /** Sets what somebody is called, and where mail to them goes; neither if one of the two cannot be. @param email empty for none */
    @Transactional
    public AccountOutcome correct(Actor actor, String username, String displayName, String email) {
        return correct(actor, username, displayName, Optional.of(email.strip()));
    }

    private AccountOutcome correct(Actor actor, String username, String displayName, Optional<String> email) {
        locks.manage(actor);
        String name = displayName.strip();
        if (isUnfit(name)) {
            return refused("INVALID_NAME", "name", "account.name", "most", LONGEST_NAME);
        }
        if (!email.map(People::isAddress).orElse(true)) {
            return refused("INVALID_EMAIL", "email", "person.address");
        }
        Optional<Person> found = rows.person(username);
        if (found.isEmpty()) {
            return unknown();
        }
        UUID id = found.get().id();
        if (!found.get().displayName().equals(name)) {
            jdbc.sql("update person set display_name = ? where id = ?")
                    .params(name, id)
                    .update();
            audit.append(actor, "person.renamed", "person/" + id, Map.of());
        }
        email.ifPresent(address -> people.setAddress(actor, id, address));
        return done(found.get());
    }

    /** Sets all roles of somebody; what they may changes at their next click. */
    @Transactional
    public AccountOutcome grant(Actor actor, String username, Set<Role> roles) {
        if (roles.isEmpty()) {
            Permissions.require(actor, Action.MANAGE_PEOPLE);
            return refused("ROLE_REQUIRED", "roles", "account.roles.none.left");
        }
        return ofAnother(actor, username, person -> {
            if (!person.roles().equals(roles)) {
                change(person, roles);
                if (person.has(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
                    locks.endLinksBy(person.id());
                }
                audit.append(
                        actor,
                        "person.roles_changed",
                        "person/" + person.id(),
                        Map.of("before", names(person.roles()), "after", names(roles)));
                outbox.publish(
                        actor,
                        AccountNews.ROLES_CHANGED,
                        Map.of("person", person.id().toString()));
            }
            return done(person);
        });
    }

    /** Shuts somebody out: no session, no password, no token and no link of theirs opens any more. What they did stays. */
    @Transactional
    public AccountOutcome deactivate(Actor actor, String username) {
        return ofAnother(actor, username, person -> {
            if (person.active()) {
                locks.hold(person.id());
                jdbc.sql("update person set active = false, session_round = session_round + 1 where id = ?")
                        .param(person.id())
                        .update();
                locks.endLinksFor(person.id());
                locks.endLinksBy(person.id());
                int revoked = tokens.revokeAll(actor, person.id());
                audit.append(actor, "person.deactivated", "person/" + person.id(), Map.of("revoked_tokens", revoked));
            }
            return done(person);
        });
    }

    /** Lets somebody in again, with the roles and the password that they had; their tokens stay revoked. */
    @Transactional
    public AccountOutcome reactivate(Actor actor, String username) {
        return ofAnother(actor, username, person -> {
            if (!person.active()) {
                jdbc.sql("update person set active = true where id = ?")
                        .param(person.id())
                        .update();
                audit.append(
                        actor, "person.reactivated", "person/" + person.id(), Map.of("roles", names(person.roles())));
            }
            return done(person);
        });
    }

    private AccountOutcome ofAnother(Actor actor, String username, Function<Person, AccountOutcome> change) {
        locks.manage(actor);
        Optional<Person> found = rows.person(username);
        if (found.isEmpty()) {
            return unknown();
        }
        if (found.get().id().equals(actor.person().id())) {
            return refused("OWN_ACCOUNT", "", "account.own");
        }
        return change.apply(found.get());
    }

    /** Only what differs, so that whoever waits for a row of an administrator finds it again. */
    private void change(Person person, Set<Role> roles) {
        for (Role role : Role.values()) {
            if (person.has(role) && !roles.contains(role)) {
                jdbc.sql("delete from person_role where person_id = ? and role = ?")
                        .params(person.id(), role.name())
                        .update();
            } else if (!person.has(role) && roles.contains(role)) {
                jdbc.sql("insert into person_role (person_id, role) values (?, ?)")
                        .params(person.id(), role.name())
                        .update();
            }
        }
    }

    private AccountOutcome done(Person person) {
        return new AccountOutcome.Done(people.byId(person.id()).orElseThrow());
    }

    private static AccountOutcome unknown() {
        return refused("UNKNOWN_PERSON", "username", "person.unknown");
    }

    private static boolean isUnfit(String name) {
        return name.isEmpty()
                || name.length() > LONGEST_NAME
                || name.codePoints().anyMatch(UnseenLetters::is);
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Enum::name).sorted().toList();
    }
}
