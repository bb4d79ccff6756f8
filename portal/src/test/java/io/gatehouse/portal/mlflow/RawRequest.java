package io.gatehouse.portal.mlflow;

import io.gatehouse.portal.bench.WireClient.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends an address byte for byte as Dana, since client libraries tidy or refuse odd ones. */
final class RawRequest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RawRequest() {}

    static Answer send(int port, String method, String address) {
        String credentials = Base64.getEncoder().encodeToString("dana:dana-password".getBytes(StandardCharsets.UTF_8));
        String body = method.equals("PUT") ? "x" : "";
        String request =
                method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                        + credentials + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer answer(String text) {
        int status = Integer.parseInt(text.split(" ", 3)[1]);
        String body = text.substring(text.indexOf("\r\n\r\n") + 4);
        // A chunked body has the size of its one chunk before it.
        String json = body.contains("{") ? body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1) : body;
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new Answer(status, json, parse(json), none);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
