package io.gatehouse.portal.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which paths programs call, and in whose language they are answered. */
final class ApiPaths {
    /** Patterns of the stateless door; everything else belongs to the screens. */
    static final String[] PATTERNS = {
        "/api/**", "/ajax-api/**", "/health", "/version", "/get-artifact", "/model-versions/get-artifact"
    };

    private ApiPaths() {}

    /** Ours, under {@code /api/gatehouse}: errors are problem details. */
    static boolean isOurs(HttpServletRequest request) {
        return isOurs(request.getRequestURI());
    }

    static boolean isOurs(String uri) {
        return uri.equals("/api/gatehouse") || uri.startsWith("/api/gatehouse/");
    }

    /** MLflow's: errors are MLflow's JSON. Judged on the raw path, since odd ones are refused before they are decoded. */
    static boolean isMlflows(String uri) {
        return !isOurs(uri)
                && (uri.startsWith("/api/")
                        || uri.startsWith("/ajax-api/")
                        || uri.startsWith("/get-artifact")
                        || uri.startsWith("/model-versions/get-artifact"));
    }
}
