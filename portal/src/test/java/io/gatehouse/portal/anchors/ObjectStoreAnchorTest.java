package io.gatehouse.portal.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.SignedCheckpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Mock, in a process of its own, since it is a Spring application of another make. */
class ObjectStoreAnchorTest {
    private static final String KEY = "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n";
    private static final SignedCheckpoint CHECKPOINT = new SignedCheckpoint(
            12, 812, "a".repeat(64), Instant.parse("2026-03-14T10:15:00Z"), "b".repeat(64), "c2ln");

    @TempDir
    static Path folder;

    private static Process mock;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        mock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "s3mock", "s3mock.jar").toString(),
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.initial-buckets=audit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3mock.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(ObjectStoreAnchorTest::listens);
    }

    @AfterAll
    static void stop() {
        mock.destroy();
    }

    private static boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Test
    void aBucketKeepsTheCheckpointAndTheKey() throws IOException, InterruptedException {
        try (ObjectStoreAnchor anchor = anchor("audit", "house/")) {
            anchor.keep(CHECKPOINT, KEY);
            anchor.keep(CHECKPOINT, KEY);

            assertThat(anchor.place()).isEqualTo("audit/house/");
        }
        assertThat(stored("house/checkpoint-00000012.json")).isEqualTo(CHECKPOINT.text() + "\n");
        assertThat(stored("house/public-key-bbbbbbbbbbbb.pem")).isEqualTo(KEY);
    }

    @Test
    void aBucketOverwritesNothing() throws IOException, InterruptedException {
        SignedCheckpoint other = new SignedCheckpoint(12, 700, "c".repeat(64), Instant.EPOCH, "b".repeat(64), "c2ln");
        try (ObjectStoreAnchor anchor = anchor("audit", "kept/")) {
            anchor.keep(CHECKPOINT, KEY);

            assertThatThrownBy(() -> anchor.keep(other, KEY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("says something else");
        }
        assertThat(stored("kept/checkpoint-00000012.json")).isEqualTo(CHECKPOINT.text() + "\n");
    }

    @Test
    void aBucketThatIsNotThereIsAFault() {
        try (ObjectStoreAnchor anchor = anchor("nowhere", "")) {
            assertThatThrownBy(() -> anchor.keep(CHECKPOINT, KEY))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not reach nowhere");
        }
    }

    private static ObjectStoreAnchor anchor(String bucket, String prefix) {
        return new ObjectStoreAnchor(bucket, prefix, "http://127.0.0.1:" + port, "us-east-1", "key", "secret");
    }

    private static String stored(String key) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/audit/" + key))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
