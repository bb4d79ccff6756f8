package io.gatehouse.portal.mlflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the wire: its own mapper, because MLflow's rules on absent fields, NaN and field names differ from those of our API. */
public final class WireJson {
    /** Longest text in a request: a dataset's profile may have 16 MiB. */
    private static final int LONGEST_TEXT = 17 * 1024 * 1024;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    override -> override.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private WireJson() {}

    /** Writes a body with its status. */
    public static void write(HttpServletResponse response, int status, Object body) throws IOException {
        write(response, status, "application/json", body);
    }

    /** Writes a body under another name for JSON, such as that of problem details. */
    public static void write(HttpServletResponse response, int status, String contentType, Object body)
            throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Writes an error body; the status follows from the code. */
    public static void refuse(HttpServletResponse response, MlflowError error, String message) throws IOException {
        refuse(response, error.status(), error, message);
    }

    /** Writes an error body under another status than the code's own. */
    static void refuse(HttpServletResponse response, int status, MlflowError error, String message) throws IOException {
        write(response, status, new ErrorBody(error.name(), message));
    }

    /** What is said when the fault is ours: no detail leaves the house, the log has it under the request id. */
    static String ourFault() {
        return "Gatehouse failed to answer this request. The log tells why, under request id " + MDC.get("requestId")
                + ".";
    }

    static String compact(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    private record ErrorBody(String errorCode, String message) {}
}
