package io.gatehouse.portal.garbage;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the fields of a valid call apart and puts them together wrongly, as text, since garbage is seldom JSON. */
final class Mutilation {
    private final RandomGenerator random;

    Mutilation(RandomGenerator random) {
        this.random = random;
    }

    /** A body in place of the fields: between one and three of them are not what they were. */
    String body(ObjectNode fields) {
        List<List<String>> places = new ArrayList<>();
        places(fields, List.of(), places);
        List<List<String>> struck = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0 && !places.isEmpty(); i--) {
            struck.add(Words.of(random, places));
        }
        return written(fields, List.of(), struck);
    }

    /** Every field at every depth. */
    static void places(JsonNode node, List<String> at, List<List<String>> into) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                below(field.getKey(), field.getValue(), at, into);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                below(String.valueOf(i), array.get(i), at, into);
            }
        }
    }

    private static void below(String name, JsonNode value, List<String> at, List<List<String>> into) {
        List<String> place = new ArrayList<>(at);
        place.add(name);
        into.add(List.copyOf(place));
        places(value, place, into);
    }

    private String written(JsonNode node, List<String> at, List<List<String>> struck) {
        if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                List<String> place = new ArrayList<>(at);
                place.add(field.getKey());
                if (struck.contains(place)) {
                    fields.addAll(replaced(field.getKey(), field.getValue()));
                } else {
                    fields.add(quoted(field.getKey()) + ":" + written(field.getValue(), place, struck));
                }
            }
            return "{" + String.join(",", fields) + "}";
        }
        if (node instanceof ArrayNode array) {
            List<String> elements = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                List<String> place = new ArrayList<>(at);
                place.add(String.valueOf(i));
                elements.add(struck.contains(place) ? Words.value(random) : written(array.get(i), place, struck));
            }
            return "[" + String.join(",", elements) + "]";
        }
        return node.toString();
    }

    /** What stands in place of a field: nothing, or one or two others. */
    private List<String> replaced(String name, JsonNode value) {
        return switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> List.of(field(name, value.toString()), field(name, Words.value(random)));
            case 2 -> List.of(field(camel(name), value.toString()));
            case 3 -> List.of(field(name, value.toString()), field(camel(name), Words.value(random)));
            case 4 ->
                List.of(field(
                        Words.of(
                                random,
                                List.of(
                                        name.toUpperCase(java.util.Locale.ROOT),
                                        name + " ",
                                        "",
                                        name + "\\u0000",
                                        "__proto__")),
                        value.toString()));
            case 5 ->
                List.of(field(
                        name,
                        "[" + (value + ",").repeat(Words.of(random, List.of(1, 101, 1_001, 5_000))) + value + "]"));
            case 6 -> List.of(field(name, repeated(value)));
            case 7 ->
                List.of(field(
                        name,
                        quoted(
                                value.isString()
                                        ? token(value.stringValue())
                                        : value.toString().replace("\"", "'"))));
            default -> List.of(field(name, fitting(name)));
        };
    }

    private String fitting(String name) {
        if (name.equals("filter") && random.nextInt(6) > 0) {
            return quoted(Words.filter(random));
        }
        if (name.equals("order_by") && random.nextInt(3) > 0) {
            return "[" + quoted(Words.order(random)) + "," + quoted(Words.order(random)) + "]";
        }
        if (name.equals("page_token") && random.nextInt(3) > 0) {
            return quoted(token("eyJvZmZzZXQiOiAxfQ=="));
        }
        return Words.value(random);
    }

    /** More of a list than fits in a batch. */
    private String repeated(JsonNode value) {
        if (!(value instanceof ArrayNode array) || array.isEmpty()) {
            return Words.value(random);
        }
        String element = array.get(0).toString();
        return "[" + (element + ",").repeat(Words.of(random, List.of(100, 1_000, 1_001, 20_000))) + element + "]";
    }

    /** A token that was tampered with. */
    private String token(String token) {
        return switch (random.nextInt(6)) {
            case 0 -> token.substring(0, random.nextInt(token.length() + 1));
            case 1 -> token + "A";
            case 2 ->
                Base64.getEncoder()
                        .encodeToString(("{\"offset\":"
                                        + Words.of(
                                                random,
                                                List.of("0", "-1", "1e9", "9223372036854775807", "\"x\"", "null"))
                                        + "}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case 3 -> flipped(token);
            case 4 -> "=".repeat(random.nextInt(1, 9));
            default -> Base64.getUrlEncoder().encodeToString(bytes(random.nextInt(1, 80)));
        };
    }

    private String flipped(String token) {
        if (token.isEmpty()) {
            return "A";
        }
        int at = random.nextInt(token.length());
        return token.substring(0, at) + (char) ('A' + random.nextInt(26)) + token.substring(at + 1);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String field(String name, String value) {
        return quoted(name) + ":" + value;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    static String camel(String name) {
        int underscore = name.indexOf('_');
        return underscore < 0 || underscore + 1 == name.length()
                ? name
                : name.substring(0, underscore)
                        + Character.toUpperCase(name.charAt(underscore + 1))
                        + name.substring(underscore + 2);
    }
}
