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
 * @param belowFloor whether the run of each of its versions logged less than the floor of the policy, so that none can be promoted
 */
record ModelFacts(
        UUID id,
        String name,
        String description,
        @Nullable Integer champion,
        int newest,
        int candidates,
        int openRequests,
        boolean belowFloor) {

    /** The same, known to have no version that can be promoted. */
    ModelFacts withoutAFit() {
        return new ModelFacts(id, name, description, champion, newest, candidates, openRequests, true);
    }

    String purpose() {
        return Purpose.of(description);
    }
}
