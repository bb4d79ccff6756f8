package io.gatehouse.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it goes over the line: MLflow's body and headers, signed as Standard Webhooks (standardwebhooks.com) has it. The id of a
 * delivery stays the same when it is tried again, so that receivers can tell.
 */
record WebhookMessage(Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What happened, as it is kept until it is told. @param at when it happened */
    static String body(WebhookEvent event, Instant at, Map<String, @Nullable Object> data) {
        ObjectNode body = JSON.createObjectNode();
        body.put("entity", event.entity());
        body.put("action", event.action());
        body.put(
                "timestamp",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC)));
        body.set("data", JSON.valueToTree(data));
        return JSON.writeValueAsString(body);
    }

    /** @param secret to sign with; absent for an unsigned message @param now when it is sent */
    static WebhookMessage of(UUID delivery, String body, @Nullable String secret, Instant now) {
        String seconds = String.valueOf(now.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-MLflow-Delivery-Id", delivery.toString());
        headers.put("X-MLflow-Timestamp", seconds);
        if (secret != null) {
            headers.put("X-MLflow-Signature", "v1," + signature(secret, delivery + "." + seconds + "." + body));
        }
        return new WebhookMessage(headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }
}
