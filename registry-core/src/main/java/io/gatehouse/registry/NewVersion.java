package io.gatehouse.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version that is to be registered.
 *
 * @param model name of the registered model
 * @param source where its files are, as the client names it
 * @param runId of the run that it came from; absent if none is named
 * @param runLink may be empty
 * @param description Markdown; absent if none
 * @param loggedModelId of the logged model that it is; absent if none is named
 * @param tags by key
 */
public record NewVersion(
        String model,
        String source,
        @Nullable String runId,
        String runLink,
        @Nullable String description,
        @Nullable String loggedModelId,
        Map<String, String> tags) {

    public NewVersion {
        tags = Map.copyOf(tags);
    }

    /** A version of a logged model, with nothing said about it. */
    public static NewVersion ofLoggedModel(String model, String loggedModelId) {
        return new NewVersion(model, "models:/" + loggedModelId, null, "", null, loggedModelId, Map.of());
    }
}
