package io.gatehouse.portal.api;

import io.gatehouse.notices.Deliveries;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
    private final Deliveries deliveries;

    PeopleController(People people, Deliveries deliveries) {
        this.people = people;
        this.deliveries = deliveries;
    }

    /** @param email empty if none */
    record Body(String username, String name, String email, List<String> roles, boolean active) {
        static Body of(Person person) {
            return new Body(
                    person.username(),
                    person.displayName(),
                    person.email(),
                    person.roles().stream().map(Enum::name).sorted().toList(),
                    person.active());
        }
    }

    /** @param people humans and service accounts, by name */
    record All(List<Body> people) {}

    /** @param email empty for none */
    record Address(@Nullable String email) {}

    /** @param about what the notice was about @param why the last failure */
    record Undelivered(String channel, String name, String about, String why, Instant at) {}

    /** @param undelivered the newest first, 200 at most */
    record Failures(List<Undelivered> undelivered) {}

    @GetMapping
    All all(Actor actor) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        return new All(people.all().stream().map(Body::of).toList());
    }

    /** Sets where mail to somebody goes. */
    @PutMapping("/{username}/address")
    Body address(Actor actor, @PathVariable String username, @RequestBody Address wanted) {
        Permissions.require(actor, Action.MANAGE_PEOPLE);
        Person person = people.byUsername(username)
                .orElseThrow(() -> new ApiRefusal(
                        HttpStatus.NOT_FOUND,
                        "UNKNOWN_PERSON",
                        "username",
                        "There is no such person.",
                        "GET /api/gatehouse/v1/people lists all."));
        NoticeController.addressed(people.setAddress(actor, person.id(), wanted.email == null ? "" : wanted.email));
        return Body.of(people.byId(person.id()).orElseThrow());
    }

    /** Messages that were given up. */
    @GetMapping("/undelivered")
    Failures undelivered(Actor actor) {
        return new Failures(deliveries.undelivered(actor, MOST_FAILURES).stream()
                .map(one -> new Undelivered(one.channel(), one.person(), one.subject(), one.why(), one.at()))
                .toList());
    }
}
