package io.gatehouse.kills;

import io.gatehouse.artifacts.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Copies files piece by piece to where they are found, as a slow disk would take them. */
record FilesInPlace(BlobStore real) implements BlobStore {
    private static final int PIECE = 16_384;
    private static final Duration PER_PIECE = Duration.ofMillis(10);

    @Override
    public boolean commit(Quarantined upload) throws IOException {
        boolean young = real.commit(upload);
        Path place = real.file(upload.sha256());
        byte[] bytes = Files.readAllBytes(place);
        try (OutputStream out = Files.newOutputStream(place)) {
            for (int at = 0; at < bytes.length; at += PIECE) {
                out.write(bytes, at, Math.min(PIECE, bytes.length - at));
                LockSupport.parkNanos(PER_PIECE.toNanos());
            }
        }
        return young;
    }

    @Override
    public boolean holds(String sha256) throws IOException {
        return real.holds(sha256);
    }

    @Override
    public Receipt receive(InputStream bytes) throws IOException {
        return real.receive(bytes);
    }

    @Override
    public void discard(Quarantined upload) throws IOException {
        real.discard(upload);
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        return real.open(sha256, from, length);
    }

    @Override
    public Optional<Path> nearFile(String sha256) throws IOException {
        return real.nearFile(sha256);
    }

    @Override
    public Path file(String sha256) throws IOException {
        return real.file(sha256);
    }

    @Override
    public List<Stored> startingWith(String twoHexDigits) throws IOException {
        return real.startingWith(twoHexDigits);
    }

    @Override
    public boolean deleteIfOlder(String sha256, Instant moment) throws IOException {
        return real.deleteIfOlder(sha256, moment);
    }

    @Override
    public int crashedSince(Instant before) throws IOException {
        return real.crashedSince(before);
    }

    @Override
    public int clearQuarantine(Instant before) throws IOException {
        return real.clearQuarantine(before);
    }
}
