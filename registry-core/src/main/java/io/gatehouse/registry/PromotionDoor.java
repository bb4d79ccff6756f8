package io.gatehouse.registry;

import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;

/** Where somebody is sent who wants a protected alias moved. */
public interface PromotionDoor {
    /** What the door says. */
    sealed interface Answer {
        Sentence sentence();

        /**
         * A request is open.
         *
         * @param sentence such as “Promotion request PR-42 was opened.”
         * @param number as in {@code PR-42}
         * @param path of its page, such as {@code /promotions/PR-42}
         */
        record Open(Sentence sentence, long number, String path) implements Answer {}

        /** No request can be opened; the sentence says what is missing. */
        record Closed(Sentence sentence) implements Answer {}
    }

    /** Opens a promotion request for the version, or finds the one that is open, in the transaction of the caller. */
    Answer ask(Actor actor, RegisteredModel model, ModelVersion version, String alias);
}
