package io.gatehouse.portal.garbage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says calls properly over one connection, as one of several people. */
final class Speaker implements AutoCloseable {
    private final RawConnection connection;
    private final Map<String, String> passwords;

    /** @param passwords by user name */
    Speaker(int port, Map<String, String> passwords) {
        this.connection = new RawConnection(port);
        this.passwords = passwords;
    }

    /** The value of the header by which a person signs in. */
    String authorization(String person) {
        String pair = person + ":" + passwords.getOrDefault(person, "");
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    Reply say(Call call) {
        byte[] body = call.body();
        StringBuilder head = new StringBuilder(call.method() + " " + call.target() + " HTTP/1.1\r\nHost: localhost\r\n")
                .append("Authorization: ")
                .append(authorization(call.person()))
                .append("\r\n");
        if (!call.contentType().isEmpty()) {
            head.append("Content-Type: ").append(call.contentType()).append("\r\n");
        }
        if (body.length > 0 || !call.method().equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return send(
                joined(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), body),
                true,
                call.method().equals("HEAD"));
    }

    Reply send(byte[] bytes, boolean whole, boolean head) {
        try {
            return connection.send(bytes, whole, head);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length + body.length);
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** Fields as a query, lists as repetitions. */
    static String query(ObjectNode fields) {
        return fields.properties().stream()
                .flatMap(field -> (field.getValue().isArray()
                                ? StreamSupport.stream(field.getValue().spliterator(), false)
                                : java.util.stream.Stream.of(field.getValue()))
                        .map(value -> encoded(field.getKey()) + "=" + encoded(text(value))))
                .collect(Collectors.joining("&"));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    static boolean reads(String method) {
        return method.toUpperCase(Locale.ROOT).equals("GET");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
