package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.NotPermittedException;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Proposal.Who;
import io.gatehouse.policy.Proposals.Outcome.Refused;
import java.util.Optional;

/**
 * Nobody changes alone what models are judged by. Compared by the humans behind the accounts, so that a service account is no second
 * pair of eyes.
 */
final class SecondPerson {
    private SecondPerson() {}

    /** @throws NotPermittedException unless it is the house or a recording that acts */
    static void requireNoneNeeded(Actor actor) {
        Permissions.require(actor, Action.WRITE_POLICY);
        if (actor.via() != Actor.Via.SYSTEM && actor.via() != Actor.Via.RECORDING) {
            throw new NotPermittedException(actor, Action.WRITE_POLICY, say("proposal.needs_second"));
        }
    }

    /** Why this person may not agree or disagree; empty if they may. */
    static Optional<Refused> objectionToDeciding(Actor actor, Proposal proposal) {
        if (Permissions.check(actor, Action.DECIDE_POLICY) instanceof Permissions.Decision.Denied denied) {
            return Optional.of(new Refused("NOT_PERMITTED", denied.sentence()));
        }
        if (!proposal.open()) {
            return Optional.of(notOpen(proposal));
        }
        return sameHuman(actor.person(), proposal.proposedBy())
                ? Optional.of(new Refused("FOUR_EYES", say("proposal.four_eyes")))
                : Optional.empty();
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
