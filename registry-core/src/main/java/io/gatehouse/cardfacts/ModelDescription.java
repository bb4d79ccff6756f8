package io.gatehouse.cardfacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the file {@code MLmodel} beside a model says of it: plain text that MLflow's clients write, read without making anything of it.
 *
 * @param flavors such as {@code xgboost}
 * @param environment versions that it names, such as {@code Python 3.11.9}
 */
record ModelDescription(List<String> flavors, List<String> environment) {
    private static final int DEEPEST = 30;
    private static final String GENERIC = "python_function";

    /** Empty if the text is no description. */
    static Optional<ModelDescription> read(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        try {
            return new Yaml(new SafeConstructor(limits)).load(text) instanceof Map<?, ?> fields
                    ? Optional.of(of(fields))
                    : Optional.empty();
        } catch (YAMLException unreadable) {
            return Optional.empty();
        }
    }

    private static ModelDescription of(Map<?, ?> fields) {
        Map<?, ?> flavors = fields.get("flavors") instanceof Map<?, ?> named ? named : Map.of();
        List<String> names = flavors.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !name.equals(GENERIC))
                .sorted()
                .toList();
        List<String> environment = new ArrayList<>();
        if (flavors.get(GENERIC) instanceof Map<?, ?> generic && generic.get("python_version") != null) {
            environment.add("Python " + generic.get("python_version"));
        }
        flavors.forEach((name, settings) -> {
            if (settings instanceof Map<?, ?> of) {
                of.forEach((key, value) -> {
                    if (String.valueOf(key).matches("(xgb|sklearn|lgb|catboost|pytorch|onnx)_version")) {
                        environment.add(name + " " + value);
                    }
                });
            }
        });
        if (fields.get("mlflow_version") != null) {
            environment.add("MLflow " + fields.get("mlflow_version"));
        }
        return new ModelDescription(names, List.copyOf(environment));
    }
}
