package io.gatehouse.upgrade;

/** The database was not left by this release or an older one, so it is not touched; the message says why and what to do. */
public final class UnfitDatabaseException extends RuntimeException {
    UnfitDatabaseException(String message) {
        super(message);
    }
}
