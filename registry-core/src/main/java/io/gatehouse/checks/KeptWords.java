package io.gatehouse.checks;

import io.gatehouse.sentences.Retold;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks of today in the words of a day gone by. A later release may word a sentence better; what was found is its code and what it is
 * made of. Where both are the same, judging again comes out the same. A sentence may be made of others, in the words of its day as well.
 */
final class KeptWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CODE = "code";
    private static final String PARAMETERS = "parameters";
    private static final String ENGLISH = "english";

    private KeptWords() {}

    /**
     * What was found, as JSON. Each sentence that says the same as the kept one at its place is in the kept one's words.
     *
     * @param kept as it was stored, in whatever words
     */
    static JsonNode in(List<CheckResult> kept, List<CheckResult> found) {
        JsonNode tree = JSON.valueToTree(found);
        // Both by way of text where they are compared, so that 1 and 1.0 read the same whichever Java type held them.
        put(asText(kept), asText(found), tree);
        return tree;
    }

    private static JsonNode asText(List<CheckResult> checks) {
        return JSON.readTree(JSON.writeValueAsString(checks));
    }

    private static void put(JsonNode kept, JsonNode found, JsonNode into) {
        if (into instanceof ObjectNode fields && kept.isObject()) {
            if (sameSaid(kept, found)) {
                fields.set(ENGLISH, kept.get(ENGLISH));
                into.path(PARAMETERS).properties().stream()
                        .filter(parameter -> parameter.getValue().isString())
                        .forEach(parameter ->
                                parameter.setValue(kept.path(PARAMETERS).get(parameter.getKey())));
                return;
            }
            fields.propertyNames().forEach(name -> put(kept.path(name), found.path(name), fields.get(name)));
        } else if (into instanceof ArrayNode elements && kept.isArray() && kept.size() == elements.size()) {
            for (int i = 0; i < elements.size(); i++) {
                put(kept.get(i), found.get(i), elements.get(i));
            }
        }
    }

    private static boolean sameSaid(JsonNode kept, JsonNode found) {
        return kept.path(ENGLISH).isString()
                && found.path(ENGLISH).isString()
                && kept.path(CODE).equals(found.path(CODE))
                && sameParts(kept.path(PARAMETERS), found.path(PARAMETERS));
    }

    private static boolean sameParts(JsonNode kept, JsonNode found) {
        return kept.isObject()
                && found.isObject()
                && List.copyOf(kept.propertyNames()).equals(List.copyOf(found.propertyNames()))
                && found.properties().stream().allMatch(part -> samePart(kept.get(part.getKey()), part.getValue()));
    }

    private static boolean samePart(JsonNode kept, JsonNode found) {
        return kept.equals(found)
                || kept.isString()
                        && found.isString()
                        && Retold.inEarlierWords(kept.stringValue(), found.stringValue());
    }
}
