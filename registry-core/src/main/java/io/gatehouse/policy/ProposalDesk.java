package io.gatehouse.policy;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.policy.Proposal.JudgingState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads proposals, and keeps what judging the champions by them found. */
@Component
public class ProposalDesk {
    private final ProposalRows rows;
    private final AheadRows ahead;
    private final SecondPerson second;
    private final Clock clock;

    ProposalDesk(ProposalRows rows, AheadRows ahead, SecondPerson second, Clock clock) {
        this.second = second;
        this.rows = rows;
        this.ahead = ahead;
        this.clock = clock;
    }

    /** One, with what it would say of the champions. */
    @Transactional(readOnly = true)
    public Optional<Proposal.Read> read(Actor actor, long number) {
        Permissions.require(actor, Action.READ_POLICY);
        return rows.find(number)
                .map(found ->
                        new Proposal.Read(found, ahead.of(number), found.open() ? ahead.movedOn(number) : List.of()));
    }

    /** All, the newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> all(Actor actor, boolean openOnly) {
        Permissions.require(actor, Action.READ_POLICY);
        return rows.all(null, openOnly);
    }

    /** The open ones that this person may decide on, the newest first; none for those who decide on none. */
    @Transactional(readOnly = true)
    public List<Proposal> waitingFor(Actor actor) {
        return Permissions.check(actor, Action.DECIDE_POLICY).granted()
                ? second.decidable(actor, rows.all(null, true))
                : List.of();
    }

    /** Those on one policy, the newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> ofPolicy(Actor actor, String name) {
        Permissions.require(actor, Action.READ_POLICY);
        return rows.all(Proposal.policy(name), false);
    }

    /** Those on the value assumptions of a model, or of the installation where none is named; the newest first. */
    @Transactional(readOnly = true)
    public List<Proposal> ofAssumptions(Actor actor, @Nullable UUID model) {
        Permissions.require(actor, Action.READ_POLICY);
        return rows.all(Proposal.assumptions(model), false);
    }

    /** The versions in use that fail by a newer version of what they are judged by; for the rooms of the core. */
    @Transactional(readOnly = true)
    public List<UnderReview> underReview() {
        return ahead.underReview();
    }

    /** The proposal by which champions are to be judged; empty once nobody waits for this attempt. */
    @Transactional(readOnly = true)
    public Optional<Proposal> awaited(long number, int round) {
        return ahead.awaited(number, round) ? rows.find(number) : Optional.empty();
    }

    /** Keeps what an attempt found, unless nobody waits for it any more. */
    @Transactional
    public void judged(long number, int round, List<ChampionAhead> found) {
        rows.lock();
        if (ahead.awaited(number, round)) {
            ahead.done(number, rows.id(number), found, clock.instant());
        }
    }

    /** The attempt came to no end. */
    @Transactional
    public void judgingFailed(long number, int round) {
        ahead.end(number, round, JudgingState.FAILED);
    }
}
