package io.gatehouse.promotion;

import io.gatehouse.delegation.Delegation;
import io.gatehouse.delegation.Delegations;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Nobody judges their own work: who votes is neither who asked nor who trained. Compared by the humans behind the accounts, so that a
 * service account is no second pair of eyes, and neither is somebody who reviews in another's stead.
 */
@Component
class FourEyes {
    private final People people;
    private final Delegations delegations;

    FourEyes(People people, Delegations delegations) {
        this.people = people;
        this.delegations = delegations;
    }

    /** Who wants to vote, with those with whom they count as one now. A service account counts as its human there, too. */
    Voter voter(Person person) {
        List<Delegation> held = delegations.involving(person.answersTo());
        return new Voter(
                person,
                held.stream()
                        .filter(found -> found.to().id().equals(person.answersTo()))
                        .map(Delegation::from)
                        .toList(),
                held.stream()
                        .filter(found -> found.from().id().equals(person.answersTo()))
                        .map(Delegation::to)
                        .toList());
    }

    /** Why this person may not vote; empty if they may. */
    Optional<Sentence> objection(Voter voter, UUID requestedBy, UUID trainedBy) {
        return objection(voter, requestedBy, "promotion.four_eyes.requester")
                .or(() -> objection(voter, trainedBy, "promotion.four_eyes.trainer"));
    }

    private Optional<Sentence> objection(Voter voter, UUID other, String code) {
        UUID human = people.byId(other).map(Person::answersTo).orElse(other);
        if (is(voter.person(), human, other)) {
            return Optional.of(Sentences.say(code));
        }
        return among(voter.standsFor(), human, other)
                .map(one -> Sentences.say(code + ".handed", "person", one.displayName()))
                .or(() -> among(voter.handedTo(), human, other)
                        .map(one -> Sentences.say(code + ".holds", "person", one.displayName())));
    }

    private static Optional<Person> among(List<Person> some, UUID human, UUID other) {
        return some.stream().filter(one -> is(one, human, other)).findFirst();
    }

    private static boolean is(Person one, UUID human, UUID other) {
        return one.answersTo().equals(human) || one.id().equals(other);
    }
}
