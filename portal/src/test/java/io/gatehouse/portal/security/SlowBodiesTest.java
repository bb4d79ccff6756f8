package io.gatehouse.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/**
 * Bodies that come byte by byte, at a server of four workers. What is slow is set so high here that single bytes are always slower,
 * so that nobody has to wait for them.
 */
@PortalTest
@TestPropertySource(
        properties = {
            "gatehouse.bodies.slowest=1GB",
            "gatehouse.bodies.patience=PT0S",
            "server.tomcat.threads.max=4",
            "server.tomcat.threads.min-spare=4"
        })
class SlowBodiesTest {
    private static final String DANA =
            Base64.getEncoder().encodeToString("dana:dana-password".getBytes(StandardCharsets.UTF_8));

    private final WireClients clients;

    SlowBodiesTest(WireClients clients) {
        this.clients = clients;
        clients.dana();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/2.0/mlflow/experiments/create, application/json",
        "POST, /api/2.0/mlflow/runs/log-batch, application/json",
        "PUT, /api/2.0/mlflow-artifacts/artifacts/0/slow/a.bin, application/octet-stream",
        "POST, /api/gatehouse/v1/promotion-requests, application/json",
        "POST, /api/gatehouse/v1/scored-batches, multipart/form-data; boundary=x",
        "POST, /login, application/x-www-form-urlencoded",
        "POST, /nowhere, text/plain",
    })
    void nobodyHoldsAWorkerBySingleBytes(String method, String path, String type) throws IOException {
        for (String length : List.of("Content-Length: 900000000", "Transfer-Encoding: chunked")) {
            String answer = drip(method, path, type, length);

            assertThat(answer).as(length).doesNotContain("HTTP/1.1 5", "HTTP/1.1 200");
            assertThat(path.startsWith("/api/") && answer.contains("HTTP/1.1 3"))
                    .isFalse();
        }
    }

    @Test
    void theAnswerSaysWhy() throws IOException {
        assertThat(drip("POST", "/api/2.0/mlflow/experiments/create", "application/json", "Content-Length: 900000000"))
                .contains("HTTP/1.1 400", "came too slowly", "Connection: close");
        assertThat(drip("POST", "/api/gatehouse/v1/promotion-requests", "application/json", "Content-Length: 900000"))
                .contains("HTTP/1.1 400", "application/problem+json", "came too slowly", "Connection: close");
    }

    @Test
    void othersAreServedMeanwhile() throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService senders = Executors.newFixedThreadPool(12)) {
            List<Future<String>> slow = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                slow.add(senders.submit(() -> drip(
                        "PUT",
                        "/api/2.0/mlflow-artifacts/artifacts/0/slow/b.bin",
                        "application/octet-stream",
                        "Content-Length: 900000000")));
            }

            assertThat(clients.dana()
                            .get("/api/2.0/mlflow/experiments/get?experiment_id=0")
                            .status())
                    .isEqualTo(200);
            for (Future<String> one : slow) {
                assertThat(one.get()).doesNotContain("HTTP/1.1 200");
            }
        }
    }

    @Test
    void headersThatNeverEndHoldNoWorker() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket("127.0.0.1", clients.port());
                open.add(socket);
                socket.getOutputStream()
                        .write("GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: a".getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }

            assertThat(clients.dana()
                            .get("/api/2.0/mlflow/experiments/get?experiment_id=0")
                            .status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    /** Sends bytes one by one for as long as the server takes them. @return what it answered; empty if it hung up without a word */
    private String drip(String method, String path, String type, String length) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", clients.port())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + DANA
                            + "\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            byte[] piece = (length.startsWith("Transfer") ? "1\r\n \r\n" : " ").getBytes(StandardCharsets.UTF_8);
            try {
                while (in.available() == 0) {
                    out.write(piece);
                    out.flush();
                }
            } catch (SocketException hungUp) {
                // The next byte came after the server hung up; what it answered before that still waits to be read.
            }
            return rest(in);
        }
    }

    /** What comes until the server hangs up, in whatever way it does. */
    private static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (SocketException hungUp) {
            // What came before stands.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
