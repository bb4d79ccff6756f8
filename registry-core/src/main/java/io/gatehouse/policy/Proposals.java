package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Proposal.Wanted;
import io.gatehouse.policy.Proposals.Outcome.Done;
import io.gatehouse.policy.Proposals.Outcome.Refused;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What models are judged by changes in two steps, by two people: one proposes, another accepts. Every verb takes the lock of all
 * proposals, then checks, then acts, and its audit event commits with it.
 */
@Component
public class Proposals {
    /** What jobs that judge the champions by a proposal are called. */
    public static final String JUDGING = "judge-champions";

    private static final int LONGEST_TEXT = 4_000;

    private final Policies policies;
    private final ValueBook book;
    private final ProposalRows rows;
    private final ProposalSteps steps;
    private final SecondPerson second;
    private final Ids ids;

    Proposals(Policies policies, ValueBook book, ProposalRows rows, ProposalSteps steps, SecondPerson second, Ids ids) {
        this.second = second;
        this.policies = policies;
        this.book = book;
        this.rows = rows;
        this.steps = steps;
        this.ids = ids;
    }

    /** What became of proposing. */
    public sealed interface Proposed {
        /** @param opened whether it is new; otherwise somebody proposed just that already */
        record Open(long number, boolean opened) implements Proposed {}

        /** The newest version says just that already. */
        record Unchanged(int version) implements Proposed {}

        /** @param code stable, such as {@code CHANGED_SINCE} */
        record Refused(String code, Sentence sentence) implements Proposed {}
    }

    /** What became of a verb on a proposal. */
    public sealed interface Outcome {
        /** @param version that it made; absent if none */
        record Done(
                ProposalState state,
                Sentence sentence,
                @Nullable Integer version) implements Outcome {}

        /** @param code stable, such as {@code FOUR_EYES} */
        record Refused(String code, Sentence sentence) implements Outcome {}
    }

    /**
     * Proposes a version of a policy or of value assumptions.
     *
     * @param reason why; needed
     * @param base the version that it was written on, so that nobody undoes what they have not read; absent for the newest
     */
    @Transactional
    public Proposed propose(Actor actor, Wanted wanted, String reason, @Nullable Integer base) {
        rows.lock();
        Newest newest = newest(wanted);
        Optional<Proposed.Refused> objection = objection(actor, wanted, reason, base, newest);
        if (objection.isPresent()) {
            steps.refused(
                    actor, Proposal.target(wanted), "propose", objection.get().code());
            return objection.get();
        }
        if (newest.saysTheSame) {
            return new Proposed.Unchanged(newest.version);
        }
        String sha256 = sha256(wanted);
        Optional<Long> already = rows.open(Proposal.target(wanted), sha256);
        if (already.isPresent()) {
            return new Proposed.Open(already.get(), false);
        }
        long number = rows.nextNumber();
        rows.add(new ProposalRows.Fresh(
                ids.next(),
                number,
                wanted,
                newest.version,
                sha256,
                reason.strip(),
                actor.person().id(),
                steps.now(),
                steps.enqueue(actor.person().id(), number, 1)));
        steps.tell(actor, rows.find(number).orElseThrow(), "proposed");
        return new Proposed.Open(number, true);
    }

    private Optional<Proposed.Refused> objection(
            Actor actor, Wanted wanted, String reason, @Nullable Integer base, Newest newest) {
        if (Permissions.check(actor, Action.WRITE_POLICY) instanceof Permissions.Decision.Denied denied) {
            return Optional.of(new Proposed.Refused("NOT_PERMITTED", denied.sentence()));
        }
        Optional<Sentence> fault = fault(wanted);
        if (fault.isPresent()) {
            return fault.map(sentence -> new Proposed.Refused("REJECTED", sentence));
        }
        if (base != null && base != newest.version) {
            return Optional.of(new Proposed.Refused(
                    "CHANGED_SINCE", say("proposal.changed_since", "base", base, "version", newest.version)));
        }
        if (newest.saysTheSame) {
            return Optional.empty();
        }
        return unfitReason(reason, true).map(refused -> new Proposed.Refused(refused.code(), refused.sentence()));
    }

    private Optional<Sentence> fault(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Policy(PolicyDocument document) -> policies.fault(document);
            case Wanted.Assumptions(ValueAssumptions says, var model) ->
                ValueBook.faults(says).stream()
                        .findFirst()
                        .map(fault -> say("proposal.assumptions_unfit", "fault", fault.inWords()));
        };
    }

    /** @param version 0 if there is none of its own yet */
    private record Newest(int version, boolean saysTheSame) {}

    private Newest newest(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Policy(PolicyDocument document) ->
                policies.newest(document.name())
                        .map(found -> new Newest(
                                found.ref().version(), found.ref().sha256().equals(sha256(wanted))))
                        .orElse(new Newest(0, false));
            case Wanted.Assumptions(ValueAssumptions says, var model) ->
                book.newest(says.model())
                        .map(found -> new Newest(found.version(), says.saysTheSame(found)))
                        .orElse(new Newest(0, false));
        };
    }

    private static String sha256(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Policy(PolicyDocument document) -> Digests.sha256(PolicyText.canonical(document));
            case Wanted.Assumptions(ValueAssumptions says, var model) -> ValueBook.sha256(says);
        };
    }

    /** Agrees: the proposal becomes the newest version, and what others proposed on the one before can no longer be agreed to. */
    @Transactional
    public Outcome accept(Actor actor, long number, String reason) {
        return act(
                actor,
                number,
                "accept",
                proposal -> second.objectionToDeciding(actor, proposal)
                        .or(() -> unfitReason(reason, false))
                        .or(() -> fault(proposal.wanted()).map(sentence -> new Refused("REJECTED", sentence)))
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> accepted(actor, proposal, reason)));
    }

    private Outcome accepted(Actor actor, Proposal proposal, String reason) {
        int version = switch (proposal.wanted()) {
            case Wanted.Policy(PolicyDocument document) ->
                policies.add(proposal.proposedBy().id(), document).version();
            case Wanted.Assumptions(ValueAssumptions says, var model) ->
                book.add(proposal.proposedBy().id(), says).version();
        };
        rows.decide(
                proposal.number(), ProposalState.ACCEPTED, actor.person().id(), steps.now(), reason.strip(), version);
        List<Long> outdated = rows.outdate(proposal.target(), steps.now());
        if (proposal.judging().state() != Proposal.JudgingState.DONE || steps.championsMovedOn(proposal.number())) {
            // Whoever fails by it is to be told, even if nobody waited for the answer before, or others are in use by
            // now.
            steps.judgeAgain(actor.person().id(), proposal.number());
        }
        outdated.forEach(other -> steps.tell(actor, rows.find(other).orElseThrow(), "outdated"));
        Proposal now = rows.find(proposal.number()).orElseThrow();
        steps.tell(actor, now, "accepted");
        return new Done(now.state(), steps.inWords(actor, now), version);
    }

    /** Does not agree; the reason is needed. */
    @Transactional
    public Outcome reject(Actor actor, long number, String reason) {
        return act(
                actor,
                number,
                "reject",
                proposal -> second.objectionToDeciding(actor, proposal)
                        .or(() -> unfitReason(reason, true))
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> ended(actor, proposal, ProposalState.REJECTED, reason)));
    }

    /** Takes a proposal back; for whoever proposed it. */
    @Transactional
    public Outcome withdraw(Actor actor, long number, String reason) {
        return act(
                actor,
                number,
                "withdraw",
                proposal -> SecondPerson.objectionToWithdrawing(actor, proposal)
                        .or(() -> unfitReason(reason, false))
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> ended(actor, proposal, ProposalState.WITHDRAWN, reason)));
    }

    private Outcome ended(Actor actor, Proposal proposal, ProposalState state, String reason) {
        rows.decide(proposal.number(), state, actor.person().id(), steps.now(), reason.strip(), null);
        Proposal now = rows.find(proposal.number()).orElseThrow();
        steps.tell(actor, now, state == ProposalState.REJECTED ? "rejected" : "withdrawn");
        return new Done(state, steps.inWords(actor, now), null);
    }

    /** Judges the champions by it anew, as they are now. */
    @Transactional
    public Outcome judgeAgain(Actor actor, long number) {
        return act(
                actor,
                number,
                "judge",
                proposal -> objectionToJudging(actor, proposal)
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> {
                            steps.judgeAgain(actor.person().id(), number);
                            return new Done(proposal.state(), say("proposal.judged_again"), null);
                        }));
    }

    /** Stops judging the champions, where that still goes on; what was found before is kept. */
    @Transactional
    public Outcome cancelJudging(Actor actor, long number) {
        return act(
                actor,
                number,
                "cancel",
                proposal -> objectionToJudging(actor, proposal)
                        .<Outcome>map(refused -> refused)
                        .orElseGet(() -> {
                            steps.cancelJudging(number);
                            return new Done(proposal.state(), say("proposal.cancelled"), null);
                        }));
    }

    private static Optional<Refused> objectionToJudging(Actor actor, Proposal proposal) {
        if (Permissions.check(actor, Action.WRITE_POLICY) instanceof Permissions.Decision.Denied denied
                && !Permissions.check(actor, Action.DECIDE_POLICY).granted()) {
            return Optional.of(new Refused("NOT_PERMITTED", denied.sentence()));
        }
        return proposal.open() ? Optional.empty() : Optional.of(SecondPerson.notOpen(proposal));
    }

    private Outcome act(Actor actor, long number, String verb, Function<Proposal, Outcome> what) {
        rows.lock();
        Optional<Proposal> found = rows.find(number);
        if (found.isEmpty()) {
            return new Refused("UNKNOWN_PROPOSAL", say("proposal.unknown", "proposal", "PC-" + number));
        }
        Outcome outcome = what.apply(found.get());
        if (outcome instanceof Refused refused) {
            steps.refused(actor, found.get(), verb, refused.code());
        }
        return outcome;
    }

    private static Optional<Refused> unfitReason(String reason, boolean needed) {
        if (needed && reason.isBlank()) {
            return Optional.of(new Refused("REASON_REQUIRED", say("proposal.reason_required")));
        }
        return reason.length() > LONGEST_TEXT || reason.indexOf('\0') >= 0
                ? Optional.of(new Refused("INVALID_TEXT", say("promotion.text_unfit", "what", "reason")))
                : Optional.empty();
    }

    /** Why this person may not decide on a proposal, for screens to ask before they offer a button; empty if they may. */
    public Optional<Sentence> objectionToDeciding(Actor actor, Proposal proposal) {
        return second.objectionToDeciding(actor, proposal).map(Refused::sentence);
    }

    /** Whether this person may take a proposal back. */
    public static boolean mayWithdraw(Actor actor, Proposal proposal) {
        return SecondPerson.objectionToWithdrawing(actor, proposal).isEmpty();
    }
}
