package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.NotPermittedException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class ArtifactStoreTest {
    private final ArtifactStore store;
    private final ArtifactSweep sweep;
    private final TestPeople people;
    private final TransactionTemplate transaction;
    private final Path data;
    private ArtifactPath root;

    ArtifactStoreTest(
            ArtifactStore store,
            ArtifactSweep sweep,
            TestPeople people,
            TransactionTemplate transaction,
            Ids ids,
            @Value("${gatehouse.data}") Path data) {
        this.store = store;
        this.sweep = sweep;
        this.people = people;
        this.transaction = transaction;
        this.data = data;
        this.root = new ArtifactPath("7/" + ids.hex32() + "/artifacts");
    }

    @BeforeEach
    void nothingWaitsInQuarantine() throws IOException {
        assertThat(quarantined()).isZero();
    }

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        Artifact written = write("model/MLmodel", "flavors: {}");

        assertThat(store.find(people.vera(), root.resolve("model/MLmodel"))).contains(written);
        assertThat(read(written)).isEqualTo("flavors: {}");
        assertThat(written.size()).isEqualTo(11);
        assertThat(written.sha256()).hasSize(64);
    }

    @Test
    void theSameBytesAreKeptOnce() {
        Artifact one = write("a.txt", "same");
        Artifact two = write("b/c.txt", "same");

        assertThat(store.localFile(one)).isEqualTo(store.localFile(two));
    }

    @Test
    void writingAgainReplacesTheRowAndNotTheBytesThatAReaderHolds() throws IOException {
        Artifact first = write("a.txt", "first");
        try (InputStream reader = store.open(first)) {
            Artifact second = write("a.txt", "second");

            assertThat(read(second)).isEqualTo("second");
            assertThat(new String(reader.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("first");
        }
        assertThat(store.filesBelow(people.dana(), root)).hasSize(1);
    }

    @Test
    void aDirectoryListsWhatLiesDirectlyInIt() {
        for (String name : List.of("a/deep/er/x", "a/y", "a-b/z", "a.c/z", "aa/z", "top.txt", "a0/q", "empty.txt")) {
            write(name, name.equals("empty.txt") ? "" : name);
        }

        assertThat(store.list(people.dana(), root))
                .containsExactly(
                        new ArtifactEntry("a", null),
                        new ArtifactEntry("a-b", null),
                        new ArtifactEntry("a.c", null),
                        new ArtifactEntry("a0", null),
                        new ArtifactEntry("aa", null),
                        new ArtifactEntry("empty.txt", 0L),
                        new ArtifactEntry("top.txt", 7L));
        assertThat(store.list(people.dana(), root.resolve("a")))
                .containsExactly(new ArtifactEntry("deep", null), new ArtifactEntry("y", 3L));
        assertThat(store.list(people.dana(), root.resolve("top.txt"))).isEmpty();
        assertThat(store.list(people.dana(), root.resolve("nowhere"))).isEmpty();
        assertThat(store.list(people.dana(), ArtifactPath.ROOT)).contains(new ArtifactEntry("7", null));
    }

    @Test
    void anUploadShorterThanAnnouncedLeavesNothing() throws IOException {
        Outcome<Artifact> outcome =
                store.write(people.dana(), root.resolve("half.bin"), bytes("12345"), OptionalLong.of(10));

        assertThat(refusal(outcome).sentence().english())
                .contains("was cut off: 5 of 10 bytes arrived. Nothing was stored; send it again.");
        assertThat(store.list(people.dana(), root)).isEmpty();
        assertThat(quarantined()).isZero();
    }

    @Test
    void anUploadWhoseSenderGoesAwayLeavesNothing() throws IOException {
        InputStream broken = new FilterInputStream(bytes("12345")) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int read = super.read(buffer, from, length);
                if (read < 0) {
                    throw new IOException("connection reset");
                }
                return read;
            }
        };

        Outcome<Artifact> outcome = store.write(people.dana(), root.resolve("half.bin"), broken, OptionalLong.empty());

        assertThat(refusal(outcome).kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(store.find(people.dana(), root.resolve("half.bin"))).isEmpty();
        assertThat(quarantined()).isZero();
    }

    @Test
    void aFileIsNotADirectory() {
        write("x", "file");
        write("d/y", "file");

        assertThat(refusal(tryWrite("x/z", "inside")).sentence().english()).contains("is a file, not a directory");
        assertThat(refusal(tryWrite("d", "over")).sentence().english()).contains("is a directory");
    }

    @Test
    void aFrozenFolderRefusesWritesAndDeletesOfItselfAndFromAbove() {
        write("model/MLmodel", "kept");
        write("model-2/MLmodel", "free");
        transaction.executeWithoutResult(status -> store.freeze(root.resolve("model"), "it is version 1 of 'churn'"));

        assertThat(refusal(tryWrite("model/MLmodel", "changed")).sentence().english())
                .endsWith("cannot be changed: it is version 1 of 'churn'.");
        assertThat(refusal(tryWrite("model/new", "added")).kind()).isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(refusal(store.delete(people.dana(), root.resolve("model/MLmodel")))
                        .kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(refusal(store.delete(people.dana(), root)).kind()).isEqualTo(Refusal.Kind.PROTECTED);
        assertThat(store.delete(people.dana(), root.resolve("model-2"))).isEqualTo(Outcome.done(1));
        assertThat(store.list(people.dana(), root)).containsExactly(new ArtifactEntry("model", null));
    }

    @Test
    void ofTwoThatFreezeAFolderTheFirstGivesTheReason() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<?> first = two.submit(() -> transaction.executeWithoutResult(status -> {
                store.freeze(root.resolve("model"), "it is version 1 of 'churn'");
                frozen.countDown();
                await(looked);
            }));
            Future<?> second = two.submit(() -> transaction.executeWithoutResult(status -> {
                await(frozen);
                assertThat(store.frozen(root.resolve("model"))).isFalse();
                looked.countDown();
                store.freeze(root.resolve("model"), "it is version 1 of 'other'");
            }));
            first.get();
            second.get();
        }

        assertThat(refusal(tryWrite("model/new", "added")).sentence().english())
                .endsWith("cannot be changed: it is version 1 of 'churn'.");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void deletingTakesAllBelowAndSparesTheSibling() {
        write("d/a", "1");
        write("d/e/b", "2");
        write("d-2/c", "3");

        assertThat(store.delete(people.dana(), root.resolve("d"))).isEqualTo(Outcome.done(2));
        assertThat(store.delete(people.dana(), root.resolve("d"))).isEqualTo(Outcome.done(0));
        assertThat(store.list(people.dana(), root)).containsExactly(new ArtifactEntry("d-2", null));
        assertThat(refusal(store.delete(people.dana(), ArtifactPath.ROOT)).kind())
                .isEqualTo(Refusal.Kind.PROTECTED);
    }

    @Test
    void aCopyOutlivesItsSource() throws IOException {
        Artifact source = write("evaluation/predictions.csv", "id,label,score");
        ArtifactPath target =
                new ArtifactPath(".gatehouse/evidence/" + root.parent().name());

        Artifact copy = transaction.execute(status -> store.copy(people.dana(), source, target));
        store.delete(people.dana(), root);
        sweep.sweep(Duration.ofSeconds(-60));

        assertThat(copy).isNotNull();
        assertThat(read(copy)).isEqualTo("id,label,score");
    }

    @Test
    void theSweepTakesWhatNothingRefersToOnceItIsOldEnough() throws IOException {
        Artifact orphan = write("a.txt", "orphan of " + root);
        Artifact kept = write("b.txt", "kept of " + root);
        Path orphanFile = store.localFile(orphan);
        store.delete(people.dana(), root.resolve("a.txt"));

        sweep.sweep(Duration.ofHours(1));
        assertThat(orphanFile).exists();

        Files.setLastModifiedTime(orphanFile, FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(store.localFile(kept), FileTime.from(Instant.EPOCH));
        Files.createFile(data.resolve("quarantine/crashed.part"));
        Files.setLastModifiedTime(data.resolve("quarantine/crashed.part"), FileTime.from(Instant.EPOCH));
        ArtifactSweep.Swept swept = sweep.sweep(Duration.ofHours(1));

        assertThat(swept.uploads()).isEqualTo(1);
        assertThat(orphanFile).doesNotExist();
        assertThat(store.localFile(kept)).exists();
    }

    @Test
    void bytesThatComeInAgainAreYoungAgain() throws IOException {
        Artifact first = write("a.txt", "again " + root);
        store.delete(people.dana(), root.resolve("a.txt"));
        Files.setLastModifiedTime(store.localFile(first), FileTime.from(Instant.EPOCH));

        write("b.txt", "again " + root);
        store.delete(people.dana(), root.resolve("b.txt"));
        sweep.sweep(Duration.ofHours(1));

        assertThat(store.localFile(first)).exists();
    }

    @Test
    void aSymbolicLinkAmongTheBlobsIsNotFollowed() throws IOException {
        Artifact file = write("a.txt", "linked " + root);
        Path blob = store.localFile(file);
        Path secret = Files.writeString(data.resolve(root.parent().name()), "secret");
        Files.delete(blob);
        Files.createSymbolicLink(blob, secret.toAbsolutePath());

        assertThatThrownBy(() -> store.open(file)).isInstanceOf(java.io.UncheckedIOException.class);
        Files.delete(blob);
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        write("a.txt", "x");

        assertThatThrownBy(() -> store.write(people.vera(), root.resolve("b.txt"), bytes("x"), OptionalLong.empty()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> store.delete(people.vera(), root)).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> store.list(people.carl(), root)).isInstanceOf(NotPermittedException.class);
        assertThat(store.list(people.vera(), root)).hasSize(1);
    }

    private Artifact write(String name, String text) {
        return tryWrite(name, text).orThrow();
    }

    private Outcome<Artifact> tryWrite(String name, String text) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        return store.write(people.dana(), root.resolve(name), bytes(text), OptionalLong.of(size));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private String read(Artifact artifact) throws IOException {
        try (InputStream in = store.open(artifact)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private long quarantined() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("quarantine"))) {
            return files.count();
        }
    }
}
