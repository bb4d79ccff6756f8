package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of blobs does. */
abstract class BlobStoreContract {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @TempDir
    Path data;

    protected final Clock clock = Clock.systemUTC();
    protected final Ids ids = new Ids(clock);
    protected BlobStore store;

    /** A store with nothing in it. */
    abstract BlobStore empty() throws IOException;

    @BeforeEach
    void nothingIsThere() throws IOException {
        store = empty();
    }

    @Test
    void whatIsCommittedIsFoundByItsDigest() throws IOException {
        String sha256 = keep("0123456789");

        assertThat(sha256).isEqualTo(Digests.sha256("0123456789"));
        assertThat(store.holds(sha256)).isTrue();
        assertThat(read(sha256, 0, 10)).isEqualTo("0123456789");
        assertThat(Files.readString(store.file(sha256))).isEqualTo("0123456789");
    }

    @Test
    void anyPartOfItIsReadByItself() throws IOException {
        String sha256 = keep("0123456789");

        assertThat(read(sha256, 2, 3)).isEqualTo("234");
        assertThat(read(sha256, 7, Long.MAX_VALUE)).isEqualTo("789");
        assertThat(read(sha256, 7, 100)).isEqualTo("789");
        assertThat(read(sha256, 0, 0)).isEmpty();
        assertThat(read(sha256, 10, 1)).isEmpty();
    }

    @Test
    void anEmptyFileIsAFile() throws IOException {
        String sha256 = keep("");

        assertThat(store.holds(sha256)).isTrue();
        assertThat(read(sha256, 0, 0)).isEmpty();
        assertThat(read(sha256, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(store.file(sha256)).isEmptyFile();
    }

    @Test
    void whatWaitsInQuarantineIsNotThereAndGoesWhenItIsDiscarded() throws IOException {
        BlobStore.Quarantined upload = receive("waiting");

        assertThat(store.holds(upload.sha256())).isFalse();
        assertThat(upload.size()).isEqualTo(7);
        store.discard(upload);
        assertThat(data.resolve("quarantine")).isEmptyDirectory();
    }

    @Test
    void whatIsCommittedOutlivesItsQuarantine() throws IOException {
        BlobStore.Quarantined upload = receive("kept");
        store.commit(upload);
        store.discard(upload);

        assertThat(read(upload.sha256(), 0, 4)).isEqualTo("kept");
        assertThat(data.resolve("quarantine")).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereIsSaidToBeMissing() {
        String nothing = Digests.sha256("never kept");

        assertThatThrownBy(() -> store.open(nothing, 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.file(nothing)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aNameThatIsNoDigestLeadsNowhere() {
        for (String name : List.of("", "..", "../../etc/passwd", "A".repeat(64), "a".repeat(63))) {
            assertThatThrownBy(() -> store.holds(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.open(name, 0, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.deleteIfOlder(name, LATER)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aStreamThatBreaksLeavesNothingAndSaysHowMuchCame() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 5;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        };

        assertThat(store.receive(broken)).isEqualTo(new BlobStore.Receipt.CutOff(5));
        assertThat(data.resolve("quarantine")).isEmptyDirectory();
    }

    @Test
    void theSweepSeesWhatIsThereWithItsSizeAndAge() throws IOException {
        Instant before = clock.instant().minusSeconds(60);
        String sha256 = keep("seen by the sweep");

        assertThat(store.startingWith(sha256.substring(0, 2))).singleElement().satisfies(blob -> {
            assertThat(blob.sha256()).isEqualTo(sha256);
            assertThat(blob.size()).isEqualTo(17);
            assertThat(blob.at()).isBetween(before, clock.instant().plusSeconds(60));
        });
        String other = sha256.startsWith("00") ? "01" : "00";
        assertThat(store.startingWith(other)).isEmpty();
    }

    @Test
    void onlyWhatIsOlderIsDeleted() throws IOException {
        String sha256 = keep("young");

        assertThat(store.deleteIfOlder(sha256, clock.instant().minus(Duration.ofHours(1))))
                .isFalse();
        assertThat(store.holds(sha256)).isTrue();
        assertThat(store.deleteIfOlder(sha256, LATER)).isTrue();
        assertThat(store.holds(sha256)).isFalse();
        assertThat(store.deleteIfOlder(sha256, LATER)).isFalse();
    }

    /** Whoever was told that the bytes are not young finds them gone under the lock, and commits again. */
    @Test
    void bytesThatASweepTookBetweenTwoCommitsAreBackAfterTheSecond() throws IOException {
        keep("came twice");
        BlobStore.Quarantined again = receive("came twice");

        boolean young = store.commit(again);
        boolean swept =
                store.deleteIfOlder(again.sha256(), young ? clock.instant().minusSeconds(60) : LATER);
        store.commit(again);

        assertThat(swept).isEqualTo(!young);
        assertThat(store.holds(again.sha256())).isTrue();
        assertThat(read(again.sha256(), 0, 10)).isEqualTo("came twice");
        store.discard(again);
    }

    @Test
    void whatNeverLeftQuarantineIsClearedOnceItIsOld() throws IOException {
        BlobStore.Quarantined crashed = receive("crashed");

        assertThat(store.clearQuarantine(clock.instant().minusSeconds(60))).isZero();
        assertThat(store.clearQuarantine(LATER)).isEqualTo(1);
        assertThat(store.holds(crashed.sha256())).isFalse();
        assertThat(data.resolve("quarantine")).isEmptyDirectory();
    }

    protected String keep(String text) throws IOException {
        BlobStore.Quarantined upload = receive(text);
        store.commit(upload);
        store.discard(upload);
        return upload.sha256();
    }

    protected BlobStore.Quarantined receive(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (store.receive(new ByteArrayInputStream(bytes)) instanceof BlobStore.Receipt.Whole(var upload)) {
            return upload;
        }
        throw new AssertionError("The upload was cut off");
    }

    protected String read(String sha256, long from, long length) throws IOException {
        try (InputStream bytes = store.open(sha256, from, length)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
