package io.gatehouse.evaluation;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Ruling;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the first figure in which what is kept of the checks is not what judging again gives. */
final class FirstDifference {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTHING = "nothing";
    private static final int LONGEST = 200;

    private FirstDifference() {}

    /** Empty if all that the checks say is the same, in whatever words. */
    static Optional<Sentence> between(List<CheckResult> kept, Ruling found) {
        // Both by way of text, so that 1 and 1.0 read the same whichever Java type held them.
        return between("", JSON.readTree(JSON.writeValueAsString(kept)), found.inWordsOf(kept));
    }

    private static Optional<Sentence> between(String path, JsonNode kept, JsonNode found) {
        if (kept.equals(found)) {
            return Optional.empty();
        }
        if (kept.isObject() && found.isObject()) {
            Set<String> names = new LinkedHashSet<>(kept.propertyNames());
            names.addAll(found.propertyNames());
            return names.stream()
                    .flatMap(name -> between(join(path, name), kept.path(name), found.path(name)).stream())
                    .findFirst();
        }
        if (kept.isArray() && found.isArray() && kept.size() == found.size()) {
            for (int i = 0; i < kept.size(); i++) {
                Optional<Sentence> inside = between(join(path, label(kept.get(i), i)), kept.get(i), found.get(i));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(say(
                "evaluation.recompute.figure",
                "figure",
                Words.sentenceCase(path),
                "kept",
                written(kept),
                "found",
                written(found)));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + ", " + name;
    }

    /** Checks and groups are known by name, other parts by their place. */
    private static String label(JsonNode element, int place) {
        for (String name : List.of("check", "group", "name", "reasonCode")) {
            if (element.path(name).isString()) {
                return element.path(name).stringValue();
            }
        }
        return Integer.toString(place + 1);
    }

    private static String written(JsonNode node) {
        String text = node.isMissingNode() || node.isNull()
                ? NOTHING
                : node.isString() ? node.stringValue() : node.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
