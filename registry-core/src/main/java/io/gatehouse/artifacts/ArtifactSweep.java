package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes away bytes that nothing refers to: what a crash, an overwrite or a deletion left. Bytes younger than the grace period stay, since
 * the transaction that refers to them may not have committed yet.
 */
@Component
public class ArtifactSweep {
    private final ArtifactTable table;
    private final BlobStore blobs;
    private final Clock clock;

    ArtifactSweep(ArtifactTable table, BlobStore blobs, Clock clock) {
        this.table = table;
        this.blobs = blobs;
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
            return new Swept(taken, blobs.clearQuarantine(before));
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
        for (int from = 0; from < old.size(); from += 500) {
            List<String> batch = old.subList(from, Math.min(from + 500, old.size()));
            Set<String> marked = table.referenced(batch);
            for (String sha256 : batch) {
                // Looked at again just before: bytes that came in anew since are young, and stay.
                if (!marked.contains(sha256) && blobs.deleteIfOlder(sha256, before)) {
                    taken++;
                }
            }
        }
        return taken;
    }
}
