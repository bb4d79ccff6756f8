package io.gatehouse.people;

import io.gatehouse.sentences.Sentence;

/** An actor asked for what their roles do not allow. Doors turn it into 403, or into the page that says whom to ask. */
public final class NotPermittedException extends RuntimeException {
    private final transient Sentence sentence;

    public NotPermittedException(Sentence sentence) {
        super(sentence.english());
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
