package io.gatehouse.artifacts;

import java.time.Instant;

/**
 * One file of the store.
 *
 * @param path where it lies
 * @param sha256 of its bytes, 64 lower-case hex digits
 * @param size in bytes
 * @param writtenAt when these bytes came to lie there
 */
public record Artifact(ArtifactPath path, String sha256, long size, Instant writtenAt) {}
