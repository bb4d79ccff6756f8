package io.gatehouse.checkpoints;

import io.gatehouse.audit.SignedCheckpoint;
import java.io.IOException;

/** A place outside of the server that keeps checkpoints, such as a folder, an object store or a mailbox. */
public interface Anchor {
    /** Stays the same for good, such as {@code folder}; at most 40 characters. */
    String name();

    /** Where it is, for people, such as a path or an address. */
    String place();

    /**
     * Keeps a checkpoint. Called again after a failure, and after a crash even if it had succeeded: keeping it twice does no harm.
     *
     * @param publicKey that it is signed with, as PEM
     * @throws IOException if it is not kept; it is tried again later
     */
    void keep(SignedCheckpoint checkpoint, String publicKey) throws IOException;
}
