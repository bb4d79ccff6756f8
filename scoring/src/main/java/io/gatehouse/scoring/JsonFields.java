package io.gatehouse.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object. The first field that holds something else than expected is kept as the fault. */
final class JsonFields {

    private final JsonNode object;
    private final String path;
    private final Faults faults;

    private static final class Faults {
        private @Nullable Refusal first;
    }

    JsonFields(JsonNode object) {
        this(object, "", new Faults());
    }

    private JsonFields(JsonNode object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    @Nullable
    Refusal fault() {
        return faults.first;
    }

    static Refusal fault(String field, String problem, String remedy) {
        return Refusal.of(RefusalCode.DESCRIPTION_FIELD, "field", field, "problem", problem, "remedy", remedy);
    }

    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    /** A text that names a column. */
    @Nullable
    String column(String name) {
        return read(name, JsonFields::text, "is not the name of a column", "Write the column's name as text.");
    }

    String columnOr(String name, String otherwise) {
        String column = column(name);
        return column == null ? otherwise : column;
    }

    String requiredColumn(String name) {
        String column = column(name);
        if (column == null) {
            keep(fault(path + name, "is missing", "Name the column that holds it."));
            return "";
        }
        return column;
    }

    /** A text, number or truth value, as text. */
    @Nullable
    String scalar(String name) {
        return read(
                name,
                JsonFields::scalarText,
                "is neither a text nor a number nor true or false",
                "Write a single value.");
    }

    List<String> columns(String name) {
        List<String> columns = read(
                name,
                JsonFields::textList,
                "is not a list of column names",
                "Write it as [\"plan_type\", \"region\"].");
        return columns == null ? List.of() : columns;
    }

    /** An object whose values are single values, as texts. */
    Map<String, String> texts(String name) {
        Map<String, String> texts = read(
                name,
                JsonFields::textMap,
                "is not an object of names and values",
                "Write it as {\"name\": \"value\"}.");
        return texts == null ? Map.of() : texts;
    }

    @Nullable
    JsonFields object(String name) {
        return read(
                name,
                node -> node.isObject() ? new JsonFields(node, path + name + ".", faults) : null,
                "is not an object",
                "Write it in braces.");
    }

    @Nullable
    Double numberUpToOne(String name) {
        return read(
                name,
                node -> node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() <= 1
                        ? node.doubleValue()
                        : null,
                "is not a number in 0..1",
                "Write the score at which the team acts, such as 0.2.");
    }

    @Nullable
    Integer days(String name) {
        return read(
                name,
                node -> node.isInt() && node.intValue() >= 0 ? node.intValue() : null,
                "is not a whole number of days",
                "Write a number such as 60.");
    }

    @Nullable
    Instant moment(String name) {
        return read(
                name,
                node -> node.isString() ? momentOf(node.stringValue().strip()) : null,
                "is not a date",
                "Write it as 2024-03-01 or 2024-03-01T00:00:00Z.");
    }

    private <T> @Nullable T read(String name, Function<JsonNode, @Nullable T> reader, String problem, String remedy) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        T value = reader.apply(node);
        if (value == null) {
            keep(fault(path + name, problem, remedy));
        }
        return value;
    }

    private void keep(Refusal refusal) {
        if (faults.first == null) {
            faults.first = refusal;
        }
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
    }

    private static @Nullable String scalarText(JsonNode node) {
        return node.isString() || node.isNumber() || node.isBoolean() ? node.asString() : null;
    }

    private static @Nullable List<String> textList(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node) {
            String text = text(element);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return node.isArray() ? texts : null;
    }

    private static @Nullable Map<String, String> textMap(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String text = scalarText(entry.getValue());
            if (text == null) {
                return null;
            }
            texts.put(entry.getKey().strip(), text.strip());
        }
        return node.isObject() ? texts : null;
    }

    private static @Nullable Instant momentOf(String text) {
        try {
            if (text.length() <= 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
