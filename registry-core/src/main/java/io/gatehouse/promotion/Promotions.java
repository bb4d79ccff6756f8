package io.gatehouse.promotion;

import io.gatehouse.people.Actor;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.sentences.Sentence;

/** The verbs of promotion. Each knows where it may start; a refusal is a value that says why. */
public interface Promotions {
    /** The kind of job that reminds, announces and expires; it finds by itself what is due. */
    String LOOK_AFTER_WAITING = "look-after-waiting-requests";

    /** The kind of job that executes what was approved for a later moment; it finds by itself what is due. */
    String EXECUTE_SCHEDULED = "execute-scheduled-promotions";

    /** What became of asking. */
    sealed interface Asked {
        /** @param number of the request @param opened false if the same request was open already */
        record Open(long number, boolean opened) implements Asked {}

        /** @param code such as {@code UNKNOWN_VERSION}, {@code BELOW_FLOOR} @param sentence what is wrong and the way out */
        record Refused(String code, Sentence sentence) implements Asked {}
    }

    /** What became of a vote or another verb. */
    sealed interface Outcome {
        /** @param state of the request now @param sentence what happened */
        record Done(RequestState state, Sentence sentence) implements Outcome {}

        /** @param code such as {@code FOUR_EYES}, {@code CHANGED_SINCE}, {@code NOT_OPEN} @param sentence why */
        record Refused(String code, Sentence sentence) implements Outcome {}
    }

    /** Opens a request and queues its evaluation, or finds the one that is open. */
    Asked ask(Actor actor, String model, int version, String alias, Use use, String note);

    /**
     * A reviewer's vote. The last approval needed moves the alias in the same transaction.
     *
     * @param digest of the evaluation that the reviewer read; the vote is refused if it has changed since
     * @param reason required to reject or to ask for changes
     */
    Outcome vote(Actor actor, long number, Choice choice, String reason, String digest);

    /** The requester takes it back. */
    Outcome withdraw(Actor actor, long number, String reason);

    /** Runs the checks again, after the requester supplied what was missing; earlier votes stop counting. */
    Outcome evaluateAgain(Actor actor, long number);
}
