package io.gatehouse.portal.start;

/** The portal may or can not start like this; the message says why and what to do, and is all that the console shows. */
public final class CannotStartException extends RuntimeException {
    public CannotStartException(String message) {
        super(message);
    }

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
