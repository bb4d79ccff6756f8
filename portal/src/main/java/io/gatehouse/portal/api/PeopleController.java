package io.gatehouse.portal.api;

import io.gatehouse.accounts.Account;
import io.gatehouse.accounts.AccountOutcome;
import io.gatehouse.accounts.Accounts;
import io.gatehouse.accounts.Identities;
import io.gatehouse.accounts.SignInLinks;
import io.gatehouse.notices.Deliveries;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.portal.address.PublicUrl;
import io.gatehouse.tokens.AccessTokens;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The people of the installation, for administrators. */
@RestController
@RequestMapping("/api/gatehouse/v1/people")
class PeopleController {
    private static final int MOST_FAILURES = 200;

    private final People people;
    private final Accounts accounts;
    private final SignInLinks links;
    private final Identities identities;
    private final AccessTokens tokens;
    private final Deliveries deliveries;

    PeopleController(
            People people,
            Accounts accounts,
            SignInLinks links,
            Identities identities,
            AccessTokens tokens,
            Deliveries deliveries) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.identities = identities;
        this.tokens = tokens;
        this.deliveries = deliveries;
    }

    /** @param email empty if none @param identities by which providers they are vouched for @param state {@code INVITED}, {@code LINK_OVER}, {@code ACTIVE} or {@code DEACTIVATED} */
    record Body(
            String username,
            String name,
            String email,
            List<String> roles,
            boolean active,
            String state,
            Instant added_at,
            @Nullable Instant last_seen_at,
            List<VouchedFor> identities) {
        static Body of(Account account) {
            Person person = account.person();
            return new Body(
                    person.username(),
                    person.displayName(),
                    person.email(),
                    person.roles().stream().map(Enum::name).sorted().toList(),
                    person.active(),
                    account.state().name(),
                    account.addedAt(),
                    account.lastSeenAt(),
                    account.identities().stream()
                            .map(one -> new VouchedFor(one.issuer(), one.knownAs()))
                            .toList());
        }
    }

    /** @param issuer the provider @param known_as what it called them when the two were joined */
    record VouchedFor(String issuer, String known_as) {}

    /** @param people by name, deactivated ones too */
    record All(List<Body> people) {}

    /** @param email absent for none @param roles such as {@code ["REVIEWER"]}, at least one */
    record NewPerson(
            @Nullable String username,
            @Nullable String name,
            @Nullable String email,
            @Nullable List<String> roles) {}

    record Name(@Nullable String name) {}

    /** @param roles all that they have from now on, at least one */
    record Roles(@Nullable List<String> roles) {}

    /** @param link where they settle how they sign in; it can be read this once */
    record Link(String link, Instant expires_at) {}

    record Revoked(int revoked) {}

    /** @param email empty for none */
    record Address(@Nullable String email) {}

    /** @param about what the notice was about @param why the last failure */
    record Undelivered(String channel, String name, String about, String why, Instant at) {}

    /** @param undelivered the newest first, 200 at most */
    record Failures(List<Undelivered> undelivered) {}

    @GetMapping
    All all(Actor actor) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        return new All(accounts.all(actor).stream().map(Body::of).toList());
    }

    @GetMapping("/{username}")
    Body one(Actor actor, @PathVariable String username) {
        return known(actor, username);
    }

    /** Adds somebody, who settles by a sign-in link how they sign in. */
    @PostMapping
    ResponseEntity<Body> add(Actor actor, @RequestBody NewPerson wanted) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        AccountOutcome outcome = accounts.add(
                actor,
                new Accounts.NewAccount(
                        RequestFields.needed("username", wanted.username),
                        RequestFields.needed("name", wanted.name),
                        RequestFields.plain("email", RequestFields.optional(wanted.email, "")),
                        roles(wanted.roles)));
        return ResponseEntity.status(HttpStatus.CREATED).body(body(actor, outcome));
    }

    /** Changes what somebody is called on screens. */
    @PutMapping("/{username}/name")
    Body name(Actor actor, @PathVariable String username, @RequestBody Name wanted) {
        known(actor, username);
        return body(actor, accounts.rename(actor, username, RequestFields.needed("name", wanted.name)));
    }

    /** Sets all roles of somebody else. */
    @PutMapping("/{username}/roles")
    Body roles(Actor actor, @PathVariable String username, @RequestBody Roles wanted) {
        known(actor, username);
        return body(actor, accounts.grant(actor, username, roles(wanted.roles)));
    }

    /** Shuts somebody else out; their tokens are revoked. */
    @PostMapping("/{username}/deactivate")
    Body deactivate(Actor actor, @PathVariable String username) {
        known(actor, username);
        return body(actor, accounts.deactivate(actor, username));
    }

    /** Lets somebody in again. */
    @PostMapping("/{username}/reactivate")
    Body reactivate(Actor actor, @PathVariable String username) {
        known(actor, username);
        return body(actor, accounts.reactivate(actor, username));
    }

    /** Makes a link by which somebody else settles how they sign in; earlier ones open no more. */
    @PostMapping("/{username}/sign-in-link")
    ResponseEntity<Link> link(Actor actor, @PathVariable String username) {
        known(actor, username);
        return switch (links.make(actor, username)) {
            case SignInLinks.Link.Made made ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Link(PublicUrl.link(made.place()).toString(), made.expiresAt()));
            case SignInLinks.Link.Refused(AccountOutcome.Refused refused) -> throw refusal(refused);
        };
    }

    /** Parts somebody else from whoever vouches for them; a sign-in link lets them in again. */
    @DeleteMapping("/{username}/identities")
    Body release(Actor actor, @PathVariable String username) {
        known(actor, username);
        return body(actor, identities.release(actor, username));
    }

    /** Revokes all tokens of somebody that still open. */
    @DeleteMapping("/{username}/tokens")
    Revoked revoke(Actor actor, @PathVariable String username) {
        known(actor, username);
        return new Revoked(tokens.revokeAll(
                actor, people.byUsername(username).orElseThrow().id()));
    }

    private Body known(Actor actor, String username) {
        return accounts.of(actor, username)
                .map(Body::of)
                .orElseThrow(() -> new ApiRefusal(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_PERSON",
                        "username",
                        "There is no such person.",
                        "GET /api/gatehouse/v1/people lists all."));
    }

    private Body body(Actor actor, AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done(Person person) -> known(actor, person.username());
            case AccountOutcome.Refused refused -> throw refusal(refused);
        };
    }

    private static ApiRefusal refusal(AccountOutcome.Refused refused) {
        return ProblemCode.refusal(
                refused.code(), refused.field(), refused.sentence().english());
    }

    private static Set<Role> roles(@Nullable List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : RequestFields.needed("roles", names)) {
            roles.add(RequestFields.oneOf(Role.class, "roles", RequestFields.needed("roles", name)));
        }
        return roles;
    }

    /** Sets where mail to somebody goes. */
    @PutMapping("/{username}/address")
    Body address(Actor actor, @PathVariable String username, @RequestBody Address wanted) {
        known(actor, username);
        Person person = people.byUsername(username).orElseThrow();
        NoticeController.addressed(people.setAddress(actor, person.id(), wanted.email == null ? "" : wanted.email));
        return known(actor, username);
    }

    /** Messages that were given up. */
    @GetMapping("/undelivered")
    Failures undelivered(Actor actor) {
        return new Failures(deliveries.undelivered(actor, MOST_FAILURES).stream()
                .map(one -> new Undelivered(one.channel(), one.person(), one.subject(), one.why(), one.at()))
                .toList());
    }
}
