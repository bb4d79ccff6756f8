package io.gatehouse.portal.mlflow;

import io.gatehouse.registry.RegistrySearch;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields that several registry calls share. */
final class RegistryRequests {
    private RegistryRequests() {}

    /** The name of a registered model; one that no model can have is refused before anything is looked up. */
    static String name(WireRequest request) {
        return name(request, "name");
    }

    static String name(WireRequest request, String field) {
        String name = request.text(field);
        if (name.isBlank()) {
            throw request.missing(field);
        }
        if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.equals(".") || name.startsWith("..")) {
            throw MlflowRefusal.invalid(
                    "Invalid model name: '" + name + "'. Names cannot contain '/' or ':', nor be '.' or '..'.");
        }
        return name;
    }

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
