package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Bytes that belong to one record of another room, by its id. They lie where artifacts lie, in the data folder or the bucket, but have no
 * path, so that no door to the artifacts leads to them. Who may have them is for their room to say.
 */
@Component
public class KeptFiles {
    /** Only a place among the locks that the sweep takes, too; nothing lies there. */
    private static final ArtifactPath LOCK = new ArtifactPath(".gatehouse/kept/files");

    private final BlobStore blobs;
    private final ArtifactTable table;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeptFiles(BlobStore blobs, ArtifactTable table, JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.blobs = blobs;
        this.table = table;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Takes bytes in, in place of those that the record had. Not to be called inside a transaction, which would last as long as they take.
     *
     * @return how many there are
     * @throws UncheckedIOException if they did not come whole, or cannot be kept
     */
    public long keep(UUID id, InputStream bytes) {
        try {
            return switch (blobs.receive(bytes)) {
                case BlobStore.Receipt.CutOff(long received) ->
                    throw new IOException("The bytes of " + id + " broke off after " + received);
                case BlobStore.Receipt.Whole(BlobStore.Quarantined upload) -> kept(id, upload);
            };
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + id + " cannot be kept", failure);
        }
    }

    private long kept(UUID id, BlobStore.Quarantined upload) throws IOException {
        try {
            while (true) {
                boolean young = blobs.commit(upload);
                if (Boolean.TRUE.equals(transaction.execute(status -> put(id, upload, young)))) {
                    return upload.size();
                }
            }
        } finally {
            blobs.discard(upload);
        }
    }

    /** Sweeps wait for the lock too. @return whether the bytes are still there */
    private boolean put(UUID id, BlobStore.Quarantined upload, boolean young) {
        table.lock(LOCK);
        if (!young && !held(upload.sha256())) {
            return false;
        }
        forget(id);
        jdbc.sql("insert into kept_file (id, sha256, size_bytes, kept_at) values (?, ?, ?, ?)")
                .params(
                        id,
                        upload.sha256(),
                        upload.size(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    private boolean held(String sha256) {
        try {
            return blobs.holds(sha256);
        } catch (IOException failure) {
            throw new UncheckedIOException("The artifact store does not say whether it holds " + sha256, failure);
        }
    }

    /** The bytes of a record; empty if it has none. @throws UncheckedIOException if they are missing or unreadable */
    public Optional<InputStream> open(UUID id) {
        record Bytes(String sha256, long sizeBytes) {}
        return jdbc.sql("select sha256, size_bytes from kept_file where id = ?")
                .param(id)
                .query(Bytes.class)
                .optional()
                .map(found -> {
                    try {
                        return blobs.open(found.sha256(), 0, found.sizeBytes());
                    } catch (IOException failure) {
                        throw new UncheckedIOException("The file " + id + " cannot be read", failure);
                    }
                });
    }

    /** Nobody gets them from now on; the next sweep takes them away, unless others need the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID id) {
        jdbc.sql("delete from kept_file where id = ?").param(id).update();
    }
}
