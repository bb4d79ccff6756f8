package io.gatehouse.registry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version's time behind a protected alias.
 *
 * @param id for links
 * @param modelId of the registered model
 * @param alias that it held
 * @param versionId of the version
 * @param version its number
 * @param from inclusive
 * @param to exclusive; absent while it lasts
 * @param requestId the promotion request that put it there, the first time if it was put back
 * @param rollbackId the rollback that put it back; absent if the request did
 */
public record AliasTenure(
        UUID id,
        UUID modelId,
        String alias,
        UUID versionId,
        int version,
        Instant from,
        @Nullable Instant to,
        UUID requestId,
        @Nullable UUID rollbackId) {}
