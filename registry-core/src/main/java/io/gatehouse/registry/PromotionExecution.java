package io.gatehouse.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approved promotion request on its way to move an alias.
 *
 * @param requestId of the promotion request
 * @param modelId of the registered model
 * @param version number that is to hold the alias
 * @param expectedHolder version number that the request was judged against; absent if nobody held the alias then
 */
public record PromotionExecution(
        UUID requestId, UUID modelId, int version, @Nullable Integer expectedHolder) {

    /** What became of it. */
    public sealed interface Result {
        /** @param tenure that began */
        record Moved(AliasTenure tenure) implements Result {}

        /** Somebody else holds the alias than the request was judged against, so nothing moved. @param holder absent if nobody does */
        record HolderChanged(@Nullable Integer holder) implements Result {}

        /** The version or its model was deleted meanwhile. */
        record VersionGone() implements Result {}

        /** What the version came from was deleted meanwhile. @param what such as {@code run 0f…} */
        record OriginGone(String what) implements Result {}
    }
}
