package io.gatehouse.portal.security;

import io.gatehouse.portal.mlflow.MlflowError;
import io.gatehouse.portal.mlflow.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Answers those who do not come in, in the language of the path that they asked for; never in HTML on a path for programs. */
final class DoorRefusals {
    private DoorRefusals() {}

    static void refuse(String uri, HttpServletResponse response, MlflowError error, String message) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        if (ApiPaths.isOurs(uri)) {
            Map<String, Object> problem =
                    Map.of("type", "about:blank", "title", title(error), "status", error.status(), "detail", message);
            WireJson.write(response, error.status(), "application/problem+json", problem);
        } else if (ApiPaths.isMlflows(uri)) {
            WireJson.refuse(response, error, message);
        } else {
            response.setStatus(error.status());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(message);
        }
    }

    private static String title(MlflowError error) {
        return switch (error) {
            case UNAUTHENTICATED -> "Sign in first";
            case PERMISSION_DENIED -> "Not permitted";
            default -> "Bad request";
        };
    }
}
