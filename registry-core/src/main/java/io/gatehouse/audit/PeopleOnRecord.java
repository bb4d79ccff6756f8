package io.gatehouse.audit;

import io.gatehouse.people.Actor;
import io.gatehouse.people.PeopleWitness;
import io.gatehouse.people.Person;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts on the chain who was added with which roles; no name, no address. */
@Component
class PeopleOnRecord implements PeopleWitness {
    private final AuditTrail audit;

    PeopleOnRecord(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void added(Actor actor, Person person) {
        audit.append(
                actor,
                "person.added",
                "person/" + person.id(),
                Map.of("roles", person.roles().stream().map(Enum::name).sorted().toList()));
    }

    @Override
    public void addressChanged(Actor actor, Person person) {
        audit.append(
                actor,
                "person.address_changed",
                "person/" + person.id(),
                Map.of("address", person.email().isEmpty() ? "none" : "set"));
    }
}
