package io.gatehouse.artifacts;

import io.gatehouse.ids.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/**
 * Blobs as objects {@code <prefix>blobs/ab/cd/<hash>} of a bucket, laid out as in the folder. Uploads wait in quarantine on this machine,
 * where they are hashed; an object appears whole. Bytes that the bucket has are not sent again.
 */
final class BucketBlobStore implements BlobStore, AutoCloseable {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Bucket bucket;
    private final Quarantine quarantine;
    private final LocalCopies copies;
    private final StoreMark mark;

    /** @param data folder for what is on its way */
    BucketBlobStore(Bucket bucket, Path data, Ids ids, Clock clock) throws IOException {
        this.bucket = bucket;
        this.quarantine = Quarantine.ofFilesThatGo(data.resolve("quarantine"), ids);
        this.copies = new LocalCopies(
                data.resolve("copies"), bucket.settings().cache().toBytes(), clock);
        this.mark = new StoreMark(data);
    }

    @Override
    public Receipt receive(InputStream bytes) throws IOException {
        return quarantine.receive(bytes);
    }

    @Override
    public boolean commit(Quarantined upload) throws IOException {
        return put(upload.sha256(), ((Quarantine.Upload) upload).file(), upload.size());
    }

    /** Sends a file that the bucket has not. @return whether it had to be sent */
    boolean put(String sha256, Path file, long size) throws IOException {
        String key = key(sha256);
        if (bucket.head(key).filter(here -> here.size() == size).isPresent()) {
            return false;
        }
        mark.set(bucket.settings());
        bucket.put(key, file, sha256, size);
        return true;
    }

    @Override
    public boolean holds(String sha256) throws IOException {
        return bucket.head(key(sha256)).isPresent();
    }

    @Override
    public void discard(Quarantined upload) throws IOException {
        Quarantine.discard(upload);
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        return length == 0 ? InputStream.nullInputStream() : bucket.open(key(sha256), from, length);
    }

    @Override
    public Path file(String sha256) throws IOException {
        return copies.get(sha256, () -> bucket.open(key(sha256), 0, Long.MAX_VALUE));
    }

    @Override
    public Optional<Path> nearFile(String sha256) {
        return Optional.empty();
    }

    @Override
    public List<Stored> startingWith(String twoHexDigits) throws IOException {
        String folder = bucket.settings().prefix() + "blobs/" + twoHexDigits + "/";
        return bucket.startingWith(folder).stream()
                .map(entry ->
                        new Stored(entry.key().substring(entry.key().lastIndexOf('/') + 1), entry.size(), entry.at()))
                .filter(blob -> HASH.matcher(blob.sha256()).matches())
                .toList();
    }

    @Override
    public boolean deleteIfOlder(String sha256, Instant moment) throws IOException {
        String key = key(sha256);
        boolean old =
                bucket.head(key).filter(here -> here.at().isBefore(moment)).isPresent();
        if (old) {
            bucket.delete(key);
        }
        return old;
    }

    @Override
    public int crashedSince(Instant before) throws IOException {
        return quarantine.older(before)
                + bucket.abandoned(bucket.settings().prefix() + "blobs/", before)
                        .size();
    }

    @Override
    public int clearQuarantine(Instant before) throws IOException {
        List<MultipartUpload> abandoned = bucket.abandoned(bucket.settings().prefix() + "blobs/", before);
        for (MultipartUpload upload : abandoned) {
            bucket.abort(upload);
        }
        return quarantine.clear(before) + abandoned.size();
    }

    private String key(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256: " + sha256);
        }
        return bucket.settings().prefix() + "blobs/" + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/"
                + sha256;
    }

    @Override
    public void close() {
        bucket.close();
    }
}
