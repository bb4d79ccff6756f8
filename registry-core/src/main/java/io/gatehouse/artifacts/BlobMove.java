package io.gatehouse.artifacts;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Copies what is in the folder to the bucket, and deletes nothing. Broken off, it goes on where it was: what the bucket has is passed over.
 */
@Component
public class BlobMove {
    private final BlobStore blobs;

    BlobMove(BlobStore blobs) {
        this.blobs = blobs;
    }

    /**
     * @param files in the folder so far @param bytes of these
     * @param copied how many of them had to be sent
     */
    public record Progress(int files, long bytes, int copied) {}

    /** Does nothing where files are to stay in the folder. @param tell now and then */
    public Progress run(Consumer<Progress> tell) throws IOException {
        return blobs instanceof MovingBlobStore store ? run(store, tell) : new Progress(0, 0, 0);
    }

    private static Progress run(MovingBlobStore store, Consumer<Progress> tell) throws IOException {
        Progress progress = new Progress(0, 0, 0);
        for (int i = 0; i < 256; i++) {
            String prefix = HexFormat.of().toHexDigits((byte) i);
            List<BlobStore.Stored> here = store.folder().startingWith(prefix);
            Set<String> there = here.isEmpty()
                    ? Set.of()
                    : store.bucket().startingWith(prefix).stream()
                            .map(BlobStore.Stored::sha256)
                            .collect(Collectors.toSet());
            for (BlobStore.Stored blob : here) {
                boolean sent = !there.contains(blob.sha256())
                        && store.bucket().put(blob.sha256(), store.folder().file(blob.sha256()), blob.size());
                progress = new Progress(
                        progress.files + 1, progress.bytes + blob.size(), progress.copied + (sent ? 1 : 0));
                if (sent && progress.copied % 100 == 0) {
                    tell.accept(progress);
                }
            }
        }
        return progress;
    }
}
