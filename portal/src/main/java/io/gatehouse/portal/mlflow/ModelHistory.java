package io.gatehouse.portal.mlflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tag in which MLflow 2 keeps the models of a run: a JSON list, an entry for each. */
final class ModelHistory {
    static final String TAG = "mlflow.log-model.history";

    /** A run tag is cut at 8,000 characters, and half a list would be no list: the oldest entries make room. */
    private static final int LONGEST = 8_000;

    private static final List<String> REQUIRED = List.of("artifact_path", "flavors", "utc_time_created", "run_id");
    private static final List<String> KEPT = List.of("run_id", "utc_time_created", "artifact_path", "model_uuid");

    private ModelHistory() {}

    /** One model as the list keeps it. */
    record Entry(ObjectNode json) {}

    /** @throws MlflowRefusal if it is not the description of a model of this run */
    static Entry read(String modelJson, String runId) {
        if (!(parsed(modelJson) instanceof ObjectNode model)) {
            throw MlflowRefusal.invalid("Malformed model info. It is not a JSON object.");
        }
        List<String> missing = new ArrayList<>();
        for (String name : REQUIRED) {
            if (!model.has(name)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw MlflowRefusal.invalid("Model json is missing mandatory fields: " + missing);
        }
        if (!runId.equals(model.path("run_id").asString(""))) {
            throw MlflowRefusal.invalid("The model json names another run than the request.");
        }
        ObjectNode entry = WireJson.MAPPER.createObjectNode();
        for (String name : KEPT) {
            if (model.has(name)) {
                entry.set(name, model.get(name));
            }
        }
        ObjectNode flavors = entry.putObject("flavors");
        model.path("flavors").properties().forEach(flavor -> {
            JsonNode told = flavor.getValue().deepCopy();
            if (told instanceof ObjectNode object) {
                object.remove("config");
            }
            flavors.set(flavor.getKey(), told);
        });
        return new Entry(entry);
    }

    /** The list with one more entry, as text. */
    static String append(String list, Entry entry) {
        Deque<JsonNode> entries = new ArrayDeque<>();
        if (parsed(list) instanceof ArrayNode before) {
            before.forEach(entries::add);
        }
        entries.add(entry.json);
        String text = written(entries);
        while (text.length() > LONGEST && entries.size() > 1) {
            entries.removeFirst();
            text = written(entries);
        }
        return text;
    }

    private static String written(Deque<JsonNode> entries) {
        return WireJson.compact(WireJson.MAPPER.createArrayNode().addAll(entries));
    }

    private static JsonNode parsed(String text) {
        try {
            return WireJson.MAPPER.readTree(text);
        } catch (JacksonException notJson) {
            return WireJson.MAPPER.missingNode();
        }
    }
}
