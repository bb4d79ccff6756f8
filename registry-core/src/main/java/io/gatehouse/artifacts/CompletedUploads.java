package io.gatehouse.artifacts;

import io.gatehouse.ids.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Which uploads were put together of which parts, in small files {@code <id>.done}, for clients that ask again since no answer reached them. */
record CompletedUploads(Path folder) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ENDING = ".done";

    void remember(String id, ArtifactPath path, List<UploadsInParts.Part> parts) throws IOException {
        Files.writeString(folder.resolve(id + ENDING), digest(path, parts));
    }

    boolean knows(String id, ArtifactPath path, List<UploadsInParts.Part> parts) {
        if (!ID.matcher(id).matches()) {
            // Not even a path can be made of some.
            return false;
        }
        Path file = folder.resolve(id + ENDING);
        try {
            return Files.isRegularFile(file) && Files.readString(file).equals(digest(path, parts));
        } catch (IOException failure) {
            throw new UncheckedIOException("Whether the upload " + id + " was completed cannot be read", failure);
        }
    }

    /** Those that were completed before a moment. */
    void forget(Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String digest(ArtifactPath path, List<UploadsInParts.Part> parts) {
        return Digests.sha256(path.value() + "\n" + parts);
    }
}
