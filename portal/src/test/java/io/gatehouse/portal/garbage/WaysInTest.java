package io.gatehouse.portal.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Ways in which servers of this kind were broken into, as far as no other test goes them. */
@PortalTest
class WaysInTest {
    private static final Set<String> FOR_ANYBODY = Set.of("/health", "/version");

    private final WireClients clients;
    private final TestPeople people;
    private final List<RequestMappingHandlerMapping> mappings;

    WaysInTest(WireClients clients, TestPeople people, List<RequestMappingHandlerMapping> mappings) {
        this.people = people;
        this.clients = clients;
        this.mappings = mappings;
    }

    @Test
    void nobodyComesInByATwinOfARoute() throws IOException {
        try (RawConnection connection = new RawConnection(clients.port())) {
            for (String path : paths()) {
                for (String twin : new TreeSet<>(List.of(
                        path,
                        path.replaceFirst("/", "//"),
                        path.replaceFirst("api", "%61pi"),
                        path + "/",
                        path + ";a=b",
                        "/x/.." + path))) {
                    for (String method : List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")) {
                        String request = method + " " + twin
                                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
                        Reply reply =
                                connection.send(request.getBytes(StandardCharsets.UTF_8), true, method.equals("HEAD"));
                        assertThat(reply.status())
                                .as(method + " " + twin + " " + reply.text())
                                .isBetween(300, 499);
                    }
                }
            }
        }
    }

    @Test
    void noPageOfAnotherSiteReadsAnAnswer() {
        for (String path : List.of(
                "/api/2.0/mlflow/experiments/search",
                "/api/gatehouse/v1/policies",
                "/api/2.0/mlflow-artifacts/artifacts")) {
            for (String method : List.of("GET", "OPTIONS")) {
                Answer answer = clients.dana()
                        .send(
                                method,
                                path,
                                BodyPublishers.noBody(),
                                "Origin",
                                "https://evil.example",
                                "Access-Control-Request-Method",
                                "POST");

                assertThat(answer.headers().map().keySet())
                        .as(method + " " + path)
                        .noneMatch(name -> name.startsWith("access-control-allow"));
            }
        }
    }

    @Test
    void noFormOfAnotherSiteIsACall() {
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b")) {
            Answer wire = clients.dana()
                    .send(
                            "POST",
                            "experiments/create",
                            BodyPublishers.ofString("{\"name\":\"" + UUID.randomUUID() + "\"}"),
                            "Content-Type",
                            type);
            Answer ours = clients.dana()
                    .send(
                            "POST",
                            "/api/gatehouse/v1/promotion-requests",
                            BodyPublishers.ofString("{}"),
                            "Content-Type",
                            type);

            assertThat(wire.message()).startsWith("Bad Request. Content-Type must be application/json");
            assertThat(ours.status()).isEqualTo(415);
        }
    }

    /** A browser sends the password that it remembers along, and a call without a body needs no type that a form cannot give. */
    @Test
    void noPageOfAnotherSiteWritesWithWhatABrowserRemembers() {
        for (String from : List.of("cross-site", "same-site")) {
            Answer ours = clients.as(people.adam())
                    .send(
                            "POST",
                            "/api/gatehouse/v1/people/dana/deactivate",
                            BodyPublishers.noBody(),
                            "Sec-Fetch-Site",
                            from);

            assertThat(ours.status()).isEqualTo(403);
        }
        assertThat(clients.dana().get("/api/gatehouse/v1/delegations").status()).isEqualTo(200);
    }

    @Test
    void numbersAtTheEdgeAreKeptOrRefusedAndNeverOthers() {
        String experiment = clients.dana()
                .post("experiments/create", "{'name':'" + UUID.randomUUID() + "'}")
                .at("/experiment_id");
        String run = clients.dana()
                .post("runs/create", "{'experiment_id':'" + experiment + "'}")
                .at("/run/info/run_id");
        for (String step : List.of("9223372036854775807", "-9223372036854775808", "0", "\"42\"")) {
            assertThat(metric(run, "1", step).status()).isEqualTo(200);
        }
        for (String step :
                List.of("9223372036854775808", "-9223372036854775809", "1.5", "1e99999999", "NaN", "true", "\"0x1\"")) {
            Answer refused = metric(run, "1", step);
            assertThat(refused.status()).as(step).isEqualTo(400);
            assertThat(refused.message()).as(step).contains("'step'");
        }
        for (String value : List.of("1" + "0".repeat(400), "true", "\"1e\"", "\"nan\"", "[]")) {
            Answer refused = metric(run, value, "1");
            assertThat(refused.status()).as(value).isEqualTo(400);
            assertThat(refused.message()).as(value).contains("'value'");
        }
        Answer history = clients.dana().get("metrics/get-history", "run_id", run, "metric_key", "m");
        assertThat(history.json()
                        .at("/metrics")
                        .valueStream()
                        .map(metric -> metric.path("step").asLong()))
                .containsExactlyInAnyOrder(Long.MAX_VALUE, Long.MIN_VALUE, 0L, 42L);
        for (String token : List.of("9223372036854775807", "-1", "{\"offset\":9223372036854775807}")) {
            assertThat(clients.dana()
                            .get("experiments/search", "page_token", token)
                            .message())
                    .as(token)
                    .startsWith("Invalid page token");
        }
    }

    @Test
    void aSearchThatNoDatabaseTakesIsRefusedBeforeItGetsThere() {
        WireClient dana = clients.dana();
        String ids = "\"1" + "\",\"1".repeat(60_000) + "\"";
        String many = java.util.stream.IntStream.range(0, 60_000)
                .mapToObj(i -> "\"" + i + "\"")
                .collect(java.util.stream.Collectors.joining(","));
        String fields = java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> "\"metrics.m" + i + "\"")
                .collect(java.util.stream.Collectors.joining(","));

        assertThat(dana.raw("POST", "runs/search", "{\"experiment_ids\":[" + ids + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(dana.raw("POST", "runs/search", "{\"experiment_ids\":[" + many + "]}")
                        .message())
                .contains("at most 50000");
        assertThat(dana.raw("POST", "runs/search", "{\"experiment_ids\":[\"1\"],\"order_by\":[" + fields + "]}")
                        .message())
                .contains("more than 100 fields");
        String named = many.replace('"', '\'');
        assertThat(dana.raw(
                                "POST",
                                "runs/search",
                                "{\"experiment_ids\":[\"1\"],\"order_by\":[\"metrics.a\"],\"filter\":\"run_id IN ("
                                        + named + ")\"}")
                        .message())
                .contains("at most 30000");
        assertThat(dana.raw(
                                "POST",
                                "runs/search",
                                "{\"experiment_ids\":[\"1\"],\"filter\":\"" + "metrics.a > 1 AND ".repeat(200)
                                        + "metrics.a > 1\"}")
                        .message())
                .contains("more than 100 clauses");
        assertThat(dana.raw(
                                "POST",
                                "runs/search",
                                "{\"experiment_ids\":[\"1\"],\"filter\":\"tags.a ILIKE '" + "%a".repeat(5_000) + "'\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUploadThatNoIdCanNameIsUnknown() {
        for (String id : List.of("\\ud800", "..", "../blobs", "0", "x".repeat(10_000))) {
            Answer answer = clients.dana()
                    .raw(
                            "POST",
                            "/api/2.0/mlflow-artifacts/mpu/complete/1/" + "0".repeat(32) + "/artifacts",
                            "{\"path\":\"a\",\"upload_id\":\"" + id + "\",\"parts\":[]}");

            assertThat(answer.status()).as(id).isEqualTo(404);
        }
    }

    private Answer metric(String run, String value, String step) {
        return clients.dana()
                .raw(
                        "POST",
                        "runs/log-metric",
                        "{\"run_id\":\"" + run + "\",\"key\":\"m\",\"value\":" + value + ",\"timestamp\":1,\"step\":"
                                + step + "}");
    }

    /** Every path for programs, under both prefixes where it has two. */
    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/")
                                || pattern.startsWith("/ajax-api/")
                                || pattern.contains("get-artifact"))
                        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1").replace("**", "a/b"))
                        .forEach(paths::add)));
        paths.removeAll(FOR_ANYBODY);
        assertThat(paths).hasSizeGreaterThan(120);
        return paths;
    }
}
