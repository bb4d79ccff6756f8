package io.gatehouse.house;

import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;

/**
 * Why something was not done, in a sentence for whoever asked.
 *
 * @param kind which answer the doors give
 * @param sentence what is wrong and what to do
 */
public record Refusal(Kind kind, Sentence sentence) {

    /** The few kinds that doors tell apart. */
    public enum Kind {
        /** What was named does not exist. */
        UNKNOWN,
        /** The name is taken. */
        TAKEN,
        /** The request itself is wrong. */
        INVALID,
        /** A rule of the house forbids it, whoever asks. */
        PROTECTED
    }

    public static Refusal unknown(String code, Object... keysAndValues) {
        return new Refusal(Kind.UNKNOWN, Sentences.say(code, keysAndValues));
    }

    public static Refusal taken(String code, Object... keysAndValues) {
        return new Refusal(Kind.TAKEN, Sentences.say(code, keysAndValues));
    }

    public static Refusal invalid(String code, Object... keysAndValues) {
        return new Refusal(Kind.INVALID, Sentences.say(code, keysAndValues));
    }

    public static Refusal forbidden(String code, Object... keysAndValues) {
        return new Refusal(Kind.PROTECTED, Sentences.say(code, keysAndValues));
    }
}
