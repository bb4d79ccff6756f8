package io.gatehouse.portal.mlflow;

import io.gatehouse.registry.RegistrySearch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that several registry calls share. */
final class RegistryRequests {
    private RegistryRequests() {}

    /** A version number, which MLflow sends as text. */
    static int version(WireRequest request) {
        String text = request.text("version");
        if (!text.matches("\\d{1,9}")) {
            throw request.wrong("version", "a version is a whole number");
        }
        return Integer.parseInt(text);
    }

    /** Tags by key; the last of a repeated key wins, an absent value is empty. */
    static Map<String, String> tags(WireRequest request) {
        return pairs(request, "tags");
    }

    /** Keys and values of a list of objects. */
    static Map<String, String> pairs(WireRequest request, String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (WireRequest pair : request.objects(name)) {
            pairs.put(pair.text("key"), pair.optionalText("value").orElse(""));
        }
        return pairs;
    }

    static RegistrySearch.Query query(WireRequest request, int usualSize) {
        return new RegistrySearch.Query(
                request.optionalText("filter").orElse(""),
                request.texts("order_by"),
                request.optionalInt32("max_results").orElse(usualSize),
                request.optionalText("page_token"));
    }
}
