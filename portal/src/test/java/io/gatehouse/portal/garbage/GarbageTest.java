package io.gatehouse.portal.garbage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.TestPeople;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Mutilates a valid call of every route that the router has. {@code -Dgatehouse.test.garbage=20000} draws so many requests in place of
 * 2,000, {@code -Dgatehouse.test.seed=7} others.
 */
@PortalTest
class GarbageTest {
    private static final int DRAWS = Integer.getInteger("gatehouse.test.garbage", 2_000);
    private static final long SEED = Long.getLong("gatehouse.test.seed", 2026);
    /** One that is not looked at, since the other name of the same is there; and what is refused before anything is read. */
    private static final Set<String> UNREAD = Set.of("run_uuid", "expiration");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<RequestMappingHandlerMapping> mappings;
    private final JdbcTemplate jdbc;
    private final Speaker speaker;
    private World world;

    GarbageTest(
            WireClients clients, TestPeople people, JdbcTemplate jdbc, List<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
        this.jdbc = jdbc;
        this.speaker = new Speaker(
                clients.port(),
                Stream.of(people.dana(), people.adam())
                        .map(actor -> actor.person().username())
                        .collect(Collectors.toMap(name -> name, name -> name + "-password")));
    }

    @BeforeEach
    void makeTheWorldAnew() {
        world = World.made(speaker, new SplittableRandom());
    }

    @AfterEach
    void hangUp() {
        speaker.close();
    }

    @Test
    void everyRouteHasAValidCallThatIsMutilated() {
        Set<String> mutilated = new TreeSet<>();
        ValidCalls.ofMlflow(world).forEach(call -> mutilated.add(call.route().replace("/ajax-api/", "/api/")));
        ValidCalls.ofOurs(Calls.description(speaker), world).forEach(call -> mutilated.add(call.route()));

        assertThat(mutilated).containsAll(routes());
        assertThat(routes()).containsAll(mutilated);
    }

    @Test
    void validCallsAreAnsweredAsTheirTableSays() {
        SoftAssertions softly = new SoftAssertions();
        for (Call call : ValidCalls.ofMlflow(world)) {
            Reply reply = speaker.say(call);
            softly.assertThat(reply.status())
                    .as(call.route() + " " + reply.text())
                    .isEqualTo(call.expected());
        }
        softly.assertAll();
    }

    @Test
    void aFieldOfTheWrongKindIsNamed() {
        SoftAssertions softly = new SoftAssertions();
        for (Call call : ValidCalls.ofMlflow(world)) {
            ObjectNode fields = call.fields();
            if (call.reads() || fields == null || call.expected() != 200) {
                continue;
            }
            List<List<String>> places = new java.util.ArrayList<>();
            Mutilation.places(fields, List.of(), places);
            for (List<String> place : places) {
                if (UNREAD.contains(place.getLast())) {
                    continue;
                }
                Reply reply = speaker.say(call.with(spoilt(fields, place)));
                softly.assertThat(reply.status())
                        .as(call.route() + " " + place + " " + reply.text())
                        .isEqualTo(400);
                softly.assertThat(reply.at("/message"))
                        .as(call.route() + " " + place)
                        .contains(named(place));
            }
        }
        softly.assertAll();
    }

    @Test
    void noGarbageIsOurFault() {
        List<Call> calls = all();
        for (int i = 0; i < DRAWS; i++) {
            Drawn request = draw(calls, i);
            Reply reply = speaker.send(request.bytes(), request.whole, request.head());
            Optional<String> fault = Expectation.failedBy(request, reply, true);
            assertThat(fault)
                    .as(() -> "seed " + SEED + ", " + request + "\n→ " + reply.status() + " " + reply.text())
                    .isEmpty();
            if (i % 500 == 499) {
                // Garbage deletes a part of its world now and then.
                makeTheWorldAnew();
                calls = all();
            }
        }
    }

    @Test
    void whatIsRefusedChangesNothing() {
        List<Call> calls = ValidCalls.ofMlflow(world).stream()
                .filter(call -> !call.reads())
                .toList();
        int refused = 0;
        for (int i = 0; i < DRAWS / 4; i++) {
            Drawn request = draw(calls, -i);
            Map<String, String> before = state();
            Reply reply = speaker.send(request.bytes(), request.whole, request.head());
            // A refusal on grounds of rights may open a promotion request, and is on record.
            if (reply.refused() && reply.status() != 403) {
                refused++;
                assertThat(state())
                        .as(() -> "seed " + SEED + ", " + request + "\n→ " + reply.text())
                        .isEqualTo(before);
            }
        }
        assertThat(refused).isGreaterThan(DRAWS / 10);
    }

    private Drawn draw(List<Call> calls, int index) {
        SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + index);
        Call call = calls.get(random.nextInt(calls.size()));
        return new Garbage(random).draw(call, speaker.authorization(call.person()));
    }

    private List<Call> all() {
        List<Call> calls = new java.util.ArrayList<>(ValidCalls.ofMlflow(world));
        // By Dana, who cannot change what other tests rest on.
        ValidCalls.ofOurs(Calls.description(speaker), world).forEach(call -> calls.add(call.by("dana")));
        return calls;
    }

    /** How many rows each table has that a call can write to, and all that clients see of the world. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        jdbc
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'",
                        String.class)
                .stream()
                .filter(table -> !table.matches("(?i)(audit|job|outbox|notice|sign_in|house_mark|flyway).*"))
                .forEach(table -> state.put(
                        table, String.valueOf(jdbc.queryForObject("select count(*) from " + table, Long.class))));
        for (String address : List.of(
                "runs/get?run_id=${run}",
                "runs/get?run_id=${spareRun}",
                "experiments/get?experiment_id=${experiment}",
                "experiments/get?experiment_id=${spareExperiment}",
                "logged-models/${loggedModel}",
                "registered-models/get?name=${model}",
                "model-versions/get?name=${model}&version=1",
                "artifacts/list?run_id=${run}")) {
            String path = world.filled("/api/2.0/mlflow/" + address);
            state.put(
                    address,
                    speaker.say(new Call("GET of the state", path, null, "", "", "dana", 200))
                            .text());
        }
        return state;
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues()
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(
                                        method -> routes.add(method + " " + pattern.replace("/ajax-api/", "/api/"))))));
        routes.removeIf(route -> route.contains("openapi.json"));
        return routes;
    }

    /** An object in a list in place of one field. */
    private static ObjectNode spoilt(ObjectNode fields, List<String> place) {
        ObjectNode spoilt = fields.deepCopy();
        JsonNode at = spoilt;
        for (String step : place.subList(0, place.size() - 1)) {
            at = at instanceof ArrayNode array ? array.get(Integer.parseInt(step)) : at.path(step);
        }
        JsonNode wrong = JSON.readTree("[[{\"a\":1}]]");
        if (at instanceof ArrayNode array) {
            array.set(Integer.parseInt(place.getLast()), wrong);
        } else if (at instanceof ObjectNode object) {
            object.set(place.getLast(), wrong);
        }
        return spoilt;
    }

    /** As messages name a place: {@code metrics[0].value}. */
    private static String named(List<String> place) {
        return place.stream()
                .map(step -> step.matches("\\d+") ? "[" + step + "]" : "." + step)
                .collect(Collectors.joining())
                .substring(1);
    }
}
