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
        Instant before = clock.instant().minus(grace);
        try {
            int taken = 0;
            for (int i = 0; i < 256; i++) {
                taken += sweepFolder(HexFormat.of().toHexDigits((byte) i), before);
            }
            return new Swept(taken, blobs.clearQuarantine(before) + parts.clear(before));
        } catch (IOException failure) {
            throw new UncheckedIOException("The sweep of the artifact store stopped", failure);
        }
    }

    private int sweepFolder(String prefix, Instant before) throws IOException {
        List<String> old = blobs.startingWith(prefix).stream()
                .filter(blob -> blob.at().isBefore(before))
                .map(BlobStore.Stored::sha256)
                .toList();
        int taken = 0;
        for (int from = 0; from < old.size(); from += BATCH) {
            List<String> batch = old.subList(from, Math.min(from + BATCH, old.size()));
            List<String> unmarked = unmarked(batch);
            taken += unmarked.isEmpty() ? 0 : take(unmarked, before);
        }
        return taken;
    }

    /** Looks once more while nobody can give bytes a path, and takes what is left. */
    private int take(List<String> unmarked, Instant before) throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                table.lock(ArtifactPath.ROOT);
                int taken = 0;
                for (String sha256 : unmarked(unmarked)) {
                    taken += deleted(sha256, before) ? 1 : 0;
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

    private List<String> unmarked(List<String> batch) {
        Set<String> marked = table.referenced(batch);
        return batch.stream().filter(sha256 -> !marked.contains(sha256)).toList();
    }
}
