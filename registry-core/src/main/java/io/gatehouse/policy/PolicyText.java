package io.gatehouse.policy;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.sentences.Sentence;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
