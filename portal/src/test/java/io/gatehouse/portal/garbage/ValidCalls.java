package io.gatehouse.portal.garbage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls that are mutilated: those of MLflow's protocol as {@code valid-calls.txt} has them, and those of our own API as it describes
 * them itself.
 */
final class ValidCalls {
    private static final String API = "/api/2.0/mlflow/";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\*{0,2}\\w*)=(\\w+)}");
    private static final Set<String> OF_SCREENS =
            Set.of("experiments/search-datasets", "metrics/get-history-bulk", "upload-artifact");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ValidCalls() {}

    static List<Call> ofMlflow(World world) {
        return lines().map(line -> call(line, world)).toList();
    }

    private static Stream<String> lines() {
        try (InputStream table = ValidCalls.class.getResourceAsStream("/valid-calls.txt")) {
            return new String(java.util.Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Call call(String line, World world) {
        String[] columns = line.split(" ", 5);
        String named = columns[3].split("\\?", 2)[0];
        String prefix = named.startsWith("/")
                ? ""
                : OF_SCREENS.contains(named) || named.contains("/artifacts/") ? "/ajax-api/2.0/mlflow/" : API;
        if (named.startsWith("artifacts/")) {
            prefix = API;
        }
        String pattern = VARIABLE.matcher(prefix + named)
                .replaceAll(variable -> variable.group(1).equals("**")
                        ? "**"
                        : "{" + variable.group(1).replace("*", "*") + "}");
        String path = VARIABLE.matcher(prefix + columns[3])
                .replaceAll(variable ->
                        java.util.regex.Matcher.quoteReplacement(world.filled("${" + variable.group(2) + "}")));
        boolean json = columns[4].startsWith("{");
        String type = columns[2].equals("GET") ? "" : json ? "application/json" : "application/octet-stream";
        return new Call(
                columns[2] + " " + pattern,
                world.filled(path),
                json ? world.object(columns[4]) : null,
                json ? "" : columns[4],
                type,
                columns[1],
                Integer.parseInt(columns[0]));
    }

    /** @param description OpenAPI's, of our own API */
    static List<Call> ofOurs(JsonNode description, World world) {
        List<Call> calls = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> calls.add(ours(
                                description,
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                world))));
        return calls;
    }

    private static Call ours(JsonNode description, String method, String pattern, JsonNode operation, World world) {
        String path = pattern;
        ObjectNode fields = JSON.createObjectNode();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", variable(name, world));
            } else if (method.equals("GET")) {
                fields.set(name, example(description, name, parameter.path("schema"), world, 0));
            }
        }
        JsonNode content = operation.path("requestBody").path("content");
        if (!method.equals("GET") && content.has("application/json")) {
            JsonNode body =
                    example(description, "", content.path("application/json").path("schema"), world, 0);
            fields = body instanceof ObjectNode object ? object : fields;
        }
        boolean parts = content.has("multipart/form-data");
        String type = method.equals("GET") ? "" : parts ? "multipart/form-data; boundary=b" : "application/json";
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n"
                        + "{\"model\":\"" + world.value("model")
                        + "\",\"version\":1,\"as_of\":\"2026-01-01\",\"threshold\":0.2}\r\n"
                        + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nid,score\r\n1,0.5\r\n--b--\r\n";
        return new Call(method + " " + pattern, path, parts ? null : fields, parts ? form : "", type, "adam", 0);
    }

    private static String variable(String name, World world) {
        return switch (name) {
            case "name", "model" -> world.value("model");
            case "version", "number" -> "1";
            case "alias" -> "champion";
            case "username" -> "dana";
            default -> "1";
        };
    }

    private static JsonNode example(JsonNode description, String name, JsonNode schema, World world, int depth) {
        JsonNode known = known(name, world);
        if (known != null && !schema.path("type").asString().equals("array")) {
            return known;
        }
        if (schema.has("$ref")) {
            return depth > 5
                    ? JSON.createObjectNode()
                    : example(
                            description,
                            name,
                            description.at(schema.path("$ref").asString().substring(1)),
                            world,
                            depth + 1);
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asString()) {
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "number" -> JSON.getNodeFactory().numberNode(0.5);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                array.add(example(description, name, schema.path("items"), world, depth + 1));
                yield array;
            }
            case "string" -> JSON.getNodeFactory().stringNode("word");
            default -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property -> object.set(
                                property.getKey(),
                                example(description, property.getKey(), property.getValue(), world, depth + 1)));
                yield object;
            }
        };
    }

    private static @org.jspecify.annotations.Nullable JsonNode known(String name, World world) {
        return switch (name) {
            case "model", "name" -> JSON.getNodeFactory().stringNode(world.value("model"));
            case "alias" -> JSON.getNodeFactory().stringNode("champion");
            case "use" -> JSON.getNodeFactory().stringNode("HUMAN_REVIEWED");
            case "at", "from", "to", "as_of" -> JSON.getNodeFactory().stringNode("2026-01-01");
            case "node" -> JSON.getNodeFactory().stringNode("version:" + world.value("model") + "/1");
            case "quarter" -> JSON.getNodeFactory().stringNode("2026-Q1");
            default -> null;
        };
    }
}
