package io.gatehouse.artifacts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an artifact lies, relative to the root of the store: segments joined by {@code /}, empty for the root itself. A path that could
 * mean another place to any decoder, file system or browser does not become one.
 *
 * @param value such as {@code 1/models/m-0f…/artifacts/MLmodel}; at most 1024 bytes of UTF-8, at most 255 in a segment
 */
public record ArtifactPath(String value) {
    public static final ArtifactPath ROOT = new ArtifactPath("");

    static final int LONGEST_PATH = 1024;
    static final int LONGEST_SEGMENT = 255;
    private static final String SCHEME = "mlflow-artifacts:";

    /** @throws IllegalArgumentException if the path is not safe; text from outside goes through {@link #parse} */
    public ArtifactPath {
        if (UnsafePaths.unsafe(value)) {
            throw new IllegalArgumentException("Invalid path");
        }
    }

    /** The path that a client names, one trailing slash forgiven; empty if it is not safe. */
    public static Optional<ArtifactPath> parse(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return UnsafePaths.unsafe(trimmed) ? Optional.empty() : Optional.of(new ArtifactPath(trimmed));
    }

    /** The place behind {@code mlflow-artifacts:/…}, with or without a host; empty for any other location, which is not ours. */
    public static Optional<ArtifactPath> ofLocation(String uri) {
        if (!uri.startsWith(SCHEME + "/")) {
            return Optional.empty();
        }
        String rest = uri.substring(SCHEME.length() + 1);
        if (rest.startsWith("/")) {
            int path = rest.indexOf('/', 1);
            rest = path < 0 ? "" : rest.substring(path + 1);
        }
        return parse(rest);
    }

    /** As clients are told of it: {@code mlflow-artifacts:/…}. */
    public String location() {
        return SCHEME + "/" + value;
    }

    public boolean isRoot() {
        return value.isEmpty();
    }

    /** The last segment; empty for the root. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The path without its last segment; the root is its own parent. */
    public ArtifactPath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? ROOT : new ArtifactPath(value.substring(0, slash));
    }

    /** @throws IllegalArgumentException if the result is not safe */
    public ArtifactPath resolve(String child) {
        return isRoot() ? new ArtifactPath(child) : new ArtifactPath(value + "/" + child);
    }

    /** Whether this is the other or lies below it. */
    public boolean isWithin(ArtifactPath other) {
        return other.isRoot() || value.equals(other.value) || value.startsWith(other.value + "/");
    }

    /** What remains of this below an ancestor. @throws IllegalArgumentException if that is none */
    public String below(ArtifactPath ancestor) {
        if (!isWithin(ancestor)) {
            throw new IllegalArgumentException(value + " is not within " + ancestor.value);
        }
        return ancestor.isRoot() || value.length() == ancestor.value.length()
                ? value.substring(ancestor.value.length())
                : value.substring(ancestor.value.length() + 1);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return value;
    }
}
