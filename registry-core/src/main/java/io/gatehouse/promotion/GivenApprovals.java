package io.gatehouse.promotion;

import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import io.gatehouse.sentences.Written;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The approvals that a request was given, as they are worth when they are made use of later. */
@Component
class GivenApprovals {
    private final People people;

    GivenApprovals(People people) {
        this.people = people;
    }

    /** Such as “Priya Shah and Rita Gomez”. */
    String names(PromotionRequest request) {
        return Written.list(approvers(request).stream().map(Person::displayName).toList());
    }

    /** Whoever gave the last one: on their word it is executed. */
    Person last(PromotionRequest request) {
        return approvers(request).getLast();
    }

    /** Whether enough of those who approved still could: nobody is gone, and nobody lost what made them of their kind. */
    boolean hold(PromotionRequest request) {
        List<Set<Approver>> kinds = request.approvalsGiven().stream()
                .map(this::kindsNow)
                .filter(some -> !some.isEmpty())
                .toList();
        return request.asked().seats().full(kinds);
    }

    /** Those who approved and could not any more, or not as what they were then: with them, no further approval makes enough. */
    List<Person> lapsed(PromotionRequest request) {
        return request.approvalsGiven().stream()
                .filter(vote -> !kindsNow(vote).equals(vote.kinds()))
                .map(vote -> person(vote.personId()))
                .toList();
    }

    private Set<Approver> kindsNow(PromotionVote vote) {
        Person voter = person(vote.personId());
        if (!voter.active()) {
            return Set.of();
        }
        Set<Approver> now = Stream.concat(
                        Stream.of(voter), vote.standsFor().stream().map(this::person))
                .filter(Person::active)
                .flatMap(one -> Approver.of(one.roles()).stream())
                .collect(Collectors.toSet());
        return vote.kinds().stream().filter(now::contains).collect(Collectors.toSet());
    }

    private List<Person> approvers(PromotionRequest request) {
        return request.approvalsGiven().stream()
                .map(vote -> person(vote.personId()))
                .toList();
    }

    private Person person(UUID id) {
        return people.byId(id).orElseThrow();
    }
}
