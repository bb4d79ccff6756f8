package io.gatehouse.registry;

import java.util.UUID;

/**
 * The way back of a protected alias.
 *
 * @param id of the rollback
 * @param modelId of the registered model
 * @param expectedHolder version number that is to be taken back
 */
public record AliasRollback(UUID id, UUID modelId, int expectedHolder) {

    /** What became of it. */
    public sealed interface Result {
        /** @param ended tenure that was broken off @param begun tenure of the version that came back */
        record Moved(AliasTenure ended, AliasTenure begun) implements Result {}

        /** Another version, or none, holds the alias by now, so nothing moved. */
        record HolderChanged() implements Result {}

        /** No version that was champion before, and was not taken back itself, is still there. */
        record NoEarlier() implements Result {}
    }
}
