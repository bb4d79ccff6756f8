package io.gatehouse.portal.demo;

import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.HouseClock;
import io.gatehouse.house.Outcome;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import io.gatehouse.people.People;
import io.gatehouse.people.Person;
import io.gatehouse.portal.mlflow.MlflowRefusal;
import io.gatehouse.portal.mlflow.WireCalls;
import io.gatehouse.work.JobRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes recorded calls again, in their own time, as the people who made them, marked as coming from a recording. */
@Component
class Replay {
    private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts/";
    private static final String OURS = "/api/gatehouse/v1/";
    private static final List<String> CLIENT_TIMES = List.of("start_time", "end_time", "timestamp");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WireCalls wire;
    private final OurCalls ours;
    private final ArtifactStore artifacts;
    private final People people;
    private final HouseClock clock;
    private final Ids ids;
    private final JobRunner jobs;

    Replay(
            WireCalls wire,
            OurCalls ours,
            ArtifactStore artifacts,
            People people,
            HouseClock clock,
            Ids ids,
            JobRunner jobs) {
        this.wire = wire;
        this.ours = ours;
        this.artifacts = artifacts;
        this.people = people;
        this.clock = clock;
        this.ids = ids;
        this.jobs = jobs;
    }

    /**
     * Makes all calls again.
     *
     * @param before what has to stand when the first is made, done as of the day before it
     * @return how many
     */
    int run(Recording recording, Runnable before) {
        List<RecordedCall> calls = recording.endingBefore(Clock.systemUTC().instant());
        Instant first = calls.isEmpty() ? clock.instant() : calls.getFirst().at();
        clock.at(first.minus(Duration.ofDays(1)), () -> {
            before.run();
            return calls;
        });
        for (RecordedCall call : calls) {
            List<String> names = call.names() == null ? List.of() : call.names();
            clock.at(
                    call.at(),
                    () -> ids.replaying(names, () -> {
                        make(recording, call);
                        // What a call set going is done before the next one, at the time of the story.
                        return jobs.runAll();
                    }));
        }
        return calls.size();
    }

    private void make(Recording recording, RecordedCall call) {
        Person person = people.byUsername(call.as())
                .orElseThrow(() -> new IllegalStateException("The recording names a stranger: " + call.as()));
        Actor actor = new Actor(person, Actor.Via.RECORDING, "recording");
        if (call.path().startsWith(ARTIFACTS)) {
            upload(actor, recording, call);
        } else if (call.path().startsWith(OURS)) {
            Map<String, String> parts = call.parts() == null ? Map.of() : call.parts();
            ours.make(
                    actor,
                    call.path().substring(OURS.length()),
                    body(call),
                    parts,
                    LocalDate.ofInstant(call.at(), ZoneOffset.UTC),
                    recording::blob);
        } else {
            try {
                wire.call(actor, call.method(), decoded(call.path()), moved(body(call), recording.shift()));
            } catch (MlflowRefusal refused) {
                // A recorded project meets refusals as a live one does: a name that exists, an alias that is protected.
                if (!call.refused()) {
                    throw refused;
                }
            }
        }
    }

    private void upload(Actor actor, Recording recording, RecordedCall call) {
        String path = decoded(call.path().substring(ARTIFACTS.length()));
        String sha256 = Objects.requireNonNull(call.blob());
        try (InputStream bytes = recording.blob(sha256)) {
            Outcome<?> written =
                    artifacts.write(actor, ArtifactPath.parse(path).orElseThrow(), bytes, OptionalLong.empty());
            if (written instanceof Outcome.Refused<?> refused) {
                throw new IllegalStateException("The recording cannot store " + path + ": " + refused);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot replay the upload of " + path, failure);
        }
    }

    private static ObjectNode body(RecordedCall call) {
        return call.body() instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    /** Clients tell their own times; they move with the story. */
    private static ObjectNode moved(ObjectNode body, Duration shift) {
        for (String field : CLIENT_TIMES) {
            if (body.get(field) instanceof JsonNode time && time.isIntegralNumber()) {
                body.put(field, time.longValue() + shift.toMillis());
            }
        }
        for (JsonNode child : body) {
            if (child instanceof ArrayNode array) {
                array.forEach(element -> {
                    if (element instanceof ObjectNode object) {
                        moved(object, shift);
                    }
                });
            }
        }
        return body;
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
