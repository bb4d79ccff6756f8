package io.gatehouse.scoring.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.scoring.CustomerScore;
import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.DuckDbOutcomeReader;
import io.gatehouse.scoring.DuckDbScoredBatchReader;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.OutcomeDescription;
import io.gatehouse.scoring.OutcomeResult;
import io.gatehouse.scoring.OutcomeRow;
import io.gatehouse.scoring.ReasonPhrases;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import io.gatehouse.scoring.ReductionResult.Reduced;
import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.ScoredBatchTaker;
import io.gatehouse.scoring.ScoredRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a worker answers is what the engine in this process would have answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersTest {

    private static final ReductionLimits LIMITS = ReductionLimits.DEFAULT.withMemory(500);
    private static final ScoredBatchDescription BATCH =
            new ScoredBatchDescription(null, null, null, List.of("plan_type"), 0.5);

    @TempDir
    static Path folder;

    private Workers workers;
    private Tables tables;

    @BeforeAll
    void start() {
        tables = new Tables(folder);
        workers = new Workers(WorkerLimits.of(1, 1450), folder.resolve("workers"), Clock.systemUTC());
        workers.warm();
    }

    @AfterAll
    void stop() {
        workers.close();
        assertThat(folder.resolve("workers")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence.parquet", "evidence.csv"})
    void statisticsAreTheSameThroughThePipe(String name) throws Exception {
        Path table = tables.write(Tables.PEOPLE, name);
        ReductionResult here = new DuckDbEvidenceReducer(LIMITS).reduce(table, tables.description(), 0.2);
        assertThat(here).isInstanceOf(Reduced.class);
        assertThat(new WorkerEvidenceReducer(workers).reduce(table, tables.description(), 0.2))
                .isEqualTo(here);
    }

    @Test
    void weightedStatisticsAreTheSameThroughThePipe() throws Exception {
        Path table = tables.write(
                "SELECT *, (i * 31 % 400 + 1) / 100.0 AS w, i % 90 AS worth FROM (" + Tables.PEOPLE
                        + ") JOIN range(5000)" + " r(i) ON id = 'S' || i",
                "weighted.parquet");
        EvidenceDescription description = tables.weighted();
        ReductionResult here = new DuckDbEvidenceReducer(LIMITS).reduce(table, description, 0.2);
        assertThat(here)
                .isInstanceOfSatisfying(
                        Reduced.class,
                        reduced -> assertThat(reduced.statistics().weights()).isNotNull());
        assertThat(new WorkerEvidenceReducer(workers).reduce(table, description, 0.2))
                .isEqualTo(here);
    }

    @Test
    void flaggedRowsAndTotalsAreTheSameThroughThePipe() throws Exception {
        Path table = tables.write(Tables.POPULATION, "population.parquet");
        List<ScoredRow> here = new ArrayList<>();
        List<ScoredRow> there = new ArrayList<>();
        ScoredBatchResult totals =
                new DuckDbScoredBatchReader(LIMITS, ReasonPhrases.shipped()).read(table, BATCH, here::add);
        assertThat(new WorkerScoredBatchReader(workers).read(table, BATCH, there::add))
                .isEqualTo(totals);
        assertThat(there).hasSize(2000).isEqualTo(here);
    }

    @Test
    void everyScoreComesThroughThePipe() throws Exception {
        Path table = tables.write(Tables.POPULATION, "scores.parquet");
        List<CustomerScore> scores = new ArrayList<>();
        List<ScoredRow> flagged = new ArrayList<>();
        new WorkerScoredBatchReader(workers).read(table, BATCH, new ScoredBatchTaker() {
            @Override
            public void flagged(ScoredRow row) {
                assertThat(scores).isEmpty();
                flagged.add(row);
            }

            @Override
            public void scored(CustomerScore customer) {
                scores.add(customer);
            }
        });
        assertThat(scores).hasSize(4000);
        assertThat(scores)
                .contains(new CustomerScore(
                        flagged.getLast().id(), flagged.getLast().score()));
    }

    @Test
    void outcomesComeThroughThePipeAsTheyAre() throws Exception {
        Path table = tables.write(
                "SELECT 'S-' || lpad(CAST(i AS VARCHAR), 5, '0') AS id, i % 3 = 0 AS outcome,"
                        + " DATE '2026-01-01' + CAST(i % 30 AS INTEGER) AS observed_on FROM range(12000) t(i)",
                "outcomes.parquet");
        OutcomeDescription description = new OutcomeDescription(null, null, null, null, LocalDate.of(2026, 3, 14));
        List<OutcomeRow> here = new ArrayList<>();
        List<OutcomeRow> there = new ArrayList<>();
        OutcomeResult result = new DuckDbOutcomeReader(LIMITS).read(table, description, here::add);
        assertThat(new WorkerOutcomeReader(workers).read(table, description, there::add))
                .isEqualTo(result);
        assertThat(there).hasSize(12000).isEqualTo(here);
    }

    @Test
    void aFileOfOutcomesThatIsNoTableIsRefusedAndTheWorkerStays() throws Exception {
        Path rubbish = Files.writeString(folder.resolve("rubbish.csv"), "PAR1 but not really");
        OutcomeDescription description = new OutcomeDescription(null, null, null, null, LocalDate.of(2026, 3, 14));
        assertThat(new WorkerOutcomeReader(workers).read(rubbish, description, row -> {}))
                .isInstanceOf(OutcomeResult.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 12, 600})
    void aFileThatIsNoTableIsRefusedInTheSameWords(int bytes) throws Exception {
        byte[] whole = Files.readAllBytes(tables.write(Tables.PEOPLE, "whole-" + bytes + ".parquet"));
        Path cut = Files.write(folder.resolve("cut-" + bytes + ".parquet"), Arrays.copyOf(whole, bytes));
        ReductionResult here = new DuckDbEvidenceReducer(LIMITS).reduce(cut, tables.description(), 0.2);
        assertThat(here).isInstanceOf(ReductionResult.Refused.class);
        assertThat(new WorkerEvidenceReducer(workers).reduce(cut, tables.description(), 0.2))
                .isEqualTo(here);
    }

    @Test
    void aFileThatIsNotThereIsTheCallersMistake() {
        assertThatThrownBy(() -> new WorkerEvidenceReducer(workers)
                        .reduce(folder.resolve("absent.csv"), tables.description(), 0.2))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatTheTakerOfRowsThrowsIsPassedOnAndTheNextFileIsRead() throws Exception {
        Path table = tables.write(Tables.POPULATION, "refused.parquet");
        WorkerScoredBatchReader reader = new WorkerScoredBatchReader(workers);
        assertThatThrownBy(() -> reader.read(table, BATCH, row -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");
        assertThat(reader.read(table, BATCH, row -> {})).isInstanceOf(ScoredBatchResult.Accepted.class);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkerKnowsNothingOfThePortalsEnvironment() throws Exception {
        new WorkerEvidenceReducer(workers).reduce(tables.people(), tables.description(), 0.2);
        Set<String> names = environmentOf(worker()).keySet();
        assertThat(System.getenv()).containsKey("HOME");
        assertThat(names).doesNotContain("HOME", "JAVA_HOME").contains("PATH");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theKernelTakesAWorkerBeforeThePortal() throws Exception {
        new WorkerEvidenceReducer(workers).reduce(tables.people(), tables.description(), 0.2);
        assertThat(Path.of("/proc", Long.toString(worker()), "oom_score_adj")).hasContent("1000");
    }

    private static Map<String, String> environmentOf(long pid) throws IOException {
        return Arrays.stream(Files.readString(Path.of("/proc", Long.toString(pid), "environ"))
                        .split("\0"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private long worker() {
        return workers.pids()[0];
    }
}
