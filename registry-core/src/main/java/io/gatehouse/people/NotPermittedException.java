package io.gatehouse.people;

import io.gatehouse.sentences.Sentence;

/** An actor asked for what their roles do not allow. Doors turn it into 403, or into the page that says whom to ask. */
public final class NotPermittedException extends RuntimeException {
    private final transient Actor actor;
    private final Action action;
    private final transient Sentence sentence;

    public NotPermittedException(Actor actor, Action action, Sentence sentence) {
        super(sentence.english());
        this.actor = actor;
        this.action = action;
        this.sentence = sentence;
    }

    /** Who asked. */
    public Actor actor() {
        return actor;
    }

    /** For what. */
    public Action action() {
        return action;
    }

    public Sentence sentence() {
        return sentence;
    }
}
