package io.gatehouse.portal.ui.tour;

import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** To whom the tour is offered by itself: to everybody once, unless the installation says no. */
@Component
public class Tours {
    private final People people;
    private final boolean atFirstSignIn;

    Tours(People people, @Value("${gatehouse.tour.at-first-sign-in:true}") boolean atFirstSignIn) {
        this.people = people;
        this.atFirstSignIn = atFirstSignIn;
    }

    public boolean due(Person person) {
        return atFirstSignIn && !people.sawTour(person.id());
    }

    public void seen(Actor actor) {
        people.seeTour(actor);
    }
}
