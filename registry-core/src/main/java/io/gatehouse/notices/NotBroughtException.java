package io.gatehouse.notices;

/** A message did not reach its person; the message of this says why, in one line. */
public final class NotBroughtException extends Exception {
    /** What the failure says of further attempts. */
    public enum Reach {
        /** The channel as a whole is away: others would not be reached either. */
        NOBODY_NOW,
        /** This message failed; another may get through. */
        NOT_NOW,
        /** It will never get there, such as to an address that there is none of. */
        NEVER
    }

    private final Reach reach;

    public NotBroughtException(Reach reach, String message, Throwable cause) {
        super(message, cause);
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }
}
