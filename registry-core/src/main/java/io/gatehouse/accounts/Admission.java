package io.gatehouse.accounts;

import io.gatehouse.people.People;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;

/** Whether somebody for whom a provider vouches comes in. */
public sealed interface Admission {
    /** @param entrance who they are here, and the round of their sessions */
    record Admitted(People.Entrance entrance) implements Admission {}

    /** @param code stable @param sentence why not, and the way out */
    record Refused(String code, Sentence sentence) implements Admission {}

    /** @param keysAndValues what the sentence names */
    static Refused refused(String code, String sentence, Object... keysAndValues) {
        return new Refused(code, Sentences.say(sentence, keysAndValues));
    }
}
