package io.gatehouse.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.DatabaseTest;
import io.gatehouse.house.TestPeople;
import io.gatehouse.ids.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A sweep in the very moment in which somebody uploads, and one that breaks off. */
@DatabaseTest
class SweepRaceTest {
    private final ArtifactTable table;
    private final BlobStore blobs;
    private final UploadsInParts parts;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TestPeople people;
    private final ArtifactPath root;

    SweepRaceTest(
            ArtifactTable table,
            BlobStore blobs,
            UploadsInParts parts,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            TestPeople people,
            Ids ids) {
        this.table = table;
        this.blobs = blobs;
        this.parts = parts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.people = people;
        this.root = new ArtifactPath("7/" + ids.hex32() + "/artifacts");
    }

    /** What a store does before or after one of its methods. */
    private interface Interference {
        @Nullable
        Object around(String method, Call real) throws Throwable;
    }

    private interface Call {
        @Nullable
        Object now() throws Throwable;
    }

    @Test
    void bytesThatWereFoundAndThenSweptAreCommittedOnceMore() throws IOException {
        String text = "found and swept " + root;
        AtomicInteger commits = new AtomicInteger();
        BlobStore forgetful = interfered((method, real) -> {
            if (!method.equals("commit")) {
                return real.now();
            }
            if (commits.incrementAndGet() == 1) {
                // As a bucket says that has the bytes, and loses them to a sweep before they get a path.
                return false;
            }
            return real.now();
        });

        Artifact kept = write(store(forgetful), "a.txt", text);

        assertThat(commits).hasValue(2);
        assertThat(blobs.holds(kept.sha256())).isTrue();
    }

    @Test
    void bytesThatGotAPathAfterTheSweepHadLookedStay() throws IOException {
        String text = "late " + root;
        Artifact orphan = write(store(blobs), "first.txt", text);
        transaction.executeWithoutResult(status -> table.delete(orphan.path()));
        age(orphan);
        List<Artifact> late = new ArrayList<>();
        BlobStore slow = interfered((method, real) -> {
            if (method.equals("deleteIfOlder") && late.isEmpty()) {
                throw new AssertionError("Taken although it has a path");
            }
            Object answer = real.now();
            if (method.equals("startingWith")
                    && late.isEmpty()
                    && String.valueOf(answer).contains(orphan.sha256())) {
                late.add(write(store(blobs), "second.txt", text));
                age(orphan);
            }
            return answer;
        });

        sweep(slow).sweep(Duration.ofHours(1));

        assertThat(late).hasSize(1);
        assertThat(blobs.holds(orphan.sha256())).isTrue();
    }

    @Test
    void aSweepThatBreaksOffLeavesTheRestForTheNextAndNothingByHalf() throws IOException {
        List<Artifact> orphans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Artifact orphan = write(store(blobs), i + ".txt", "orphan " + i + " of " + root);
            transaction.executeWithoutResult(status -> table.delete(orphan.path()));
            age(orphan);
            orphans.add(orphan);
        }
        Artifact kept = write(store(blobs), "kept.txt", "kept " + root);
        age(kept);
        AtomicInteger deletions = new AtomicInteger();
        BlobStore failing = interfered((method, real) -> {
            if (method.equals("deleteIfOlder") && deletions.incrementAndGet() == 3) {
                throw new IOException("the disk is gone");
            }
            return real.now();
        });

        assertThatThrownBy(() -> sweep(failing).sweep(Duration.ofHours(1))).isInstanceOf(UncheckedIOException.class);
        sweep(blobs).sweep(Duration.ofHours(1));

        for (Artifact orphan : orphans) {
            assertThat(blobs.holds(orphan.sha256())).isFalse();
        }
        assertThat(blobs.holds(kept.sha256())).isTrue();
        assertThat(table.find(kept.path())).contains(kept);
    }

    @Test
    void aSurveyCountsWhatASweepWouldTakeAndTakesNothing() throws IOException {
        Instant before = clock.instant().minus(Duration.ofHours(1));
        sweep(blobs).sweep(before);
        Artifact orphan = write(store(blobs), "o.txt", "surveyed " + root);
        transaction.executeWithoutResult(status -> table.delete(orphan.path()));
        age(orphan);

        ArtifactSweep.Survey survey = sweep(blobs).survey(before);

        assertThat(survey.blobs()).isEqualTo(1);
        assertThat(survey.bytes()).isEqualTo(orphan.size());
        assertThat(blobs.holds(orphan.sha256())).isTrue();
        assertThat(sweep(blobs).sweep(before).blobs()).isEqualTo(1);
    }

    private BlobStore interfered(Interference interference) {
        return (BlobStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BlobStore.class},
                (proxy, method, arguments) -> interference.around(method.getName(), () -> {
                    try {
                        return method.invoke(blobs, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                }));
    }

    private ArtifactStore store(BlobStore over) {
        return new ArtifactStore(table, over, audit, transaction);
    }

    private ArtifactSweep sweep(BlobStore over) {
        return new ArtifactSweep(table, over, parts, transaction, clock);
    }

    private Artifact write(ArtifactStore store, String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return store.write(
                        people.dana(),
                        root.resolve(name),
                        new ByteArrayInputStream(bytes),
                        OptionalLong.of(bytes.length))
                .orThrow();
    }

    private void age(Artifact artifact) throws IOException {
        Files.setLastModifiedTime(blobs.file(artifact.sha256()), FileTime.from(Instant.EPOCH));
    }
}
