package io.gatehouse.portal.demo;

/** The data folder is not one that this start may use; the message says why and what to do, and is all that the console shows. */
final class UnfitFolderException extends RuntimeException {
    UnfitFolderException(String message) {
        super(message);
    }
}
