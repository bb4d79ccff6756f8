package io.gatehouse.webhooks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a trial sends: the examples of MLflow's own documentation. */
final class WebhookExamples {
    private static final String MODEL = "example_model";
    private static final String KEY = "example_key";
    private static final String VALUE = "example_value";

    private WebhookExamples() {}

    static Map<String, @Nullable Object> of(WebhookEvent event) {
        return switch (event) {
            case REGISTERED_MODEL_CREATED ->
                Map.of("name", MODEL, "tags", Map.of(KEY, VALUE), "description", "An example registered model");
            case MODEL_VERSION_CREATED ->
                Map.of(
                        "name", MODEL,
                        "version", "1",
                        "source", "models:/123",
                        "run_id", "abcd1234abcd5678",
                        "tags", Map.of(KEY, VALUE),
                        "description", "An example model version");
            case MODEL_VERSION_TAG_SET -> Map.of("name", MODEL, "version", "1", "key", KEY, "value", VALUE);
            case MODEL_VERSION_TAG_DELETED -> Map.of("name", MODEL, "version", "1", "key", KEY);
            case MODEL_VERSION_ALIAS_CREATED -> Map.of("name", MODEL, "alias", "example_alias", "version", "1");
            case MODEL_VERSION_ALIAS_DELETED -> Map.of("name", MODEL, "alias", "example_alias");
        };
    }
}
