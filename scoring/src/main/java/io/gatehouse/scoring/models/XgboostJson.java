package io.gatehouse.scoring.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * XGBoost's JSON of a model, read as a stream, since trees by the thousand would fill the heap. Its shape:
 * https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html
 */
final class XgboostJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Sections whose texts are params; the names inside them are XGBoost's own. */
    private static final Set<String> PARAM_SECTIONS = Set.of("gbtree_model_param", "learner_model_param", "objective");

    private final Map<String, String> params = new TreeMap<>();
    private final Map<String, String> attributes = new TreeMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> version = new ArrayList<>();
    private String booster = "gbtree";
    private String objective = "";
    private int trees;
    private int deepest;
    private int mostLeaves;

    private XgboostJson() {}

    /** @throws tools.jackson.core.JacksonException if it is not JSON */
    static XgboostJson read(byte[] json) {
        XgboostJson model = new XgboostJson();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            model.object(parser, "", "");
        }
        return model;
    }

    ModelFacts facts(String sha256, String modelClass, @Nullable String writtenBy, int rounds) {
        TreeMap<String, String> told = new TreeMap<>(params);
        boolean estimated = !"0".equals(told.remove("boost_from_average"));
        if (estimated) {
            told.remove("base_score"); // It was estimated from the labels, so no param says it.
        }
        told.values().removeIf(String::isEmpty);
        told.keySet().removeAll(Set.of("num_trees", "num_feature", "num_target"));
        told.remove("num_class", "0");
        told.remove("name");
        told.put("booster", booster);
        told.put("objective", objective);
        String best = attributes.get("best_iteration");
        return new ModelFacts(
                sha256,
                modelClass,
                writtenBy != null ? writtenBy : version.isEmpty() ? null : String.join(".", version),
                booster,
                objective,
                rounds,
                trees,
                deepest,
                mostLeaves,
                best != null && best.matches("\\d{1,6}") ? Integer.valueOf(best) : null,
                names,
                types,
                told);
    }

    /** @param section the nearest named object around */
    private void object(JsonParser parser, String section, String outer) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(parser, name, section);
            } else if (value == JsonToken.START_ARRAY) {
                array(parser, name);
            } else {
                scalar(section, outer, name, parser.getValueAsString());
            }
        }
    }

    private void array(JsonParser parser, String name) {
        switch (name) {
            case "feature_names" -> texts(parser, names);
            case "feature_types" -> texts(parser, types);
            case "version" -> texts(parser, version);
            case "trees" -> {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    tree(parser);
                }
            }
            default -> parser.skipChildren();
        }
    }

    private void scalar(String section, String outer, String name, @Nullable String text) {
        String value = text == null ? "" : text;
        if (section.equals("attributes")) {
            attributes.put(name, value);
        } else if (section.equals("objective") && name.equals("name")) {
            objective = value;
        } else if ((section.equals("gradient_booster") || section.equals("gbtree")) && name.equals("name")) {
            // dart wraps a gbtree and names itself outside of it.
            booster = section.equals("gradient_booster") ? value : booster;
        } else if (PARAM_SECTIONS.contains(section) || outer.equals("objective")) {
            params.put(name, value);
        }
    }

    private static void texts(JsonParser parser, List<String> into) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(String.valueOf(parser.getValueAsString()));
        }
    }

    private void tree(JsonParser parser) {
        List<Integer> left = List.of();
        List<Integer> parents = List.of();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName().toLowerCase(Locale.ROOT);
            parser.nextToken();
            switch (name) {
                case "left_children" -> left = numbers(parser);
                case "parents" -> parents = numbers(parser);
                default -> parser.skipChildren();
            }
        }
        trees++;
        mostLeaves = Math.max(
                mostLeaves, (int) left.stream().filter(child -> child < 0).count());
        deepest = Math.max(deepest, depth(left, parents));
    }

    private static List<Integer> numbers(JsonParser parser) {
        List<Integer> numbers = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(parser.getIntValue());
        }
        return numbers;
    }

    /** A node is written after its parent; one that claims otherwise stands at the root. */
    private static int depth(List<Integer> left, List<Integer> parents) {
        int[] depths = new int[parents.size()];
        int deepest = 0;
        for (int node = 1; node < Math.min(depths.length, left.size()); node++) {
            int parent = parents.get(node);
            depths[node] = parent >= 0 && parent < node ? depths[parent] + 1 : 0;
            deepest = Math.max(deepest, depths[node]);
        }
        return deepest;
    }
}
