package io.gatehouse.risklist;

import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a row as it keeps them, an array of sentences. A list may have a million rows with three reasons each, so they are read
 * token by token: binding them took more than half of the time that a page of rows took.
 */
final class StoredReasons {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredReasons() {}

    static String write(List<Sentence> reasons) {
        return JSON.writeValueAsString(reasons);
    }

    /** @param stored by {@link #write} */
    static List<Sentence> read(String stored) {
        List<Sentence> reasons = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(stored)) {
            expect(parser, parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                reasons.add(sentence(parser));
            }
            expect(parser, parser.currentToken() == JsonToken.END_ARRAY);
        }
        return reasons;
    }

    private static Sentence sentence(JsonParser parser) {
        String code = "";
        String english = "";
        Map<String, Object> parameters = Map.of();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            switch (name) {
                case "code" -> code = parser.getString();
                case "english" -> english = parser.getString();
                case "parameters" -> parameters = parameters(parser);
                default -> parser.skipChildren();
            }
        }
        return new Sentence(code, parameters, english);
    }

    private static Map<String, Object> parameters(JsonParser parser) {
        expect(parser, parser.currentToken() == JsonToken.START_OBJECT);
        Map<String, Object> parameters = new HashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            switch (parser.nextToken()) {
                case VALUE_STRING -> parameters.put(name, parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parameters.put(name, parser.getNumberValue());
                default -> expect(parser, false);
            }
        }
        return parameters;
    }

    private static void expect(JsonParser parser, boolean so) {
        if (!so) {
            throw new IllegalStateException(
                    "Stored reasons are not an array of sentences at " + parser.currentTokenLocation());
        }
    }
}
