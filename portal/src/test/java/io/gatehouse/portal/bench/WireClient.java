package io.gatehouse.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP to the portal as one person. Paths without a leading slash are MLflow calls, {@code runs/create}. */
public final class WireClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;
    private final String authorization;

    private WireClient(int port, String authorization) {
        this.port = port;
        this.authorization = authorization;
    }

    static WireClient anonymous(int port) {
        return new WireClient(port, "");
    }

    static WireClient basic(int port, String username, String password) {
        String pair = username + ":" + password;
        return new WireClient(
                port, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    static WireClient bearer(int port, String token) {
        return new WireClient(port, "Bearer " + token);
    }

    /** An answer: {@code json} is a missing node where the body is not JSON. */
    public record Answer(int status, String text, JsonNode json, HttpHeaders headers) {
        /** Text at a JSON pointer such as {@code /run/info/run_id}; empty if there is none. */
        public String at(String pointer) {
            return json.at(pointer).asString("");
        }

        public String errorCode() {
            return at("/error_code");
        }

        public String message() {
            return at("/message");
        }
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** GET with one encoded parameter per pair. */
    public Answer get(String path, String... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? "?" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return get(path + query);
    }

    /** POST of JSON; single quotes stand for double ones, so that tests read. */
    public Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json.replace('\'', '"')), "Content-Type", "application/json");
    }

    /** Any method with a JSON body as it is, single quotes and all. */
    public Answer raw(String method, String path, String json) {
        return send(method, path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** Any request; headers alternate names and values. */
    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        String full = path.startsWith("/") ? path : "/api/2.0/mlflow/" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + full))
                .method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !type.contains("ndjson");
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    json ? JSON.readTree(response.body()) : JSON.missingNode(),
                    response.headers());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
