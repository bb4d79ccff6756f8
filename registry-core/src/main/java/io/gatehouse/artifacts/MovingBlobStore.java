package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A bucket, and the folder that files were in before it. What comes in goes to the bucket; what is in the folder is found there until it is
 * copied, and as long as somebody leaves it. A sweep goes through both.
 */
record MovingBlobStore(BucketBlobStore bucket, FolderBlobStore folder) implements BlobStore, AutoCloseable {
    @Override
    public Receipt receive(InputStream bytes) throws IOException {
        return bucket.receive(bytes);
    }

    @Override
    public boolean commit(Quarantined upload) throws IOException {
        return bucket.commit(upload);
    }

    @Override
    public boolean holds(String sha256) throws IOException {
        return bucket.holds(sha256);
    }

    @Override
    public void discard(Quarantined upload) throws IOException {
        bucket.discard(upload);
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        try {
            return folder.open(sha256, from, length);
        } catch (NoSuchFileException notHere) {
            return bucket.open(sha256, from, length);
        }
    }

    @Override
    public Path file(String sha256) throws IOException {
        return folder.holds(sha256) ? folder.file(sha256) : bucket.file(sha256);
    }

    @Override
    public Optional<Path> nearFile(String sha256) throws IOException {
        return folder.holds(sha256) ? folder.nearFile(sha256) : bucket.nearFile(sha256);
    }

    /** Of bytes that are in both, the younger: neither goes while the other may be needed. */
    @Override
    public List<Stored> startingWith(String twoHexDigits) throws IOException {
        Map<String, Stored> found = new HashMap<>();
        Stream.concat(folder.startingWith(twoHexDigits).stream(), bucket.startingWith(twoHexDigits).stream())
                .forEach(blob -> found.merge(
                        blob.sha256(), blob, (one, other) -> one.at().isAfter(other.at()) ? one : other));
        return List.copyOf(found.values());
    }

    @Override
    public boolean deleteIfOlder(String sha256, Instant moment) throws IOException {
        boolean fromBucket = bucket.deleteIfOlder(sha256, moment);
        return folder.deleteIfOlder(sha256, moment) || fromBucket;
    }

    @Override
    public int crashedSince(Instant before) throws IOException {
        return bucket.crashedSince(before);
    }

    @Override
    public int clearQuarantine(Instant before) throws IOException {
        return bucket.clearQuarantine(before);
    }

    @Override
    public void close() {
        bucket.close();
    }
}
