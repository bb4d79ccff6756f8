package io.gatehouse.tracking;

import io.gatehouse.sentences.Sentence;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tracking call that cannot be done as asked; nothing of it was. The message quotes MLflow's wording, which clients match on. */
public final class TrackingRefusal extends RuntimeException {
    private final Reason reason;
    private final transient @Nullable Sentence sentence;

    /** The few kinds that doors tell apart. */
    public enum Reason {
        /** What was named does not exist. */
        UNKNOWN,
        /** The name is taken. */
        TAKEN,
        /** The request itself is wrong, or what it is about is deleted. */
        INVALID,
        /** Something that is in use rests on it. */
        PROTECTED
    }

    private TrackingRefusal(Reason reason, String message) {
        this(reason, message, null);
    }

    private TrackingRefusal(Reason reason, String message, @Nullable Sentence sentence) {
        super(message);
        this.reason = reason;
        this.sentence = sentence;
    }

    public static TrackingRefusal unknown(String message) {
        return new TrackingRefusal(Reason.UNKNOWN, message);
    }

    public static TrackingRefusal invalid(String message) {
        return new TrackingRefusal(Reason.INVALID, message);
    }

    static TrackingRefusal taken(String message) {
        return new TrackingRefusal(Reason.TAKEN, message);
    }

    static TrackingRefusal inUse(Sentence why) {
        return new TrackingRefusal(Reason.PROTECTED, why.english(), why);
    }

    public Reason reason() {
        return reason;
    }

    /** The same for people, in their language; empty where only clients are told. */
    public Optional<Sentence> sentence() {
        return Optional.ofNullable(sentence);
    }
}
