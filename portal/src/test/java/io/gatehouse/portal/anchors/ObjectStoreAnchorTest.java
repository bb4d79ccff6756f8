package io.gatehouse.portal.anchors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.artifacts.S3Server;
import io.gatehouse.audit.SignedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Against S3Mock. */
class ObjectStoreAnchorTest {
    private static final String KEY = "-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n";
    private static final SignedCheckpoint CHECKPOINT = new SignedCheckpoint(
            12, 812, "a".repeat(64), Instant.parse("2026-03-14T10:15:00Z"), "b".repeat(64), "c2ln");

    @Test
    void aBucketKeepsTheCheckpointAndTheKey() throws IOException, InterruptedException {
        try (ObjectStoreAnchor anchor = anchor(S3Server.BUCKET, "house/")) {
            anchor.keep(CHECKPOINT, KEY);
            anchor.keep(CHECKPOINT, KEY);

            assertThat(anchor.place()).isEqualTo(S3Server.BUCKET + "/house/");
        }
        assertThat(stored("house/checkpoint-00000012.json")).isEqualTo(CHECKPOINT.text() + "\n");
        assertThat(stored("house/public-key-bbbbbbbbbbbb.pem")).isEqualTo(KEY);
    }

    @Test
    void aBucketOverwritesNothing() throws IOException, InterruptedException {
        SignedCheckpoint other = new SignedCheckpoint(12, 700, "c".repeat(64), Instant.EPOCH, "b".repeat(64), "c2ln");
        try (ObjectStoreAnchor anchor = anchor(S3Server.BUCKET, "kept/")) {
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
        return new ObjectStoreAnchor(bucket, prefix, S3Server.running().endpoint(), "us-east-1", "key", "secret");
    }

    private static String stored(String key) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(
                                            S3Server.running().endpoint() + "/" + S3Server.BUCKET + "/" + key))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
