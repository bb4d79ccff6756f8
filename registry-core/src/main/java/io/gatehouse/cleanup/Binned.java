package io.gatehouse.cleanup;

import io.gatehouse.artifacts.ArtifactPath;
import java.time.Instant;

/**
 * A run or logged model in the bin whose files can go.
 *
 * @param kind RUN or LOGGED_MODEL
 * @param experiment by name
 * @param folder of its files
 */
public record Binned(
        Kind kind,
        String id,
        String name,
        long experimentId,
        String experiment,
        Instant deletedAt,
        ArtifactPath folder) {
    /** What can be deleted and has files. */
    public enum Kind {
        RUN,
        LOGGED_MODEL
    }

    /** As the audit log names it. */
    String object() {
        return (kind == Kind.RUN ? "run/" : "logged-model/") + id;
    }
}
