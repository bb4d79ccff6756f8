package io.gatehouse.portal.samples;

import static io.gatehouse.portal.samples.Story.say;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.Promotions;
import io.gatehouse.promotion.RequestState;
import java.util.ArrayList;
import java.util.List;

/** Remembers the verbs it was asked for; refuses a vote whose reason says {@code stale}, as if the evidence had changed meanwhile. */
public final class SamplePromotions implements Promotions {
    /** One vote as it came in. */
    public record Cast(long number, Choice choice, String reason, String digest) {}

    private final List<Cast> votes = new ArrayList<>();

    private final List<Long> evaluatedAgain = new ArrayList<>();

    public List<Long> evaluatedAgain() {
        return evaluatedAgain;
    }

    public List<Cast> votes() {
        return votes;
    }

    @Override
    public Asked ask(Actor actor, String model, int version, String alias, Use use, String note) {
        if (use == Use.AUTOMATED) {
            return new Asked.Refused("USE_UNAVAILABLE", say("No trial exists yet."));
        }
        return new Asked.Open(SampleRequests.IN_REVIEW, false);
    }

    @Override
    public Outcome vote(Actor actor, long number, Choice choice, String reason, String digest) {
        if (reason.equals("stale")) {
            return new Outcome.Refused("CHANGED_SINCE", say("A new evaluation came in, so your vote was not counted."));
        }
        votes.add(new Cast(number, choice, reason, digest));
        return new Outcome.Done(RequestState.EXECUTED, say("Your vote counts."));
    }

    @Override
    public Outcome withdraw(Actor actor, long number, String reason) {
        return new Outcome.Done(RequestState.WITHDRAWN, say("Withdrawn."));
    }

    @Override
    public Outcome evaluateAgain(Actor actor, long number) {
        evaluatedAgain.add(number);
        return new Outcome.Done(RequestState.EVALUATING, say("The checks run again."));
    }
}
