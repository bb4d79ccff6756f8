package io.gatehouse.accounts;

import io.gatehouse.people.Person;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;

/** What became of a change of an account. */
public sealed interface AccountOutcome {
    /** @param person as they are now */
    record Done(Person person) implements AccountOutcome {}

    /** @param code stable @param field that is at fault; empty if none is @param sentence why, and the way out */
    record Refused(String code, String field, Sentence sentence) implements AccountOutcome {}

    /** @param keysAndValues what the sentence names */
    static Refused refused(String code, String field, String sentence, Object... keysAndValues) {
        return new Refused(code, field, Sentences.say(sentence, keysAndValues));
    }
}
