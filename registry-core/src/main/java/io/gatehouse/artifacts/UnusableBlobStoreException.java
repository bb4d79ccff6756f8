package io.gatehouse.artifacts;

/** Files cannot be kept where the settings say; the message names the setting and the way out, and no secret. */
public final class UnusableBlobStoreException extends RuntimeException {
    UnusableBlobStoreException(String message) {
        super(message);
    }

    UnusableBlobStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
