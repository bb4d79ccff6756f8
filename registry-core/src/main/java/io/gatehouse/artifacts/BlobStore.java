package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
     * @param size bytes
     * @param at when it was last committed
     */
    record Stored(String sha256, long size, Instant at) {}

    /**
     * Takes in all that a stream has. A failure of the stream is a cut-off; a failure of the store is thrown.
     *
     * @throws IOException if the bytes cannot be kept
     */
    Receipt receive(InputStream bytes) throws IOException;

    /**
     * Makes quarantined bytes findable by their hash. Until a row refers to them a sweep may take the same bytes that were there before:
     * whoever writes the row looks again with {@link #holds}, and commits once more if they went. Can be repeated until discarded.
     *
     * @return whether they are young now, so that no sweep takes them
     */
    boolean commit(Quarantined upload) throws IOException;

    /** Whether these bytes are here. */
    boolean holds(String sha256) throws IOException;

    /** Forgets quarantined bytes; those already committed stay. */
    void discard(Quarantined upload) throws IOException;

    /**
     * Some of the bytes.
     *
     * @param from number of the first one, from 0
     * @param length how many; fewer come where the blob ends
     * @throws java.nio.file.NoSuchFileException if no such bytes are here
     */
    InputStream open(String sha256, long from, long length) throws IOException;

    /**
     * A file of these bytes for readers that want one, such as native engines, brought here if need be; it must not be written to and may
     * go after an hour.
     *
     * @throws java.nio.file.NoSuchFileException if no such bytes are here
     */
    Path file(String sha256) throws IOException;

    /** The file of these bytes, if they are kept as one on this machine. */
    Optional<Path> nearFile(String sha256) throws IOException;

    /** All blobs whose hash starts with two given hex digits, for a sweep that goes one folder at a time. */
    List<Stored> startingWith(String twoHexDigits) throws IOException;

    /** Removes a blob unless it was committed at or after a moment. */
    boolean deleteIfOlder(String sha256, Instant moment) throws IOException;

    /** How much {@link #clearQuarantine} would remove. */
    int crashedSince(Instant before) throws IOException;

    /** Removes what never left quarantine before a moment: remains of a crash. */
    int clearQuarantine(Instant before) throws IOException;
}
