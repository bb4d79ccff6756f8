package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Proposal.Who;
import io.gatehouse.policy.Proposals.Outcome.Refused;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Nobody changes alone what models are judged by. Compared by the humans behind the accounts, so that a service account is no second
 * pair of eyes, and neither is somebody who reviews in the other's stead.
 */
@Component
class SecondPerson {
    private final PairsOfEyes eyes;

    SecondPerson(PairsOfEyes eyes) {
        this.eyes = eyes;
    }

    /** @throws NotPermittedException unless it is the house or a recording that acts */
    static void requireNoneNeeded(Actor actor) {
        Permissions.require(actor, Action.WRITE_POLICY);
        if (actor.via() != Actor.Via.SYSTEM && actor.via() != Actor.Via.RECORDING) {
            throw new NotPermittedException(actor, Action.WRITE_POLICY, say("proposal.needs_second"));
        }
    }

    /** Why this person may not agree or disagree; empty if they may. */
    Optional<Refused> objectionToDeciding(Actor actor, Proposal proposal) {
        return deciderOn(proposal).objection(actor);
    }

    /** Those that this person may decide on; asks once with whom they count as one. */
    List<Proposal> decidable(Actor actor, List<Proposal> proposals) {
        Set<UUID> one = eyes.oneWith(actor.person().answersTo()).stream()
                .map(Person::answersTo)
                .collect(Collectors.toSet());
        return proposals.stream()
                .filter(each -> !one.contains(each.proposedBy().human())
                        && new Decider(each, List.of()).objection(actor).isEmpty())
                .toList();
    }

    /** Asks once with whom the proposer counts as one, and then answers for anybody. */
    Decider deciderOn(Proposal proposal) {
        return new Decider(proposal, eyes.oneWith(proposal.proposedBy().human()));
    }

    /** @param pair those who count as one with whoever proposed it */
    record Decider(Proposal proposal, List<Person> pair) {
        Optional<Refused> objection(Actor actor) {
            if (Permissions.check(actor, Action.DECIDE_POLICY) instanceof Permissions.Decision.Denied denied) {
                return Optional.of(new Refused("NOT_PERMITTED", denied.sentence()));
            }
            if (!proposal.open()) {
                return Optional.of(notOpen(proposal));
            }
            return fourEyes(actor.person()).map(sentence -> new Refused("FOUR_EYES", sentence));
        }

        private Optional<Sentence> fourEyes(Person person) {
            Who proposer = proposal.proposedBy();
            if (sameHuman(person, proposer)) {
                return Optional.of(say("proposal.four_eyes"));
            }
            return pair.stream().anyMatch(one -> one.answersTo().equals(person.answersTo()))
                    ? Optional.of(say("proposal.four_eyes.pair", "person", proposer.name()))
                    : Optional.empty();
        }
    }

    /** Why this person may not take it back; empty if they may. */
    static Optional<Refused> objectionToWithdrawing(Actor actor, Proposal proposal) {
        if (!sameHuman(actor.person(), proposal.proposedBy())) {
            return Optional.of(new Refused("NOT_YOURS", say("proposal.not_yours")));
        }
        return proposal.open() ? Optional.empty() : Optional.of(notOpen(proposal));
    }

    static Refused notOpen(Proposal proposal) {
        return new Refused(
                "NOT_OPEN", say("proposal.not_open." + proposal.state().name(), "proposal", "PC-" + proposal.number()));
    }

    private static boolean sameHuman(Person one, Who other) {
        return one.answersTo().equals(other.human()) || one.id().equals(other.id());
    }
}
