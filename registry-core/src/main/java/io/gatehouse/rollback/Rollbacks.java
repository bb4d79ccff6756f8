package io.gatehouse.rollback;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;

/** Break-glass: back to the last champion, by one authorised person with a reason, at any hour. There is no such way forward. */
public interface Rollbacks {
    /** What became of it. */
    sealed interface Outcome {
        record Done(Rollback rollback, Sentence sentence) implements Outcome {}

        /** @param code such as {@code NO_EARLIER_CHAMPION}, {@code CHAMPION_CHANGED} @param sentence why, and the way out */
        record Refused(String code, Sentence sentence) implements Outcome {}
    }

    /**
     * Puts the last champion back. The request that brought the present one is rolled back, and open ones that compared with it are
     * outdated.
     *
     * @param champion version that the reader saw in use; refused if another is by now
     * @param reason required, at most 4,000 characters
     */
    Outcome rollBack(Actor actor, String model, int champion, String reason);

    /** Closes the case: somebody else than who took the champion back says what was found. */
    Outcome followUp(Actor actor, long number, String finding);

    /** The version that {@link #rollBack} would put back; empty if there is none. */
    Optional<Integer> target(Actor actor, String model);

    /** Those that nobody looked into yet, the longest waiting first. */
    List<Rollback> open(Actor actor);

    /** All of a model, newest first. */
    List<Rollback> of(Actor actor, String model);

    Optional<Rollback> find(Actor actor, long number);
}
