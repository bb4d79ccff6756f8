package io.gatehouse.tracking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run without what it logged.
 *
 * @param id 32 lower-case hex digits
 * @param userId as the client told; a claim, while {@code createdBy} is known
 * @param startMs milliseconds since 1970, as the client told
 * @param endMs likewise; absent until the run ended
 * @param artifactUri where its files are
 * @param parentRunId of the run that it is nested in, as its tag says
 * @param createdBy the authenticated person who created it: the trainer
 */
public record RunInfo(
        String id,
        long experimentId,
        String name,
        String userId,
        RunStatus status,
        Lifecycle lifecycle,
        long startMs,
        @Nullable Long endMs,
        String artifactUri,
        @Nullable String parentRunId,
        UUID createdBy) {}
