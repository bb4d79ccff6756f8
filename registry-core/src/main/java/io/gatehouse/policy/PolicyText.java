package io.gatehouse.policy;

import io.gatehouse.audit.CanonicalJson;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.sentences.Sentences;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Policies as text: YAML, or JSON, which is YAML too, in; canonical JSON out, with fractions as text so that all platforms agree on them. */
public final class PolicyText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private PolicyText() {}

    /** What became of a text. */
    public sealed interface Reading {
        record Understood(PolicyDocument document) implements Reading {}

        /** @param sentence names the field and what is wrong with it */
        record Rejected(Sentence sentence) implements Reading {}
    }

    /** Reads a policy and checks that it can be meant. */
    public static Reading parse(String text) {
        Object tree;
        try {
            tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException fault) {
            return rejected("the text", "is neither YAML nor JSON: " + firstLine(fault));
        }
        if (!(tree instanceof Map<?, ?> fields)) {
            return rejected("the text", "is not a list of fields");
        }
        Map<String, @Nullable Object> allowed = new LinkedHashMap<>();
        fields.forEach((key, value) -> allowed.put(String.valueOf(key), value));
        allowed.putIfAbsent("unavailable", null);
        try {
            PolicyDocument document = JSON.convertValue(allowed, PolicyDocument.class);
            return PolicyRanges.fault(document)
                    .<Reading>map(Reading.Rejected::new)
                    .orElseGet(() -> new Reading.Understood(document));
        } catch (MismatchedInputException fault) {
            return rejected(path(fault), firstLine(fault));
        } catch (JacksonException | NullPointerException fault) {
            return rejected("the text", "lacks a field: " + firstLine(fault));
        }
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

    private static Reading rejected(String field, String problem) {
        return new Reading.Rejected(Sentences.say("policy.rejected", "field", field, "problem", problem));
    }

    private static String path(MismatchedInputException fault) {
        List<String> names = fault.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .toList();
        return names.isEmpty() ? "the text" : String.join(".", names);
    }

    private static String firstLine(RuntimeException fault) {
        String message = String.valueOf(
                fault instanceof JacksonException jackson ? jackson.getOriginalMessage() : fault.getMessage());
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
