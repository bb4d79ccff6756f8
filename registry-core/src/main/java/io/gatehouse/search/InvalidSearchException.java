package io.gatehouse.search;

import java.util.OptionalInt;

/** A filter, ordering or page token that cannot be understood; the message quotes MLflow's wording, which clients match on. */
public final class InvalidSearchException extends RuntimeException {
    private final int at;

    public InvalidSearchException(String message) {
        super(message);
        this.at = -1;
    }

    private InvalidSearchException(InvalidSearchException same, int at) {
        super(same.getMessage(), same);
        this.at = at;
    }

    /** How many characters of a filter could be read before the one that could not; absent where that is not known. */
    public OptionalInt at() {
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    InvalidSearchException at(int position) {
        return at < 0 ? new InvalidSearchException(this, position) : this;
    }
}
