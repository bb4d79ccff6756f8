package io.gatehouse.portal.garbage;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call as an honest client makes it.
 *
 * @param route as the router has it, such as {@code POST /api/2.0/mlflow/runs/create}
 * @param path with its variables filled in
 * @param fields of the query of a GET, of the body of anything else; absent where the body is no JSON
 * @param content of such a body
 * @param contentType of the body; empty for none
 * @param person who makes it
 * @param expected status of the answer
 */
record Call(
        String route,
        String path,
        @Nullable ObjectNode fields,
        String content,
        String contentType,
        String person,
        int expected) {
    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    boolean reads() {
        return Speaker.reads(method());
    }

    /** Path and query. */
    String target() {
        ObjectNode query = fields;
        return reads() && query != null && !query.isEmpty() ? path + "?" + Speaker.query(query) : path;
    }

    byte[] body() {
        if (reads()) {
            return new byte[0];
        }
        return (fields == null ? content : fields.toString()).getBytes(StandardCharsets.UTF_8);
    }

    Call with(@Nullable ObjectNode other) {
        return new Call(route, path, other, content, contentType, person, expected);
    }

    Call by(String other) {
        return new Call(route, path, fields, content, contentType, other, expected);
    }

    boolean ofMlflow() {
        return !path.startsWith("/api/gatehouse");
    }
}
