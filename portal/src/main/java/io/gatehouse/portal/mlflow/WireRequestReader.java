package io.gatehouse.portal.mlflow;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives controllers the {@link WireRequest} of a call. GET reads the query string, or a JSON body where there is none; every other
 * method reads the body, DELETE included. POST and PUT must say {@code application/json}: no HTML form can, and that is the guard
 * against forged cross-site requests.
 */
final class WireRequestReader implements HandlerMethodArgumentResolver {
    /** MLflow documents 1 MB for a batch; datasets with a profile are larger. */
    private static final int LARGEST_BODY = 32 * 1024 * 1024;

    private static final Set<String> TYPED = Set.of("POST", "PUT");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WireRequest.class;
    }

    @Override
    public WireRequest resolveArgument(
            MethodParameter parameter,
            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @org.jspecify.annotations.Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request =
                java.util.Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String query = request.getQueryString();
        if (get && query != null && !query.isEmpty()) {
            return WireRequest.ofQuery(fromQuery(parameters(request)));
        }
        if (TYPED.contains(request.getMethod())) {
            requireJson(request.getContentType());
        }
        return WireRequest.ofBody(fromBody(request));
    }

    private static void requireJson(@org.jspecify.annotations.Nullable String contentType) {
        String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw MlflowRefusal.invalid("Bad Request. Content-Type must be application/json, not '" + type + "'.");
        }
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            // What Tomcat throws for percent signs that stand for no UTF-8.
            throw MlflowRefusal.invalid("Bad Request. The query string cannot be read: it is not UTF-8.");
        }
    }

    private static ObjectNode fromQuery(Map<String, String[]> parameters) {
        ObjectNode fields = WireJson.MAPPER.createObjectNode();
        parameters.forEach((name, values) -> {
            ArrayNode repetitions = fields.putArray(name);
            for (String value : values) {
                repetitions.add(value);
            }
        });
        return fields;
    }

    /** What cannot be read counts as an empty object, so that the answer names the first field that is missing. */
    private static ObjectNode fromBody(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw MlflowRefusal.invalid("The request body exceeds the maximum size of " + LARGEST_BODY + " bytes.");
        }
        if (body.length == 0) {
            return WireJson.MAPPER.createObjectNode();
        }
        try {
            JsonNode tree = WireJson.MAPPER.readTree(body);
            if (tree.isString()) {
                // Old clients encode the object twice.
                tree = WireJson.MAPPER.readTree(tree.stringValue());
            }
            return tree instanceof ObjectNode object ? object : WireJson.MAPPER.createObjectNode();
        } catch (JacksonException unreadable) {
            return WireJson.MAPPER.createObjectNode();
        }
    }
}
