package io.gatehouse.artifacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Remembers in the data folder which bucket has files of this house, so that other settings do not lose them unnoticed. */
final class StoreMark {
    private static final String NAME = "artifacts-in-bucket";

    private final Path file;
    private boolean set;

    StoreMark(Path data) {
        this.file = data.toAbsolutePath().resolve(NAME);
    }

    /** @throws UnusableBlobStoreException if files of this house are elsewhere */
    void requireNone() throws IOException {
        if (Files.exists(file)) {
            throw new UnusableBlobStoreException("The artifacts of this data folder are in the bucket " + place()
                    + ", and gatehouse.artifacts.s3.bucket is not set. Set it as it was; or copy what is below blobs/"
                    + " there to blobs/ in the data folder, and remove " + file + ".");
        }
    }

    /** @throws UnusableBlobStoreException if files of this house are in another bucket */
    void require(S3Settings settings) throws IOException {
        if (Files.exists(file) && !place().equals(settings.place())) {
            throw new UnusableBlobStoreException("The artifacts of this data folder are in the bucket " + place()
                    + ", and gatehouse.artifacts.s3.bucket and .prefix say " + settings.place()
                    + ". Set them as they were; or copy what is below blobs/ there to blobs/ here, and remove " + file
                    + ".");
        }
    }

    /** Before the first file goes there. */
    synchronized void set(S3Settings settings) throws IOException {
        if (!set) {
            Path part = file.resolveSibling(NAME + ".part");
            Files.writeString(part, settings.place(), StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            set = true;
        }
    }

    private String place() throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
