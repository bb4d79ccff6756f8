package io.gatehouse.portal.garbage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back over a connection.
 *
 * @param status of HTTP; 0 where the server closed the connection without a word
 * @param headers by their names in lower case
 * @param body as it came, without the marks of its chunks
 */
record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply closed() {
        return new Reply(0, Map.of(), new byte[0]);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    String type() {
        return headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    }

    /** A missing node where the body is no JSON. */
    JsonNode json() {
        try {
            return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    /** Text at a JSON pointer; empty if there is none. */
    String at(String pointer) {
        return json().at(pointer).asString("");
    }

    boolean refused() {
        return status >= 400;
    }
}
