package io.gatehouse.risklist;

import io.gatehouse.sentences.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reasons of a row as it keeps them: an array of numbers, {@code [12,3,40]}, each the place of a sentence among those of its list;
 * or of sentences in full, where a list has more different ones than it keeps apart. A list may have a million rows with three reasons
 * each, so sentences are read token by token: binding them took more than half of the time that a page of rows took.
 */
final class StoredReasons {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredReasons() {}

    /** Gives the reasons of one list their numbers while it is written. */
    static final class Numbers {
        /** All are read with the first row of the list and kept for some time: a few megabytes. */
        static final int MOST = 4_096;

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<Integer, String> unwritten = new LinkedHashMap<>();

        String write(List<Sentence> reasons) {
            StringBuilder array = new StringBuilder("[");
            for (Sentence reason : reasons) {
                String sentence = JSON.writeValueAsString(reason);
                Integer number = number(sentence);
                array.append(array.length() > 1 ? "," : "").append(number == null ? sentence : number.toString());
            }
            return array.append(']').toString();
        }

        private @Nullable Integer number(String sentence) {
            Integer known = numbers.get(sentence);
            if (known != null || numbers.size() == MOST) {
                return known;
            }
            int next = numbers.size();
            numbers.put(sentence, next);
            unwritten.put(next, sentence);
            return next;
        }

        /** Those that came up since this was asked last: each with its number, from 0. */
        Map<Integer, String> unwritten() {
            Map<Integer, String> since = Map.copyOf(unwritten);
            unwritten.clear();
            return since;
        }
    }

    /** One that has a number. */
    static Sentence sentence(String stored) {
        return parsed("[" + stored + "]", List.of()).getFirst();
    }

    /**
     * @param stored by {@link Numbers#write}
     * @param numbered the sentences of the list that have a number, by it
     * @throws IllegalStateException if it is no array of these
     */
    static List<Sentence> read(String stored, List<Sentence> numbered) {
        List<Sentence> reasons = new ArrayList<>();
        int number = -1;
        for (int i = 1; i < stored.length(); i++) {
            char character = stored.charAt(i);
            if (character >= '0' && character <= '9' && number < numbered.size()) {
                number = Math.max(number, 0) * 10 + character - '0';
            } else if ((character == ',' || character == ']') && number >= 0) {
                reasons.add(numbered(number, numbered));
                number = -1;
            } else {
                return parsed(stored, numbered);
            }
        }
        return stored.startsWith("[") && stored.endsWith("]") ? reasons : parsed(stored, numbered);
    }

    private static Sentence numbered(int number, List<Sentence> numbered) {
        if (number < 0 || number >= numbered.size()) {
            throw new IllegalStateException(
                    "There is no reason " + number + " among the " + numbered.size() + " of the list");
        }
        return numbered.get(number);
    }

    private static List<Sentence> parsed(String stored, List<Sentence> numbered) {
        List<Sentence> reasons = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(stored)) {
            expect(parser, parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    reasons.add(numbered(parser.getIntValue(), numbered));
                } else {
                    expect(parser, parser.currentToken() == JsonToken.START_OBJECT);
                    reasons.add(sentence(parser));
                }
            }
        } catch (JacksonException damaged) {
            throw new IllegalStateException("Stored reasons are not an array of sentences", damaged);
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
