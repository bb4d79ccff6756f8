package io.gatehouse.outcomes;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in what became of customers, and says what is known of them. Nothing that was taken in is rewritten. */
public interface Outcomes {
    /**
     * What comes with a file of outcomes.
     *
     * @param model name
     * @param id column of the customer's id; absent, {@code id}
     * @param outcome column of what became of the customer; absent, {@code outcome}
     * @param observedOn column of the day on which that was seen; absent, {@code observed_on} if the file has it, else today
     * @param positiveLabel the word that means leaving; absent, that of the evidence of the version in use, else 1 or true
     */
    record Arrival(
            String model,
            @Nullable String id,
            @Nullable String outcome,
            @Nullable String observedOn,
            @Nullable String positiveLabel) {
        /** A file whose columns have their usual names. */
        public static Arrival of(String model) {
            return new Arrival(model, null, null, null, null);
        }
    }

    /** What became of a file of outcomes. */
    sealed interface TakenIn {
        /** It counts from now on. */
        record Stored(Intake intake) implements TakenIn {}

        /** The same file, read the same way, had been taken in before; nothing changed. */
        record Already(Intake intake, Sentence sentence) implements TakenIn {}

        /** Nothing of it was taken in. @param code stable @param field that is wrong @param sentence what is wrong and the way out */
        record Refused(String code, String field, Sentence sentence) implements TakenIn {}
    }

    /**
     * How many customers something is known of.
     *
     * @param leavers who left, by the last word on each
     * @param stayers who stayed, likewise
     */
    record Known(long leavers, long stayers) {}

    /** Reads the file, which the caller deletes afterwards, and takes it in whole or not at all. */
    TakenIn takeIn(Actor actor, Arrival arrival, Path file);

    /** What was taken in of a model, newest first; empty also if there is no such model. */
    List<Intake> intakes(Actor actor, String model);

    /** What was known of a model's customers at a moment; empty if there is no such model. */
    Optional<Known> known(Actor actor, String model, Instant at);
}
