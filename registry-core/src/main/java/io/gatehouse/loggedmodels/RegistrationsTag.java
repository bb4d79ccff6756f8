package io.gatehouse.loggedmodels;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tag in which MLflow lists what a logged model was registered as. Server and client both write it, one with numbers and one with
 * text, so that each registration would be there twice; here it is there once.
 */
final class RegistrationsTag {
    static final String KEY = "mlflow.modelVersions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RegistrationsTag() {}

    private record Registration(String name, int version) {}

    /** The value with one more registration. */
    static String with(@Nullable String value, String name, int version) {
        List<Registration> all =
                new ArrayList<>(value == null ? List.of() : parse(value).orElse(List.of()));
        all.add(new Registration(name, version));
        return write(all);
    }

    /** The value without repeats; as it is if it is not such a list. */
    static String withoutRepeats(String value) {
        return parse(value).map(RegistrationsTag::write).orElse(value);
    }

    private static java.util.Optional<List<Registration>> parse(String value) {
        try {
            JsonNode list = JSON.readTree(value);
            List<Registration> found = new ArrayList<>();
            if (!list.isArray()) {
                return java.util.Optional.empty();
            }
            for (JsonNode one : list) {
                found.add(new Registration(
                        one.path("name").asString(),
                        Integer.parseInt(one.path("version").asString())));
            }
            return java.util.Optional.of(found);
        } catch (JacksonException | NumberFormatException notOurs) {
            return java.util.Optional.empty();
        }
    }

    private static String write(List<Registration> registrations) {
        // Spaced as Python writes it: there are those who compare the text.
        return new LinkedHashSet<>(registrations)
                .stream()
                        .map(one -> "{\"name\": " + JSON.writeValueAsString(one.name) + ", \"version\": " + one.version
                                + "}")
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
