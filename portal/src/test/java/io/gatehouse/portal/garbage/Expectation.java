package io.gatehouse.portal.garbage;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What every answer to garbage must be: never our fault, and a mistake of the client in the words of the protocol. */
final class Expectation {
    private static final Set<String> CODES = Set.of(
            "INVALID_PARAMETER_VALUE",
            "BAD_REQUEST",
            "RESOURCE_ALREADY_EXISTS",
            "UNAUTHENTICATED",
            "PERMISSION_DENIED",
            "RESOURCE_DOES_NOT_EXIST",
            "NOT_FOUND",
            "ENDPOINT_NOT_FOUND",
            "RESOURCE_CONFLICT",
            "NOT_IMPLEMENTED",
            "TEMPORARILY_UNAVAILABLE");
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\tat |org\\.h2|jdbc:|hibernate|\\bselect \\w+|io\\.gatehouse", Pattern.CASE_INSENSITIVE);

    /** What is said of values that no rule looked at before the database did. */
    private static final String UNNAMED = "A value is longer than this";

    private Expectation() {}

    /**
     * What is wrong with an answer.
     *
     * @param alone whether no other call can have got in the way, so that nobody has to be told to try again
     */
    static Optional<String> failedBy(Drawn drawn, Reply reply, boolean alone) {
        if (reply.status() == 0) {
            return drawn.whole ? Optional.of("closed without a word") : Optional.empty();
        }
        boolean gaveWay =
                reply.status() == 503 && !alone && reply.at("/error_code").equals("TEMPORARILY_UNAVAILABLE");
        if (reply.status() >= 500 && reply.status() != 501 && !gaveWay) {
            return Optional.of("our fault");
        }
        if (reply.refused() && INSIDE.matcher(reply.text()).find()) {
            return Optional.of("tells of the inside");
        }
        if (reply.text().contains(UNNAMED)) {
            return Optional.of("names no field");
        }
        if (!reply.refused() || drawn.head() || drawn.method.equals("OPTIONS")) {
            return Optional.empty();
        }
        if (drawn.target.startsWith("/api/gatehouse/")) {
            return missing(reply, "code", "sentence", "way_out");
        }
        if (drawn.target.startsWith("/api/") || drawn.target.startsWith("/ajax-api/")) {
            boolean ofOurs =
                    drawn.target.contains("/gatehouse/") && reply.json().has("code");
            return ofOurs || CODES.contains(reply.at("/error_code"))
                    ? missing(reply, ofOurs ? "sentence" : "message")
                    : Optional.of("no error code");
        }
        return Optional.empty();
    }

    private static Optional<String> missing(Reply reply, String... fields) {
        JsonNode body = reply.json();
        for (String field : fields) {
            if (body.path(field).asString("").isBlank()) {
                return Optional.of("no " + field);
            }
        }
        return Optional.empty();
    }
}
