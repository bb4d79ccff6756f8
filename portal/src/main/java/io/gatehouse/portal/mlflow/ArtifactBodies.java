package io.gatehouse.portal.mlflow;

import io.gatehouse.artifacts.ArtifactEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Listings of files as MLflow writes them. */
final class ArtifactBodies {
    private ArtifactBodies() {}

    /** @param fileSize in bytes, absent for directories */
    record FileBody(String path, boolean isDir, @Nullable Long fileSize) {}

    record FilesAnswer(List<FileBody> files) implements WireAnswer {}

    record RootedFilesAnswer(String rootUri, List<FileBody> files) implements WireAnswer {}

    /** @param prefix put before each name, such as {@code model/}; empty for names alone */
    static List<FileBody> of(List<ArtifactEntry> entries, String prefix) {
        return entries.stream()
                .map(entry -> new FileBody(prefix + entry.name(), entry.isDirectory(), entry.size()))
                .toList();
    }
}
