package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.artifacts.S3Server;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.portal.bench.PortalTest;
import io.gatehouse.portal.bench.WireClient;
import io.gatehouse.portal.bench.WireClient.Answer;
import io.gatehouse.portal.bench.WireClients;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole portal with its files in a bucket: every row of the wire's files as in a folder. */
@PortalTest
class ArtifactsInBucketTest {
    @TempDir
    static Path data;

    private final WireClient dana;
    private final String root;

    ArtifactsInBucketTest(WireClients clients, Ids ids) {
        this.dana = clients.dana();
        this.root = "5/" + ids.hex32() + "/artifacts";
    }

    @DynamicPropertySource
    static void inABucket(DynamicPropertyRegistry settings) {
        S3Server.running().settings(UUID.randomUUID() + "/").forEach((name, value) -> settings.add(name, () -> value));
        settings.add("gatehouse.data", () -> data.toString());
    }

    @Test
    void aFileGoesUpAndComesDownAsItWasAndLeavesNothingOnThisMachine() throws IOException {
        String text = "0123456789abcdef".repeat(10_000);
        assertThat(put("large.txt", text).status()).isEqualTo(200);

        Answer down = dana.get(file("large.txt"));
        assertThat(down.text()).isEqualTo(text);
        assertThat(down.headers().firstValue("ETag")).contains("\"" + Digests.sha256(text) + "\"");
        assertThat(data.resolve("blobs")).isEmptyDirectory();
        assertThat(data.resolve("quarantine")).isEmptyDirectory();
        assertThat(Files.readString(data.resolve("artifacts-in-bucket"))).startsWith(S3Server.BUCKET + "/");
    }

    @Test
    void partsOfItAreAnswered() {
        put("a.txt", "0123456789");

        assertThat(ranged("bytes=2-4").status()).isEqualTo(206);
        assertThat(ranged("bytes=2-4").text()).isEqualTo("234");
        assertThat(ranged("bytes=-3").text()).isEqualTo("789");
        assertThat(ranged("bytes=10-").status()).isEqualTo(416);
    }

    @Test
    void anEmptyFileAndTheSameBytesTwiceAreFiles() {
        put("empty", "");
        put("one", "twice");
        put("two", "twice");

        assertThat(dana.get(file("empty")).text()).isEmpty();
        assertThat(dana.get(file("two")).text()).isEqualTo("twice");
    }

    @Test
    void itComesInPartsToo() {
        Answer begun = dana.post(
                "/api/2.0/mlflow-artifacts/mpu/create/" + root, "{'path':'/home/dana/parts.bin','num_parts':2}");
        StringBuilder parts = new StringBuilder();
        for (int number = 1; number <= 2; number++) {
            Answer part = dana.send(
                    "PUT",
                    "/api/2.0/mlflow-artifacts/mpu/part/" + begun.at("/upload_id") + "/" + number,
                    BodyPublishers.ofString("part " + number + ","),
                    "X-Gatehouse-Upload",
                    begun.at("/credentials/0/headers/X-Gatehouse-Upload"));
            parts.append(number == 1 ? "" : ",")
                    .append("{'part_number':" + number + ",'etag':'"
                            + part.headers().firstValue("ETag").orElse("") + "'}");
        }
        Answer complete = dana.post(
                "/api/2.0/mlflow-artifacts/mpu/complete/" + root,
                "{'path':'parts.bin','upload_id':'" + begun.at("/upload_id") + "','parts':[" + parts + "]}");

        assertThat(complete.status()).isEqualTo(200);
        assertThat(dana.get(file("parts.bin")).text()).isEqualTo("part 1,part 2,");
    }

    private Answer ranged(String range) {
        return dana.send("GET", file("a.txt"), BodyPublishers.noBody(), "Range", range);
    }

    private String file(String name) {
        return "/api/2.0/mlflow-artifacts/artifacts/" + root + "/" + name;
    }

    private Answer put(String name, String text) {
        return dana.send("PUT", file(name), BodyPublishers.ofString(text));
    }
}
