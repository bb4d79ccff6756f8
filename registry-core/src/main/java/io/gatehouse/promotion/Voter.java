package io.gatehouse.promotion;

import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who wants to vote, and with whom they count as one.
 *
 * @param person who votes
 * @param standsFor those who handed their reviewing to them: their say is had with this vote
 * @param handedTo those to whom they handed theirs: their vote would have been the voter's
 */
record Voter(Person person, List<Person> standsFor, List<Person> handedTo) {
    Voter {
        standsFor = List.copyOf(standsFor);
        handedTo = List.copyOf(handedTo);
    }

    /** The kinds of approver that they are, by their own roles or those of whom they stand for. */
    Set<Approver> kinds() {
        return Stream.concat(Stream.of(person), standsFor.stream())
                .filter(Person::active)
                .flatMap(somebody -> Approver.of(somebody.roles()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All who count as one with them, themselves first. */
    List<Person> pair() {
        return Stream.of(Stream.of(person), standsFor.stream(), handedTo.stream())
                .flatMap(some -> some)
                .toList();
    }

    /** The humans whose say is had with a vote of theirs. */
    Set<UUID> eyes() {
        return Stream.concat(Stream.of(person), standsFor.stream())
                .map(Person::answersTo)
                .collect(Collectors.toUnmodifiableSet());
    }
}
