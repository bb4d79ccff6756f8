package io.gatehouse.portal.security;

import io.gatehouse.portal.mlflow.MlflowError;
import io.gatehouse.portal.mlflow.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers those who do not come in, in the language of the path that they asked for; never in HTML on a path for programs. */
final class DoorRefusals {
    /** Of answers to programs, none of which is a page: should a browser take one for it, it loads nothing and is framed nowhere. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private DoorRefusals() {}

    static void refuse(String uri, HttpServletResponse response, MlflowError error, String message) throws IOException {
        setHeaders(response);
        if (ApiPaths.isOurs(uri)) {
            write(
                    response,
                    error.status(),
                    problem(error.status(), error.name(), title(error), message, wayOut(error)));
        } else if (ApiPaths.isMlflows(uri)) {
            WireJson.refuse(response, error, message);
        } else {
            response.setStatus(error.status());
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(message);
        }
    }

    /** A request of which not even the address could be read: whoever sent it finds the answer in the language that they expect. */
    static void unread(HttpServletResponse response, MlflowError error, String message) throws IOException {
        setHeaders(response);
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("error_code", error.name());
        both.put("message", message);
        both.putAll(problem(error.status(), error.name(), title(error), message, wayOut(error)));
        WireJson.write(response, error.status(), both);
    }

    private static void setHeaders(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    /** What is too large to be read, in the shape of every problem of our API. */
    static void tooLarge(HttpServletResponse response, long largest) throws IOException {
        write(
                response,
                413,
                problem(
                        413,
                        "TOO_LARGE",
                        "Content Too Large",
                        "The body has more than " + largest + " bytes, which no call of this kind needs.",
                        "Shorten it and send it again."));
    }

    private static Map<String, Object> problem(int status, String code, String title, String sentence, String wayOut) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", sentence);
        problem.put("code", code);
        problem.put("sentence", sentence);
        problem.put("way_out", wayOut);
        return problem;
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> problem)
            throws IOException {
        WireJson.write(response, status, "application/problem+json", problem);
    }

    private static String wayOut(MlflowError error) {
        return switch (error) {
            case UNAUTHENTICATED ->
                "Send credentials that are valid: an access token as a bearer token or, where passwords open, HTTP basic.";
            case PERMISSION_DENIED -> "Ask somebody who has the role, or an administrator for it.";
            case INTERNAL_ERROR -> "Tell your administrator when it happened.";
            default -> "Correct the request and send it again.";
        };
    }

    private static String title(MlflowError error) {
        return switch (error) {
            case UNAUTHENTICATED -> "Sign in first";
            case PERMISSION_DENIED -> "Not permitted";
            default -> "Bad request";
        };
    }
}
