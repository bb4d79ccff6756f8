package io.gatehouse.portal.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import tools.jackson.databind.json.JsonMapper;

/** The recording: {@code calls.ndjson.gz}, one call a line, and {@code blobs/<sha256>} beside it. */
final class Recording {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ResourceLoader resources;
    private final String location;
    private Duration shift = Duration.ZERO;

    /** @param location of the folder, such as {@code classpath:/demo/} or {@code file:/somewhere/} */
    Recording(ResourceLoader resources, String location) {
        this.resources = resources;
        this.location = location.endsWith("/") ? location : location + "/";
    }

    /** The calls in order, moved in time by whole days so that the last was made in the 24 hours before {@code now}. */
    List<RecordedCall> endingBefore(Instant now) {
        List<RecordedCall> calls = read();
        if (calls.isEmpty()) {
            return calls;
        }
        Duration age = Duration.between(calls.getLast().at(), now);
        shift = Duration.ofDays(
                Math.floorDiv(age.toSeconds(), Duration.ofDays(1).toSeconds()));
        return calls.stream()
                .map(call -> new RecordedCall(
                        call.at().plus(shift),
                        call.as(),
                        call.method(),
                        call.path(),
                        call.body(),
                        call.parts(),
                        call.blob(),
                        call.names(),
                        call.refused()))
                .toList();
    }

    /** How far {@link #endingBefore} moved the calls. */
    Duration shift() {
        return shift;
    }

    InputStream blob(String sha256) {
        try {
            return resource("blobs/" + sha256).getInputStream();
        } catch (IOException failure) {
            throw new UncheckedIOException("The recording lacks the file " + sha256, failure);
        }
    }

    private List<RecordedCall> read() {
        try (InputStream bytes = resource("calls.ndjson.gz").getInputStream();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, RecordedCall.class))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the recording at " + location, failure);
        }
    }

    private Resource resource(String path) {
        return resources.getResource(location + path);
    }
}
