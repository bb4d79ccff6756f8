package io.gatehouse.tracking;

/** A tracking call that cannot be done as asked; nothing of it was. The message quotes MLflow's wording, which clients match on. */
public final class TrackingRefusal extends RuntimeException {
    private final Reason reason;

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
        super(message);
        this.reason = reason;
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

    static TrackingRefusal inUse(String message) {
        return new TrackingRefusal(Reason.PROTECTED, message);
    }

    public Reason reason() {
        return reason;
    }
}
