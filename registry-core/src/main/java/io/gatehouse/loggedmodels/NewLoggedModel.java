package io.gatehouse.loggedmodels;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A logged model that is to be made.
 *
 * @param experimentId a number as text
 * @param name absent to have one made up
 * @param modelType may be empty
 * @param sourceRunId absent if no run makes it
 * @param params by key
 * @param tags by key
 */
public record NewLoggedModel(
        String experimentId,
        @Nullable String name,
        String modelType,
        @Nullable String sourceRunId,
        Map<String, String> params,
        Map<String, String> tags) {

    public NewLoggedModel {
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
    }
}
