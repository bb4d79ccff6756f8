package io.gatehouse.policy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Holds the tree of a text against the record that it should become and notes every place where the two differ, so that an author sees
 * all faults at once and in which line each stands.
 */
final class PolicyShape {
    private final List<PolicyFault> faults = new ArrayList<>();
    private final Map<String, Mark> places = new HashMap<>();

    private PolicyShape() {}

    static PolicyShape of(Node root) {
        PolicyShape shape = new PolicyShape();
        shape.record("", root, PolicyDocument.class);
        return shape;
    }

    /** In the order of their lines. */
    List<PolicyFault> faults() {
        return faults;
    }

    /** The same fault with the place of its field, or of the nearest field around it. */
    PolicyFault placed(PolicyFault fault) {
        String path = fault.field();
        while (!places.containsKey(path) && path.contains(".")) {
            path = path.substring(0, path.lastIndexOf('.'));
        }
        return at(places.get(path), fault.field(), fault.problem());
    }

    private void record(String path, Node node, Class<?> type) {
        if (!(node instanceof MappingNode mapping)) {
            fault(node, path.isEmpty() ? "the text" : path, "must be a list of fields");
            return;
        }
        Map<String, RecordComponent> known = components(type);
        Map<String, Node> given = fields(path, mapping, known.keySet());
        known.forEach((name, component) -> {
            Node value = given.get(name);
            boolean absent = value == null || value.getTag().equals(Tag.NULL);
            if (absent && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                fault(value == null ? mapping : value, join(path, name), "is missing");
            } else if (!absent) {
                value(join(path, name), Objects.requireNonNull(value), component.getGenericType());
            }
        });
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .collect(Collectors.toMap(
                        component -> snake(component.getName()), c -> c, (one, other) -> one, LinkedHashMap::new));
    }

    private Map<String, Node> fields(String path, MappingNode mapping, Collection<String> known) {
        Map<String, Node> given = new HashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            places.putIfAbsent(join(path, name), field.getKeyNode().getStartMark());
            if (!known.contains(name)) {
                fault(field.getKeyNode(), join(path, name), "is not a field of a policy" + nearest(name, known));
            } else if (given.put(name, field.getValueNode()) != null) {
                fault(field.getKeyNode(), join(path, name), "is written twice");
            }
        }
        return given;
    }

    private void value(String path, Node node, Type type) {
        if (type instanceof ParameterizedType many) {
            container(path, node, many);
        } else if (type == Approvals.class && node instanceof ScalarNode) {
            scalar(path, node, int.class);
        } else if (type instanceof Class<?> single && single.isRecord()) {
            record(path, node, single);
        } else if (type instanceof Class<?> single) {
            scalar(path, node, single);
        }
    }

    private void container(String path, Node node, ParameterizedType type) {
        boolean list = type.getRawType() == List.class;
        if (list && node instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue();
            for (int i = 0; i < items.size(); i++) {
                value(path + "[" + (i + 1) + "]", items.get(i), type.getActualTypeArguments()[0]);
            }
        } else if (!list && node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(entry -> value(
                            join(path, entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : ""),
                            entry.getValueNode(),
                            type.getActualTypeArguments()[1]));
        } else {
            fault(node, path, list ? "must be a list, such as [a, b]" : "must be a list of names with values");
        }
    }

    private void scalar(String path, Node node, Class<?> type) {
        if (!(node instanceof ScalarNode scalar)) {
            fault(node, path, "must be a single value");
        } else if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            require(names.contains(scalar.getValue()), node, path, "must be one of " + String.join(", ", names));
        } else if (type == int.class || type == Integer.class) {
            require(isWhole(scalar), node, path, "must be a whole number");
        } else if (type == double.class) {
            require(isNumber(scalar), node, path, "must be a number such as 0.80, without a percent sign");
        } else if (type == boolean.class || type == Boolean.class) {
            require(scalar.getTag().equals(Tag.BOOL), node, path, "must be true or false");
        }
    }

    private void require(boolean met, Node node, String path, String problem) {
        if (!met) {
            fault(node, path, problem);
        }
    }

    private void fault(Node node, String path, String problem) {
        faults.add(at(node.getStartMark(), path, problem));
    }

    private static PolicyFault at(@Nullable Mark mark, String path, String problem) {
        return mark == null
                ? new PolicyFault(0, 0, path, problem)
                : new PolicyFault(mark.getLine() + 1, mark.getColumn() + 1, path, problem);
    }

    private static boolean isWhole(ScalarNode scalar) {
        return scalar.getValue().matches("[+-]?\\d{1,9}");
    }

    private static boolean isNumber(ScalarNode scalar) {
        return scalar.getValue().matches("[+-]?\\d{0,15}\\.?\\d{1,15}([eE][+-]?\\d{1,2})?");
    }

    /** The known name that shares the longest beginning, from three letters on. */
    private static String nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> shared(candidate, name) >= 3)
                .max((a, b) -> Integer.compare(shared(a, name), shared(b, name)))
                .map(found -> "; did you mean " + found + "?")
                .orElseGet(() -> "; the fields here are " + String.join(", ", known));
    }

    private static int shared(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
