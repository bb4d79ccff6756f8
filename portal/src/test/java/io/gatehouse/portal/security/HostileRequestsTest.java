package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.people.People;
import io.gatehouse.people.Role;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import io.gatehouse.promotion.PromotionBench;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends what no honest client sends to every call that the portal has, those of tomorrow included. */
@PortalTest
class HostileRequestsTest {
    /** Every field that some call reads, so that each is hit by its neighbours' values too. */
    private static final List<String> FIELDS = List.of(
            "name",
            "new_name",
            "alias",
            "version",
            "model",
            "use",
            "note",
            "vote",
            "reason",
            "digest",
            "policy",
            "experiment_id",
            "experiment_ids",
            "experiment_name",
            "run_id",
            "run_uuid",
            "key",
            "value",
            "timestamp",
            "step",
            "source",
            "description",
            "run_link",
            "tags",
            "params",
            "metrics",
            "filter",
            "order_by",
            "max_results",
            "page_token",
            "model_type",
            "source_run_id",
            "status",
            "stage",
            "path",
            "datasets",
            "model_json",
            "metric_key",
            "start_time",
            "artifact_location",
            "view_type",
            "stages",
            "node",
            "at",
            "direction",
            "user_id",
            "run_name",
            "run_ids");

    private static final Map<String, String> HOSTILE = hostile();

    private final WireClients clients;
    private final PromotionBench bench;
    private final TestPeople people;
    private final People accounts;
    private final RequestMappingHandlerMapping mapping;

    HostileRequestsTest(
            WireClients clients,
            PromotionBench bench,
            TestPeople people,
            People accounts,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.clients = clients;
        this.bench = bench;
        this.people = people;
        this.accounts = accounts;
        this.mapping = mapping;
    }

    private record Call(String method, String path) {
        boolean reads() {
            return method.equals("GET");
        }
    }

    private static Map<String, String> hostile() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("null", "null");
        values.put("empty", "\"\"");
        values.put("nul", "\"a\\u0000b\"");
        values.put("emoji", "\"\ud83d\ude00\"");
        values.put("surrogate", "\"\\ud800\"");
        values.put("minus", "-1");
        values.put("huge", "1" + "0".repeat(400));
        values.put("exponent", "1e99999999");
        values.put("fraction", "1.5");
        values.put("true", "true");
        values.put("list", "[null,[],{}]");
        values.put("object", "{\"a\":{\"b\":[]}}");
        values.put("long", "\"" + "x".repeat(5_000) + "\"");
        values.put("quote", "\"' OR 1=1 --\"");
        values.put("path", "\"../../etc/passwd\"");
        return values;
    }

    @Test
    void noValueOfAllFieldsTogetherBreaksACall() {
        for (Call call : calls()) {
            HOSTILE.forEach((what, value) -> {
                Map<String, String> fields = FIELDS.stream().collect(Collectors.toMap(field -> field, field -> value));
                expectAnAnswer(call, what, send(call, fields));
            });
        }
    }

    @Test
    void noSingleFieldAmongGoodOnesBreaksACall() {
        Map<String, String> good = good();
        List<Call> writing = calls().stream().filter(call -> !call.reads()).toList();
        for (Call call : writing) {
            for (String field : FIELDS) {
                // One value each, another for the next field: all of each would take minutes and find no more.
                String what = List.of("long", "huge", "object").get(FIELDS.indexOf(field) % 3);
                Map<String, String> fields = new LinkedHashMap<>(good);
                fields.put(field, HOSTILE.getOrDefault(what, "null"));
                expectAnAnswer(call, field + " " + what, send(call, fields));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":", "[null]", "\u0000"})
    void noBodyBreaksACallWhateverItSaysThatItIs(String body) {
        for (Call call : calls()) {
            for (String type : List.of("application/json", "multipart/form-data; boundary=x", "///")) {
                Answer answer = clients.dana()
                        .send(call.method, call.path, BodyPublishers.ofString(body), "Content-Type", type);
                expectAnAnswer(call, type + " " + body, answer);
            }
        }
    }

    @Test
    void noDepthBreaksACall() {
        String deep = "{\"a\":".repeat(2_000) + "[".repeat(2_000);
        for (Call call : calls()) {
            expectAnAnswer(call, "deep", clients.dana().raw(call.method, call.path, deep));
        }
    }

    @Test
    void queriesThatAreNoUtf8AreRefused() {
        for (Call call : calls()) {
            expectAnAnswer(
                    call, "query", clients.dana().send(call.method, call.path + "?a=%ff", BodyPublishers.noBody()));
        }
    }

    @Test
    void aLongBodyOfOurOwnApiIsNotReadIntoMemory() {
        String note = "{\"note\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";

        Answer announced = clients.dana().raw("POST", "/api/gatehouse/v1/promotion-requests", note);
        Answer chunked = clients.dana()
                .send(
                        "POST",
                        "/api/gatehouse/v1/promotion-requests",
                        BodyPublishers.fromPublisher(BodyPublishers.ofString(note)),
                        "Content-Type",
                        "application/json");

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.at("/code")).isEqualTo("TOO_LARGE");
        assertThat(chunked.status()).isEqualTo(400);
    }

    @Test
    void whoeverTriesPasswordsHasToWaitAndOthersNot() {
        String name = "tried-" + UUID.randomUUID();
        accounts.add(new People.NewPerson(name, "Tried", name + "@people.example", Set.of(Role.RISK), "right"));
        for (int i = 0; i < 10; i++) {
            assertThat(clients.basic(name, "wrong" + i)
                            .get("/api/gatehouse/v1/policies")
                            .status())
                    .isEqualTo(401);
        }

        assertThat(clients.basic(name, "right")
                        .get("/api/gatehouse/v1/policies")
                        .status())
                .isEqualTo(401);
        assertThat(clients.as(people.rita()).get("/api/gatehouse/v1/policies").status())
                .isEqualTo(200);
    }

    /** Every call for programs, with hostile words in its path; those that delete come last. */
    private List<Call> calls() {
        List<Call> calls = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPathPatternsCondition() != null)
                .flatMap(info -> info.getPathPatternsCondition().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") || path.startsWith("/get-artifact"))
                        .flatMap(path -> methods(info.getMethodsCondition().getMethods())
                                .map(method -> new Call(method, filled(path)))))
                .sorted(Comparator.comparing(
                                (Call call) -> call.path.contains("delete") || call.path.contains("rename"))
                        .thenComparing(Call::path))
                .toList();
        assertThat(calls).hasSizeGreaterThan(60);
        return calls;
    }

    private static Stream<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
    }

    private static String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "PR-%F0%9F%98%80'x").replace("**", "a%20b/c");
    }

    private Map<String, String> good() {
        PromotionBench.Candidate candidate = bench.candidate(people.dana(), bench.model(people.dana()), null);
        String run = candidate.run().info().id();
        Map<String, String> good = new LinkedHashMap<>();
        good.put("name", quoted(candidate.model()));
        good.put("model", quoted(candidate.model()));
        good.put("version", "1");
        good.put("run_id", quoted(run));
        good.put("run_uuid", quoted(run));
        good.put("run_ids", "[" + quoted(run) + "]");
        good.put("experiment_id", quoted(String.valueOf(candidate.run().info().experimentId())));
        good.put(
                "experiment_ids",
                "[" + quoted(String.valueOf(candidate.run().info().experimentId())) + "]");
        good.put("source", quoted(candidate.run().info().artifactUri() + "/model"));
        good.put("key", quoted("k"));
        good.put("value", "1");
        good.put("timestamp", "1");
        good.put("alias", quoted("shadow"));
        good.put("metric_key", quoted("k"));
        return good;
    }

    private Answer send(Call call, Map<String, String> fields) {
        WireClient dana = clients.dana();
        if (call.reads()) {
            String query = fields.entrySet().stream()
                    .filter(field -> field.getValue().length() < 300)
                    .map(field -> field.getKey() + "="
                            + URLEncoder.encode(field.getValue().replace("\"", ""), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return dana.get(call.path + "?" + query);
        }
        String body = fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return dana.raw(call.method, call.path, body);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static void expectAnAnswer(Call call, String what, Answer answer) {
        String where = call + " with " + what + ": " + answer.status() + " " + answer.text();
        if (answer.status() != 501) {
            assertThat(answer.status()).as(where).isLessThan(500);
        }
        assertThat(answer.text()).as(where).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                .as(where)
                .contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .as(where)
                .contains("frame-ancestors 'none'");
        if (answer.status() >= 400 && call.path.startsWith("/api/gatehouse")) {
            assertThat(answer.at("/code")).as(where).isNotEmpty();
            assertThat(answer.at("/way_out")).as(where).isNotEmpty();
        } else if (answer.status() >= 400) {
            assertThat(answer.errorCode()).as(where).isNotEmpty();
        }
    }
}
