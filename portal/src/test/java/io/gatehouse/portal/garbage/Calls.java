package io.gatehouse.portal.garbage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every valid call in a world, each by somebody who may make it. */
final class Calls {
    private static final List<String> PEOPLE = List.of("adam", "dana", "priya", "rita", "carl");

    private final Map<String, String> people = new ConcurrentHashMap<>();

    List<Call> all(Speaker speaker, World world) {
        List<Call> calls = new ArrayList<>(ValidCalls.ofMlflow(world));
        ValidCalls.ofOurs(description(speaker), world)
                .forEach(call ->
                        calls.add(call.by(people.computeIfAbsent(call.route(), route -> permitted(speaker, call)))));
        return calls;
    }

    static tools.jackson.databind.JsonNode description(Speaker speaker) {
        return speaker.say(
                        new Call("GET of the description", "/api/gatehouse/v1/openapi.json", null, "", "", "dana", 200))
                .json();
    }

    private static String permitted(Speaker speaker, Call call) {
        return PEOPLE.stream()
                .filter(person -> speaker.say(call.by(person)).status() != 403)
                .findFirst()
                .orElse(call.person());
    }
}
