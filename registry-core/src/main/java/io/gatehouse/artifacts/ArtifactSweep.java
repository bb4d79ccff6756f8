package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away bytes that nothing refers to: what a crash, an overwrite or a deletion left. Bytes younger than the grace period stay, since
 * the transaction that refers to them may not have committed yet.
 */
@Component
public class ArtifactSweep {
    /** Of blobs, by the first two digits of their names. */
    private static final int FOLDERS = 256;

    /** Writers wait while so many are taken. */
    private static final int BATCH = 100;

    private final ArtifactTable table;
    private final BlobStore blobs;
    private final UploadsInParts parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ArtifactSweep(
            ArtifactTable table, BlobStore blobs, UploadsInParts parts, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.blobs = blobs;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param blobs that were taken away
     * @param uploads that were left in quarantine
     */
    public record Swept(int blobs, int uploads) {}

    /**
     * Marks and sweeps, one folder of blobs at a time.
     *
     * @param grace how old unreferenced bytes must be; longer than the longest transaction
     */
    public Swept sweep(Duration grace) {
        return sweep(clock.instant().minus(grace));
    }

    /** As above, of what is older than a moment. */
    public synchronized Swept sweep(Instant before) {
        try {
            int taken = 0;
            for (int i = 0; i < FOLDERS; i++) {
                taken += sweepFolder(HexFormat.of().toHexDigits((byte) i), before);
            }
            return new Swept(taken, blobs.clearQuarantine(before) + parts.clear(before));
        } catch (IOException failure) {
            throw new UncheckedIOException("The sweep of the artifact store stopped", failure);
        }
    }

    /**
     * What a sweep would take, without taking it.
     *
     * @param blobs how many @param bytes of these @param uploads left in quarantine
     */
    public record Survey(int blobs, long bytes, int uploads) {}

    /** What is older than a moment and nothing refers to. */
    public Survey survey(Instant before) {
        try {
            int found = 0;
            long bytes = 0;
            for (int i = 0; i < FOLDERS; i++) {
                for (BlobStore.Stored orphan : orphans(HexFormat.of().toHexDigits((byte) i), before)) {
                    found++;
                    bytes += orphan.size();
                }
            }
            return new Survey(found, bytes, blobs.crashedSince(before) + parts.older(before));
        } catch (IOException failure) {
            throw new UncheckedIOException("The survey of the artifact store stopped", failure);
        }
    }

    private List<BlobStore.Stored> orphans(String prefix, Instant before) throws IOException {
        List<BlobStore.Stored> old = blobs.startingWith(prefix).stream()
                .filter(blob -> blob.at().isBefore(before))
                .toList();
        Set<String> marked =
                table.paths(old.stream().map(BlobStore.Stored::sha256).toList()).keySet();
        return old.stream().filter(blob -> !marked.contains(blob.sha256())).toList();
    }

    private int sweepFolder(String prefix, Instant before) throws IOException {
        List<String> orphans =
                orphans(prefix, before).stream().map(BlobStore.Stored::sha256).toList();
        int taken = 0;
        for (int from = 0; from < orphans.size(); from += BATCH) {
            taken += take(orphans.subList(from, Math.min(from + BATCH, orphans.size())), before);
        }
        return taken;
    }

    /** Looks once more while nobody can give bytes a path, and takes what is left. */
    private int take(List<String> orphans, Instant before) throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                table.lock(ArtifactPath.ROOT);
                int taken = 0;
                Set<String> marked = table.paths(orphans).keySet();
                for (String sha256 : orphans) {
                    taken += !marked.contains(sha256) && deleted(sha256, before) ? 1 : 0;
                }
                return taken;
            }));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private boolean deleted(String sha256, Instant before) {
        try {
            return blobs.deleteIfOlder(sha256, before);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
