package io.gatehouse.portal.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

@PortalTest
class ArtifactRangeTest {
    private static final String SMALL = "0123456789";
    /** Large enough to go from the disk to the network by itself. */
    private static final String LARGE = "0123456789abcdef".repeat(10_000);

    private final WireClient dana;
    private final Path data;
    private final String small;
    private final String large;

    ArtifactRangeTest(WireClients clients, Ids ids, @Value("${gatehouse.data}") Path data) {
        this.dana = clients.dana();
        this.data = data;
        String root = "/api/2.0/mlflow-artifacts/artifacts/5/" + ids.hex32() + "/artifacts/";
        this.small = root + "small.txt";
        this.large = root + "large.txt";
    }

    @BeforeEach
    void twoFiles() {
        dana.send("PUT", small, BodyPublishers.ofString(SMALL));
        dana.send("PUT", large, BodyPublishers.ofString(LARGE));
    }

    @Test
    void aWholeFileSaysThatPartsOfItCanBeHadAndWhatItsBytesAre() {
        Answer whole = dana.get(large);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).isEqualTo(LARGE);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "ETag")).isEqualTo(tag(LARGE));
        assertThat(header(whole, "Content-Length")).isEqualTo("160000");
        assertThat(header(whole, "Content-Range")).isEmpty();
    }

    @Test
    void aPartIsNumberedWithinTheWhole() {
        Answer part = ranged(small, "bytes=2-4");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("234");
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(header(part, "Content-Length")).isEqualTo("3");
        assertThat(header(part, "Content-Disposition")).startsWith("attachment");
        assertThat(header(part, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aLargePartComesFromItsPlaceInTheFile() {
        Answer part = ranged(large, "bytes=16-100015");

        assertThat(part.text()).isEqualTo(LARGE.substring(16, 100_016));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 16-100015/160000");
    }

    @Test
    void theEndOfAFileIsHadWithoutKnowingItsLength() {
        assertThat(ranged(small, "bytes=-3").text()).isEqualTo("789");
        assertThat(ranged(small, "bytes=7-").text()).isEqualTo("789");
        assertThat(ranged(large, "bytes=-99999").text()).isEqualTo(LARGE.substring(60_001));
        assertThat(header(ranged(small, "bytes=-300"), "Content-Range")).isEqualTo("bytes 0-9/10");
    }

    @Test
    void whereTheFileEndsIsSaidToWhoeverAsksForWhatIsBehind() {
        Answer behind = ranged(small, "bytes=10-");

        assertThat(behind.status()).isEqualTo(416);
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */10");
        assertThat(behind.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
        assertThat(behind.message()).contains("has 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=4-2", "nonsense"})
    void whatIsNoSingleRangeGetsTheWholeFile(String range) {
        Answer whole = ranged(small, range);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.text()).isEqualTo(SMALL);
    }

    @Test
    void aRangeOfWhatTheFileWasBeforeGetsTheWholeNewFile() {
        Answer same = dana.send("GET", small, BodyPublishers.noBody(), "Range", "bytes=2-4", "If-Range", tag(SMALL));
        Answer other =
                dana.send("GET", small, BodyPublishers.noBody(), "Range", "bytes=2-4", "If-Range", tag("before"));
        Answer dated = dana.send(
                "GET",
                small,
                BodyPublishers.noBody(),
                "Range",
                "bytes=2-4",
                "If-Range",
                "Sat, 14 Mar 2026 10:00:00 GMT");

        assertThat(same.status()).isEqualTo(206);
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text()).isEqualTo(SMALL);
        assertThat(dated.status()).isEqualTo(200);
    }

    @Test
    void whoeverHasTheseBytesIsNotSentThemAgain() {
        Answer known = dana.send("GET", small, BodyPublishers.noBody(), "If-None-Match", tag(SMALL));

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
    }

    @Test
    void theHeadOfAFileSaysItsLengthAndTag() {
        Answer head = dana.send("HEAD", large, BodyPublishers.noBody(), "Range", "bytes=0-3");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(header(head, "Content-Length")).isEqualTo("160000");
        assertThat(header(head, "ETag")).isEqualTo(tag(LARGE));
        assertThat(dana.send("HEAD", small + "x", BodyPublishers.noBody()).status())
                .isEqualTo(404);
    }

    @Test
    void partsOfAnEmptyFileAreAllOfIt() {
        String empty = small.replace("small", "empty");
        dana.send("PUT", empty, BodyPublishers.ofString(""));

        assertThat(dana.get(empty).status()).isEqualTo(200);
        assertThat(ranged(empty, "bytes=-1").status()).isEqualTo(200);
        assertThat(ranged(empty, "bytes=0-").status()).isEqualTo(416);
    }

    /** The connection is broken off or the call refused; half a file never looks whole. */
    @Test
    void bytesThatWentMissingAreNeverAShorterFile() throws IOException {
        String text = "missing " + small;
        String sha256 = Digests.sha256(text);
        String lost = small.replace("small", "lost");
        dana.send("PUT", lost, BodyPublishers.ofString(text));
        Path blob = data.resolve("blobs")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
        Files.delete(blob);

        assertThat(dana.get(lost).status()).isEqualTo(500);
    }

    private Answer ranged(String file, String range) {
        return dana.send("GET", file, BodyPublishers.noBody(), "Range", range);
    }

    private static String tag(String text) {
        return "\"" + Digests.sha256(text) + "\"";
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
