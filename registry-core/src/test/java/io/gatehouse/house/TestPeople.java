package io.gatehouse.house;

import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import java.util.Set;

/** Named people to act in tests. */
@Bench
public class TestPeople {
    private final People people;

    public TestPeople(People people) {
        this.people = people;
    }

    /** Trains models and asks for promotions. */
    public Actor dana() {
        return actor("dana", "Dana Ortiz", Role.DATA_SCIENTIST);
    }

    /** Another data scientist. */
    public Actor dmitri() {
        return actor("dmitri", "Dmitri Novak", Role.DATA_SCIENTIST);
    }

    /** Reviews promotions. */
    public Actor priya() {
        return actor("priya", "Priya Shah", Role.REVIEWER);
    }

    /** Reviews promotions too. */
    public Actor ravi() {
        return actor("ravi", "Ravi Menon", Role.REVIEWER);
    }

    /** A data scientist who is also a reviewer: four eyes must still hold. */
    public Actor both() {
        return actor("bea", "Bea Lindqvist", Role.DATA_SCIENTIST, Role.REVIEWER);
    }

    /** Vice president of data. */
    public Actor vera() {
        return actor("vera", "Vera Klein", Role.VIEWER);
    }

    /** Customer success. */
    public Actor carl() {
        return actor("carl", "Carl Jensen", Role.CUSTOMER_SUCCESS);
    }

    /** Risk and compliance. */
    public Actor rita() {
        return actor("rita", "Rita Gomez", Role.RISK);
    }

    /** As a recording has her act: she sets policies and value assumptions without a second person. */
    public Actor ritaOnRecord() {
        return new Actor(rita().person(), Actor.Via.RECORDING, "test");
    }

    /** Runs the installation. */
    public Actor adam() {
        return actor("adam", "Adam Berg", Role.ADMINISTRATOR);
    }

    private Actor actor(String username, String name, Role... roles) {
        Person person = people.byUsername(username)
                .orElseGet(() -> people.add(new People.NewPerson(
                        username, name, username + "@people.example", Set.of(roles), username + "-password")));
        return new Actor(person, Actor.Via.SCREEN, "test");
    }
}
