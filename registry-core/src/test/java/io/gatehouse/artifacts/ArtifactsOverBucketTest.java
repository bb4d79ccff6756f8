package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rows in the database, bytes in a bucket. */
@DatabaseTest
class ArtifactsOverBucketTest {
    @TempDir
    static Path data;

    private final ArtifactStore store;
    private final ArtifactSweep sweep;
    private final BlobStore blobs;
    private final TestPeople people;
    private final ArtifactPath root;

    ArtifactsOverBucketTest(ArtifactStore store, ArtifactSweep sweep, BlobStore blobs, TestPeople people, Ids ids) {
        this.store = store;
        this.sweep = sweep;
        this.blobs = blobs;
        this.people = people;
        this.root = new ArtifactPath("7/" + ids.hex32() + "/artifacts");
    }

    @DynamicPropertySource
    static void inABucket(DynamicPropertyRegistry settings) {
        S3Server.running().settings(UUID.randomUUID() + "/").forEach((name, value) -> settings.add(name, () -> value));
        settings.add("gatehouse.data", () -> data.toString());
    }

    @Test
    void aFileIsReadBackAndGivenToReadersOfFiles() throws IOException {
        Artifact file = write("model/MLmodel", "flavors: {}").orThrow();

        try (InputStream bytes = store.open(file)) {
            assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("flavors: {}");
        }
        assertThat(Files.readString(store.localFile(file))).isEqualTo("flavors: {}");
        assertThat(store.nearFile(file)).isEmpty();
    }

    @Test
    void theSweepTakesFromTheBucketWhatNoRowRefersTo() {
        Artifact gone = write("gone.txt", "gone " + root).orThrow();
        Artifact kept = write("kept.txt", "kept " + root).orThrow();
        store.delete(people.dana(), gone.path());

        sweep.sweep(Duration.ofSeconds(-60));

        assertThat(holds(gone)).isFalse();
        assertThat(holds(kept)).isTrue();
    }

    private boolean holds(Artifact artifact) {
        try {
            return blobs.holds(artifact.sha256());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Outcome<Artifact> write(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store.write(
                people.dana(), root.resolve(name), new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }
}
