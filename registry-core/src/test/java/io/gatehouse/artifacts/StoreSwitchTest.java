package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.gatehouse.ids.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** A house that kept its files in the folder and goes over to a bucket, and what its settings must say. */
class StoreSwitchTest {
    private static final S3Settings FOLDER = settings("", "http://127.0.0.1:1", "");

    @TempDir
    Path data;

    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock);
    private String prefix = "";

    @BeforeEach
    void aPrefixOfItsOwn() {
        prefix = ids.hex32() + "/";
    }

    @Test
    void filesOfTheFolderAreReadWhileTheBucketIsNew() throws IOException {
        String old = keep(open(FOLDER), "from before");
        BlobStore both = open(inBucket());

        assertThat(read(both, old)).isEqualTo("from before");
        assertThat(both.nearFile(old)).isPresent();
        String fresh = keep(both, "from now on");
        assertThat(read(both, fresh)).isEqualTo("from now on");
        assertThat(both.nearFile(fresh)).isEmpty();
        assertThat(new FolderBlobStore(data, ids).holds(fresh)).isFalse();
    }

    @Test
    void theFolderIsCopiedWholeAndThenNotNeededAnyMore() throws IOException {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            kept.add(keep(open(FOLDER), "file " + i));
        }
        BlobStore both = open(inBucket());

        assertThat(new BlobMove(both).run(progress -> {})).isEqualTo(new BlobMove.Progress(12, 12 * 6 + 2, 12));
        emptyFolder(kept);
        for (int i = 0; i < 12; i++) {
            assertThat(read(both, kept.get(i))).isEqualTo("file " + i);
        }
    }

    @Test
    void copyingThatWasBrokenOffGoesOnWhereItWas() throws IOException {
        for (int i = 0; i < 10; i++) {
            keep(open(FOLDER), "file " + i);
        }
        BlobStore both = open(inBucket());
        keep(both, "file 3");
        keep(both, "file 7");

        assertThat(new BlobMove(both).run(progress -> {}).copied()).isEqualTo(8);
        assertThat(new BlobMove(both).run(progress -> {}).copied()).isZero();
    }

    @Test
    void aSweepSparesWhatIsYoungInEitherAndTakesFromBoth() throws IOException {
        String old = keep(open(FOLDER), "in both");
        FolderBlobStore folder = new FolderBlobStore(data, ids);
        Files.setLastModifiedTime(folder.file(old), FileTime.from(Instant.EPOCH));
        BlobStore both = open(inBucket());
        keep(both, "in both");

        assertThat(both.startingWith(old.substring(0, 2)))
                .singleElement()
                .satisfies(blob -> assertThat(blob.at()).isAfter(Instant.EPOCH));
        both.deleteIfOlder(old, Instant.parse("2999-01-01T00:00:00Z"));
        assertThat(both.holds(old)).isFalse();
        assertThat(folder.holds(old)).isFalse();
    }

    @Test
    void aHouseWhoseFilesAreInABucketDoesNotStartWithoutItOrWithAnother() throws IOException {
        keep(open(inBucket()), "in the bucket");

        assertThatThrownBy(() -> open(FOLDER))
                .isInstanceOf(UnusableBlobStoreException.class)
                .hasMessageContaining("artifacts/" + prefix)
                .hasMessageContaining("gatehouse.artifacts.s3.bucket is not set");
        assertThatThrownBy(
                        () -> open(settings(S3Server.BUCKET, S3Server.running().endpoint(), "other/")))
                .isInstanceOf(UnusableBlobStoreException.class)
                .hasMessageContaining("say artifacts/other/");
        assertThat(open(inBucket())).isNotNull();
    }

    @Test
    void aBucketThatNothingWasKeptInYetIsLeftFreely() throws IOException {
        open(inBucket());

        assertThat(open(FOLDER)).isNotNull();
    }

    @Test
    void whatIsWrongWithABucketIsSaidWithTheSettingAndTheWayOut() throws IOException {
        assertThatThrownBy(() -> open(settings("not-there", S3Server.running().endpoint(), "")))
                .isInstanceOf(UnusableBlobStoreException.class)
                .hasMessageContaining("gatehouse.artifacts.s3.bucket names 'not-there'")
                .hasMessageContaining("Create it");
        assertRefused(403, Map.of(), "gatehouse.artifacts.s3.access-key", "s3:PutObject");
        assertRefused(
                301,
                Map.of("x-amz-bucket-region", "eu-central-1"),
                "gatehouse.artifacts.s3.region is us-east-1",
                "in eu-central-1");
        assertRefused(400, Map.of("x-amz-bucket-region", "eu-west-1"), "gatehouse.artifacts.s3.region", "in eu-west-1");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> open(settings("bucket", "http://127.0.0.1:" + port, "")))
                .isInstanceOf(UnusableBlobStoreException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("gatehouse.artifacts.s3.endpoint")
                .hasMessageNotContaining("hush");
    }

    @Test
    void settingsThatCannotBeMeantAreRefusedByName() {
        assertRefusedSetting("endpoint", () -> settings("b", "s3.example.org", ""));
        assertRefusedSetting("endpoint", () -> settings("b", "http://s3.example.org/bucket", ""));
        assertRefusedSetting("prefix", () -> settings("b", "http://s3", "no-slash"));
        assertRefusedSetting("prefix", () -> settings("b", "http://s3", "/slash/"));
        assertRefusedSetting("region", () -> new S3Settings("b", " ", "", "", false, "", "", DataSize.ofGigabytes(1)));
        assertRefusedSetting(
                "access-key", () -> new S3Settings("b", "r", "", "", false, "key", "", DataSize.ofGigabytes(1)));
        assertRefusedSetting("cache", () -> new S3Settings("b", "r", "", "", false, "", "", DataSize.ofMegabytes(1)));
        assertThat(inBucket().toString()).doesNotContain("hush").doesNotContain("key");
    }

    private static void assertRefusedSetting(String name, org.assertj.core.api.ThrowableAssert.ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOf(UnusableBlobStoreException.class)
                .hasMessageStartingWith("gatehouse.artifacts.s3." + name)
                .hasMessageNotContaining("hush");
    }

    /** A server that answers everything with one status. */
    private void assertRefused(int status, Map<String, String> headers, String... words) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            headers.forEach((name, value) -> call.getResponseHeaders().add(name, value));
            call.sendResponseHeaders(status, -1);
            call.close();
        });
        server.start();
        try {
            String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThatThrownBy(() -> open(settings("bucket", endpoint, "")))
                    .isInstanceOf(UnusableBlobStoreException.class)
                    .hasMessageContainingAll(words)
                    .hasMessageNotContaining("hush");
        } finally {
            server.stop(0);
        }
    }

    private BlobStore open(S3Settings settings) throws IOException {
        return new BlobStoreConfiguration().blobStore(settings, data, ids, clock);
    }

    private S3Settings inBucket() {
        return settings(S3Server.BUCKET, S3Server.running().endpoint(), prefix);
    }

    private static S3Settings settings(String bucket, String endpoint, String prefix) {
        return new S3Settings(bucket, "us-east-1", endpoint, prefix, true, "AKIA", "hush", DataSize.ofGigabytes(1));
    }

    private void emptyFolder(List<String> kept) throws IOException {
        FolderBlobStore folder = new FolderBlobStore(data, ids);
        for (String sha256 : kept) {
            Files.delete(folder.file(sha256));
        }
    }

    private static String keep(BlobStore store, String text) throws IOException {
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        if (store.receive(bytes) instanceof BlobStore.Receipt.Whole(BlobStore.Quarantined upload)) {
            store.commit(upload);
            store.discard(upload);
            return upload.sha256();
        }
        throw new AssertionError("The upload was cut off");
    }

    private static String read(BlobStore store, String sha256) throws IOException {
        try (InputStream bytes = store.open(sha256, 0, Long.MAX_VALUE)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
