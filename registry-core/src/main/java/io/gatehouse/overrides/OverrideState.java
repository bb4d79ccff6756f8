package io.gatehouse.overrides;

/** How an override stands. */
public enum OverrideState {
    /** One person wants it; it counts for nothing until a second one agrees. */
    PROPOSED,
    IN_FORCE,
    /** Its last day is over. */
    EXPIRED,
    /** Another one on new evidence took its place. */
    RENEWED,
    /** Taken back, before or after it came into force. */
    WITHDRAWN,
    /** The second person said no. */
    DECLINED,
    /** Its last day came before a second person agreed. */
    LAPSED;

    /** Whether it still waits for somebody or holds. */
    public boolean open() {
        return this == PROPOSED || this == IN_FORCE;
    }
}
