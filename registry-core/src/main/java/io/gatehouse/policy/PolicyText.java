package io.gatehouse.policy;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.sentences.Sentence;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Policies as text: YAML, or JSON, which is YAML too, in; canonical JSON out, with fractions as text so that all platforms agree on them. */
public final class PolicyText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PolicyText() {}

    /** What became of a text. */
    public sealed interface Reading {
        record Understood(PolicyDocument document) implements Reading {}

        /** @param faults all of them, in the order of their lines; at least one */
        record Rejected(List<PolicyFault> faults) implements Reading {
            public Rejected {
                faults = List.copyOf(faults);
            }

            /** What is wrong, with lines and fields. */
            public Sentence sentence() {
                return PolicyFault.sentence(faults);
            }
        }
    }

    /** Reads a policy and checks that it can be meant. */
    public static Reading parse(String text) {
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                return rejected(new PolicyFault(1, 1, "the text", "is empty"));
            }
            PolicyShape shape = PolicyShape.of(root);
            return shape.faults().isEmpty() ? meant(shape, yaml().load(text)) : new Reading.Rejected(shape.faults());
        } catch (MarkedYAMLException fault) {
            Mark mark = fault.getProblemMark();
            return rejected(new PolicyFault(
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "the text",
                    "is neither YAML nor JSON: " + firstLine(fault)));
        } catch (YAMLException fault) {
            return rejected(new PolicyFault(0, 0, "the text", "is neither YAML nor JSON: " + firstLine(fault)));
        }
    }

    private static Reading meant(PolicyShape shape, Map<String, @Nullable Object> fields) {
        try {
            PolicyDocument document = JSON.convertValue(fields, PolicyDocument.class);
            List<PolicyFault> faults =
                    PolicyRanges.faults(document).stream().map(shape::placed).toList();
            return faults.isEmpty() ? new Reading.Understood(document) : new Reading.Rejected(faults);
        } catch (JacksonException fault) {
            return rejected(new PolicyFault(0, 0, "the text", "cannot be read: " + firstLine(fault)));
        }
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /** The bytes that are stored and hashed. */
    public static String canonical(PolicyDocument document) {
        return CanonicalJson.write(exact(JSON.valueToTree(document)));
    }

    /** The text that people read and edit: YAML in block style, which {@link #parse} reads back as the same policy. */
    public static String yaml(PolicyDocument document) {
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        block.setSplitLines(false);
        block.setIndicatorIndent(2);
        block.setIndentWithIndicator(true);
        return new Yaml(block).dump(written(JSON.valueToTree(document)));
    }

    /** Each single value by its path, such as {@code fairness.tolerance}, as it is written; lists of single values in one line. */
    static Map<String, String> fields(PolicyDocument document) {
        Map<String, String> fields = new LinkedHashMap<>();
        flatten("", JSON.valueToTree(document), fields);
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (node.isArray()) {
            fields.put(
                    path,
                    node.valueStream()
                            .map(item -> item.isObject()
                                    ? item.valueStream().map(JsonNode::asString).collect(Collectors.joining(" as "))
                                    : item.asString())
                            .collect(Collectors.joining(", ")));
        } else if (!node.isNull()) {
            fields.put(path, String.valueOf(written(node)));
        }
    }

    /** As {@link #exact}, with fractions as numbers and without what is absent. */
    private static @Nullable Object written(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> fields.put(field.getKey(), written(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(PolicyText::written).toList();
        }
        return node.isFloatingPointNumber()
                ? BigDecimal.valueOf(node.doubleValue()).stripTrailingZeros()
                : JSON.convertValue(node, new TypeReference<Object>() {});
    }

    private static @Nullable Object exact(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), exact(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(PolicyText::exact).toList();
        }
        if (node.isFloatingPointNumber()) {
            return BigDecimal.valueOf(node.doubleValue()).stripTrailingZeros().toPlainString();
        }
        return node.isNull() ? null : JSON.convertValue(node, new TypeReference<Object>() {});
    }

    private static Reading rejected(PolicyFault fault) {
        return new Reading.Rejected(List.of(fault));
    }

    private static String firstLine(RuntimeException fault) {
        String message = String.valueOf(
                fault instanceof JacksonException jackson ? jackson.getOriginalMessage() : fault.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
