package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.read.ListAppender;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClients;
import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Line breaks and escapes of a terminal wherever somebody can put them, against the bytes that the console gets for what is logged. */
@PortalTest
class ForgedLogLinesTest {
    private static final String FORGED = "2026-01-01T00:00:00.000Z  INFO 1 --- forged";
    private static final String EVIL = "a\r\n" + FORGED + "\u001b[31m\u0085\u2028" + FORGED + "\u202e";
    private static final List<String> LOUD =
            List.of("io.gatehouse", "org.springframework.web", "org.springframework.security", "org.apache.coyote");

    /** How a line of the log may begin: with its moment, or as a part of a failure. */
    private static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT.*|\\s+at .*|\\s*(Caused by|Suppressed): .*|[\\w.$]+(Exception|Error)(\\$\\w+)?(: .*)?|\\s+\\.\\.\\. \\d+ (common frames omitted|more)|\\s*");

    private final WireClient dana;
    private final WireClients clients;
    private final String name;
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    ForgedLogLinesTest(WireClients clients, Ids ids) {
        this.clients = clients;
        this.dana = clients.dana();
        this.name = ids.hex32() + EVIL;
    }

    @BeforeEach
    void listen() {
        root().addAppender(logged);
        logged.start();
        LOUD.forEach(logger -> logger(logger).setLevel(Level.DEBUG));
    }

    @AfterEach
    void hush() {
        LOUD.forEach(logger -> logger(logger).setLevel(null));
        root().detachAppender(logged);
    }

    @Test
    void nothingThatSomebodySentBeginsALine() throws IOException {
        String inJson = name.replace("\r", "\\r").replace("\n", "\\n").replace("\u001b", "\\u001b");
        String inAddress = URLEncoder.encode(name, StandardCharsets.UTF_8);
        dana.post("/api/2.0/mlflow/experiments/create", "{\"name\": \"" + inJson + "\"}");
        dana.post("/api/2.0/mlflow/registered-models/create", "{\"name\": \"" + inJson + "\"}");
        dana.post("/api/2.0/mlflow/runs/search", "{\"experiment_ids\": [\"0\"], \"filter\": \"" + inJson + "\"}");
        dana.get("/api/2.0/mlflow/experiments/get-by-name?experiment_name=" + inAddress);
        dana.get("/api/2.0/mlflow/" + inAddress);
        dana.get("/api/gatehouse/v1/models/" + inAddress + "/versions/1/evaluations");
        dana.get("/api/2.0/mlflow-artifacts/artifacts/" + inAddress);
        dana.get("/" + inAddress);
        clients.basic(name, EVIL).get("/api/2.0/mlflow/experiments/get?experiment_id=0");
        raw("GET /api/2.0/mlflow/" + FORGED.replace(' ', '_') + "\u001b[31m HTTP/1.1\r\nHost: localhost\r\n\r\n");
        raw(
                "GET /api/2.0/mlflow/experiments/get HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a\u001b[31mb\r\nConnection: close\r\n\r\n");
        raw("POST /api/2.0/mlflow/experiments/create HTTP/1.1\r\nHost: a\n" + FORGED + "\r\n\r\n");
        LoggerFactory.getLogger("io.gatehouse.trial")
                .error("The artifact {} cannot be read", name, new IOException(name, new IllegalStateException(EVIL)));

        List<ILoggingEvent> events = heard();
        assertThat(events.toString()).as("something of it is logged").contains(FORGED);
        for (ILoggingEvent event : events) {
            String written = written(event);
            assertThat(written.codePoints()
                            .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r'))
                    .as(written)
                    .isEmpty();
            assertThat(written).doesNotContain("\r", "\u2028", "\u202e");
            assertThat(written.split("\n", -1))
                    .as(written)
                    .allMatch(line -> LINE.matcher(line).matches());
            assertThat(written.split("\n", -1)).as(written).noneMatch(line -> line.startsWith(FORGED));
        }
    }

    /** What was logged until now; the portal goes on logging, and the appender adds to its list under its own lock. */
    private List<ILoggingEvent> heard() {
        synchronized (logged) {
            return List.copyOf(logged.list);
        }
    }

    /** What the console gets for an event. */
    private static String written(ILoggingEvent event) {
        OutputStreamAppender<ILoggingEvent> console =
                (OutputStreamAppender<ILoggingEvent>) root().getAppender("CONSOLE");
        assertThat(console).isInstanceOf(ConsoleAppender.class);
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", clients.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static Logger root() {
        return logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }
}
