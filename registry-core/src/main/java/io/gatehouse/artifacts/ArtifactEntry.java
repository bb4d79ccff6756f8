package io.gatehouse.artifacts;

import org.jspecify.annotations.Nullable;

/**
 * A line of a directory listing.
 *
 * @param name last segment
 * @param size in bytes; absent for a directory
 */
public record ArtifactEntry(String name, @Nullable Long size) {
    public boolean isDirectory() {
        return size == null;
    }
}
