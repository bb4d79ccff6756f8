package io.gatehouse.promotion;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Nobody judges their own work: who votes is neither who asked nor who trained. Compared by the humans behind the accounts, so that a
 * service account is no second pair of eyes.
 */
@Component
class FourEyes {
    private final People people;

    FourEyes(People people) {
        this.people = people;
    }

    /** Why this person may not vote; empty if they may. */
    Optional<Sentence> objection(Person voter, UUID requestedBy, UUID trainedBy) {
        if (sameHuman(voter, requestedBy)) {
            return Optional.of(Sentences.say("promotion.four_eyes.requester"));
        }
        if (sameHuman(voter, trainedBy)) {
            return Optional.of(Sentences.say("promotion.four_eyes.trainer"));
        }
        return Optional.empty();
    }

    private boolean sameHuman(Person voter, UUID other) {
        UUID human = people.byId(other).map(Person::answersTo).orElse(other);
        return voter.answersTo().equals(human) || voter.id().equals(other);
    }
}
