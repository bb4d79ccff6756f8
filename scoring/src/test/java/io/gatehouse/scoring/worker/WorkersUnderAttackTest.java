package io.gatehouse.scoring.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.scoring.ReductionResult.Reduced;
import io.gatehouse.scoring.ReductionResult.Refused;
import io.gatehouse.scoring.Refusal;
import io.gatehouse.scoring.RefusalCode;
import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.ScoredRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever a file does to its worker, the answer is a sentence, and the next file is read. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Execution(ExecutionMode.SAME_THREAD)
// On a thread of its own, since whoever waits for a pipe to be opened cannot be interrupted.
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersUnderAttackTest {

    private static final WorkerLimits LIMITS = WorkerLimits.of(1, 1050);

    @TempDir
    Path folder;

    private Tables tables;
    private Workers workers;

    @BeforeEach
    void prepare() {
        tables = new Tables(folder);
        workers = workers(LIMITS);
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void aFileThatIsNeverReadToItsEndIsGivenUp() throws Exception {
        restart(LIMITS.withTaskTime(Duration.ofSeconds(10)));
        assertThat(refusal(reduce(tables.endless())).sentence())
                .isEqualTo("Reading this file stopped the reader: it was not done after 10 s; nothing was changed."
                        + " Send a smaller file.");
        theNextFileIsRead();
        assertThat(workers.health().faults()).isEqualTo(1);
        assertThat(workers.health().restarts()).isEqualTo(1);
        assertThat(workers.health().lastFault()).isNotNull();
    }

    @Test
    void aWorkerKilledInTheMiddleIsReplaced() throws Exception {
        Path endless = tables.endless();
        CompletableFuture<ReductionResult> answer = CompletableFuture.supplyAsync(() -> reduce(endless));
        openedByAWorker(endless);
        ProcessHandle killed = worker();
        killed.destroyForcibly();
        Refusal refusal = refusal(answer.join());
        assertThat(refusal.code()).isEqualTo(RefusalCode.READER_STOPPED);
        assertThat(refusal.sentence()).contains("its process was killed from outside; nothing was changed");
        theNextFileIsRead();
        assertThat(worker().pid()).isNotEqualTo(killed.pid());
    }

    @Test
    void aWorkerKilledWhileItWaitsIsReplacedBeforeAnybodyNotices() throws Exception {
        theNextFileIsRead();
        worker().destroyForcibly();
        while (workers.health().restarts() == 0) {
            Thread.sleep(5);
        }
        assertThat(workers.health().ready()).isTrue();
        theNextFileIsRead();
        assertThat(workers.health().faults()).isZero();
        assertThat(workers.health().restarts()).isEqualTo(1);
    }

    @Test
    void aSmallFileThatUnpacksToManyRowsIsRefusedForItsMemory() throws Exception {
        restart(WorkerLimits.of(1, 706));
        Path bomb = tables.write(
                "SELECT 'S' || i AS id, 'test' AS split, i % 2 AS label, 0.5 AS score, 0.5 AS champion,"
                        + " repeat('x', 400) || i % 10 AS plan_type FROM range(4000000) t(i)",
                "bomb.parquet");
        Refusal refusal = refusal(reduce(bomb));
        assertThat(refusal.sentence()).contains("memory");
        theNextFileIsRead();
    }

    @Test
    void aFileThatAnnouncesMoreRowsThanAllowedIsNotUnpacked() throws Exception {
        restart(LIMITS.withReading(new ReductionLimits(1 << 20, 2_000_000, 50, 300, 2, Duration.ofMinutes(1))));
        Path bomb = tables.write(
                "SELECT 1 AS id, 1 AS label, 0.5 AS score, 0.5 AS champion, 'test' AS split, 'a' AS plan_type"
                        + " FROM range(2000001)",
                "rows.parquet");
        assertThat(Files.size(bomb)).isLessThan(100_000);
        assertThat(refusal(reduce(bomb)).code()).isEqualTo(RefusalCode.TABLE_TOO_MANY_ROWS);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkerThatHoldsTooMuchIsStopped() throws Exception {
        // The engine believes that it may use 2 GB; the watch knows better.
        restart(LIMITS.withReading(LIMITS.reading().withMemory(2_000)).withMemory(350));
        Path heavy = tables.write(
                "SELECT 'S' || i AS id, 'test' AS split, i % 2 AS label, 0.5 AS score, 0.5 AS champion,"
                        + " 'a' AS plan_type FROM range(5000000) t(i)",
                "heavy.parquet");
        Refusal refusal = refusal(reduce(heavy));
        assertThat(refusal.sentence()).contains("memory").endsWith("Send a smaller file.");
        theNextFileIsRead();
    }

    @Test
    void afterItsNumberOfTasksAWorkerIsReplacedWithoutAFault() throws Exception {
        restart(LIMITS.withTasks(1));
        theNextFileIsRead();
        theNextFileIsRead();
        assertThat(workers.health().restarts()).isEqualTo(2);
        assertThat(workers.health().faults()).isZero();
    }

    @Test
    void whoIsInterruptedGetsNoResultAndLeavesAFreshWorker() throws Exception {
        Path endless = tables.endless();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread asking = Thread.ofPlatform().start(() -> {
            try {
                reduce(endless);
            } catch (CancellationException cancelled) {
                thrown.complete(cancelled);
            }
        });
        openedByAWorker(endless);
        asking.interrupt();
        assertThat(thrown.join()).hasMessage("Reading the file was cancelled");
        theNextFileIsRead();
    }

    @Test
    void rowsThatCameBeforeTheEndOfTheWorkerAreFollowedByARefusal() throws Exception {
        Path table = tables.write(Tables.POPULATION.replace("range(4000)", "range(60000)"), "many.parquet");
        List<ScoredRow> taken = new ArrayList<>();
        ScoredBatchResult result = new WorkerScoredBatchReader(workers)
                .read(table, new ScoredBatchDescription(null, null, null, List.of(), 0.1), row -> {
                    taken.add(row);
                    LongStream.of(workers.pids())
                            .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                });
        assertThat(taken).isNotEmpty();
        assertThat(result).isInstanceOf(ScoredBatchResult.Refused.class);
    }

    @Test
    void aWorkerEndsWhenItsPortalIsGone() throws Exception {
        Path run = Files.createDirectory(folder.resolve("orphan"));
        Process orphan = new WorkerCommand(WorkerLibraries.classPath(run), LIMITS).start(run);
        assertThat(orphan.getInputStream().read()).isZero();
        orphan.getOutputStream().close();
        assertThat(orphan.waitFor()).isZero();
    }

    @Test
    void aPortalThatStopsLeavesNoWorkerAndGivesNoResult() throws Exception {
        Path endless = tables.endless();
        CompletableFuture<ReductionResult> answer = CompletableFuture.supplyAsync(() -> reduce(endless));
        openedByAWorker(endless);
        ProcessHandle worker = worker();
        workers.close();
        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(CancellationException.class);
        while (worker.isAlive()) {
            Thread.sleep(5);
        }
        assertThatThrownBy(() -> reduce(endless)).isInstanceOf(CancellationException.class);
        assertThat(workers.pids()).isEmpty();
    }

    @Test
    void whatAKilledPortalLeftBehindIsRemovedAndWhatALivingOneUsesIsNot() throws Exception {
        Path orphan = Files.createDirectories(folder.resolve("left/session-1/run-1"));
        Files.writeString(orphan.resolve("libduckdb_java.so"), "native");
        try (Workers living = new Workers(LIMITS, folder.resolve("left"), Clock.systemUTC())) {
            new Workers(LIMITS, folder.resolve("left"), Clock.systemUTC()).close();
            assertThat(folder.resolve("left/session-1")).doesNotExist();
            assertThat(folder.resolve("left")).isNotEmptyDirectory();
        }
        assertThat(folder.resolve("left")).isEmptyDirectory();
    }

    @Test
    void aWorkerThatCannotBeStartedIsSaidSo() throws Exception {
        restart(LIMITS.withMemory(1));
        Refusal refusal = refusal(reduce(tables.people()));
        assertThat(refusal.sentence())
                .isEqualTo(
                        "The file was not read, because the reader of files could not be started (it needed more than 1 MB"
                                + " of memory); nothing was changed. An administrator finds the reason in the server's log.");
        assertThat(workers.health().faults()).isEqualTo(1);
    }

    private void theNextFileIsRead() throws Exception {
        assertThat(reduce(tables.people())).isInstanceOf(Reduced.class);
    }

    private void restart(WorkerLimits limits) {
        workers.close();
        workers = workers(limits);
    }

    private Workers workers(WorkerLimits limits) {
        return new Workers(limits, folder.resolve("workers"), Clock.systemUTC());
    }

    private ReductionResult reduce(Path table) {
        return new WorkerEvidenceReducer(workers).reduce(table, tables.description(), 0.2);
    }

    private static Refusal refusal(ReductionResult result) {
        return ((Refused) result).refusal();
    }

    /** Opening a pipe for writing waits until it is open for reading; closing it again would end the file, so it stays open. */
    @SuppressWarnings("resource")
    private static void openedByAWorker(Path pipe) throws Exception {
        Files.newByteChannel(pipe, StandardOpenOption.WRITE);
    }

    /** The one of this test: other tests have theirs at the same time. */
    private ProcessHandle worker() {
        return ProcessHandle.of(workers.pids()[0]).orElseThrow();
    }
}
