package io.gatehouse.portal.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of the recording.
 *
 * @param at when it was made, in the time of the story
 * @param as user name of who made it
 * @param method of HTTP
 * @param path without host and query, not decoded
 * @param body of a JSON call; absent for others
 * @param parts of a form, by name; values are texts, or {@code blob:} and a SHA-256
 * @param blob SHA-256 of the bytes that were uploaded; absent for others
 * @param names 32 hex digits each, of runs and logged models that the call created
 * @param refused whether it was answered with a refusal
 */
record RecordedCall(
        Instant at,
        @JsonProperty("as") String as,
        String method,
        String path,
        @Nullable JsonNode body,
        @Nullable Map<String, String> parts,
        @Nullable String blob,
        @Nullable List<String> names,
        boolean refused) {}
