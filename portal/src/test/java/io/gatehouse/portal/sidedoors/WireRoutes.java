package io.gatehouse.portal.sidedoors;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The calls of MLflow's protocol as the router has them: each once, whichever of the two prefixes it comes by, and without it. */
final class WireRoutes {
    private final RequestMappingHandlerMapping mappings;

    WireRoutes(RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** Such as {@code GET runs/get}. */
    Set<String> all() {
        return calls(method -> true);
    }

    /** All that are no plain reading. */
    Set<String> otherThanGet() {
        return calls(method -> !method.equals("GET"));
    }

    private Set<String> calls(Predicate<String> methods) {
        Set<String> calls = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().equals("io.gatehouse.portal.mlflow")) {
                calls.addAll(calls(info, methods));
            }
        });
        return calls;
    }

    private static Set<String> calls(RequestMappingInfo info, Predicate<String> wanted) {
        // Whatever no controller serves is answered as unknown, under every method.
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .filter(wanted)
                .collect(Collectors.toSet());
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replace("/ajax-api/", "/api/").replace("/api/2.0/mlflow/", ""))
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern))
                .collect(Collectors.toSet());
    }
}
