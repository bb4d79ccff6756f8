package io.gatehouse.search;

/** A filter, ordering or page token that cannot be understood; the message quotes MLflow's wording, which clients match on. */
public final class InvalidSearchException extends RuntimeException {
    public InvalidSearchException(String message) {
        super(message);
    }
}
