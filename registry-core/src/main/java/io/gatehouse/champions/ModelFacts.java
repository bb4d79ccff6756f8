package io.gatehouse.champions;

import io.gatehouse.registry.Purpose;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One model, counted.
 *
 * @param description Markdown; may be empty
 * @param champion version in use; absent if none
 * @param newest version
 * @param candidates versions that are newer than the champion
 * @param openRequests waiting for somebody
 */
record ModelFacts(
        UUID id,
        String name,
        String description,
        @Nullable Integer champion,
        int newest,
        int candidates,
        int openRequests) {

    String purpose() {
        return Purpose.of(description);
    }
}
