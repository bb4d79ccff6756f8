package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Bytes by their SHA-256. What is here never changes; whether anything still needs it, the table of artifacts says. The folder is the
 * default; an object store takes its place behind this.
 */
public interface BlobStore {

    /** Bytes that arrived whole and durably, but that nothing refers to yet. */
    interface Quarantined {
        String sha256();

        /** Bytes. */
        long size();
    }

    /** How an upload ended. */
    sealed interface Receipt {
        record Whole(Quarantined upload) implements Receipt {}

        /**
         * The sender stopped early; nothing is kept.
         *
         * @param received bytes that had arrived
         */
        record CutOff(long received) implements Receipt {}
    }

    /**
     * A blob as the sweep sees it.
     *
     * @param at when it was last committed
     */
    record Stored(String sha256, Instant at) {}

    /**
     * Takes in all that a stream has. A failure of the stream is a cut-off; a failure of the store is thrown.
     *
     * @throws IOException if the bytes cannot be kept
     */
    Receipt receive(InputStream bytes) throws IOException;

    /** Makes quarantined bytes findable by their hash; the same bytes there already are renewed, so that no sweep takes them. */
    void commit(Quarantined upload) throws IOException;

    /** Forgets quarantined bytes; those already committed stay. */
    void discard(Quarantined upload) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if no such bytes are here */
    InputStream open(String sha256) throws IOException;

    /** A file of these bytes for readers that want one, such as native engines; it must not be written to. */
    Path file(String sha256) throws IOException;

    /** All blobs whose hash starts with two given hex digits, for a sweep that goes one folder at a time. */
    List<Stored> startingWith(String twoHexDigits) throws IOException;

    /** Removes a blob unless it was committed at or after a moment. */
    boolean deleteIfOlder(String sha256, Instant moment) throws IOException;

    /** Removes what never left quarantine before a moment: remains of a crash. */
    int clearQuarantine(Instant before) throws IOException;
}
