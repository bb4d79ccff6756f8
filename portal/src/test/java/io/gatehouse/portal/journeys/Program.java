package io.gatehouse.portal.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of somebody's, which calls the portal with their name and password. */
final class Program {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningPortal portal;
    private final String username;

    /** @param body of any status */
    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    Program(RunningPortal portal, String username) {
        this.portal = portal;
        this.username = username;
    }

    Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return call("POST", path, BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) {
        return call("PUT", path, BodyPublishers.ofString(json));
    }

    private Answer call(String method, String path, BodyPublisher body) {
        String credentials = Base64.getEncoder()
                .encodeToString((username + ":" + portal.password(username)).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calling " + path, interrupted);
        }
    }
}
