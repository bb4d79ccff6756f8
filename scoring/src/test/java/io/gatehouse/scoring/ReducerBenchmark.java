package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Times the reduction of prediction tables of the case's shape and writes it to {@code target/benchmarks.md}. Its name keeps it out of the
 * suite: {@code ./benchmark} runs it.
 */
class ReducerBenchmark {
    private static final Path RESULT = Path.of("target", "benchmarks.md");
    private static final ReductionLimits PATIENT =
            new ReductionLimits(2L << 30, 50_000_000, 50, 2_000, 2, Duration.ofMinutes(5));
    private static final String DESCRIPTION = """
            {"id": "id", "label": "label", "score": "score", "split": "split",
             "segments": ["plan_type", "age_band", "region", "tenure_band"],
             "baseline": {"model": "churn", "version": 3, "score": "champion"}}""";

    @TempDir
    private Path folder;

    @BeforeAll
    static void headTheTable() throws IOException {
        Files.writeString(RESULT, """
                | reduction of | rows | file MB | median ms | slowest ms | rounds |
                | --- | --- | --- | --- | --- | --- |
                """);
    }

    @ParameterizedTest
    @CsvSource({"the case's evidence, 15000, 5", "a million predictions, 1000000, 3", "ten million, 10000000, 1"})
    void aTableOfTheCasesShape(String name, int rows, int rounds) throws SQLException, IOException {
        Path file = PredictionTable.copy(rows(rows), folder.resolve("predictions.parquet"));
        EvidenceDescription description = PredictionTable.parsed(DESCRIPTION);
        DuckDbEvidenceReducer reducer = new DuckDbEvidenceReducer(PATIENT);
        if (rounds > 1) {
            reducer.reduce(file, description, 0.2);
        }
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long started = System.nanoTime();
            assertThat(reducer.reduce(file, description, 0.2)).isInstanceOf(ReductionResult.Reduced.class);
            times.add((System.nanoTime() - started) / 1_000_000);
        }
        Collections.sort(times);
        Files.writeString(
                RESULT,
                String.format(
                        Locale.ROOT,
                        "| %s | %,d | %.1f | %,d | %,d | %d |%n",
                        name,
                        rows,
                        Files.size(file) / 1e6,
                        times.get(rounds / 2),
                        times.getLast(),
                        rounds),
                StandardOpenOption.APPEND);
    }

    /** Scores of six digits that say something about the label, four segments, both splits; the same rows at every run. */
    private static String rows(int count) {
        return """
                SELECT 'S' || i AS id, CASE WHEN i % 2 = 0 THEN 'val' ELSE 'test' END AS split,
                       CAST(hash(i) % 1000000 / 1000000.0 < score AS INTEGER) AS label, score,
                       round(score * 0.9 + hash(i + 7) % 100000 / 1000000.0, 6) AS champion,
                       ['basic', 'standard', 'premium', 'family'][CAST(1 + hash(i + 1) % 4 AS BIGINT)] AS plan_type,
                       ['18-24', '25-34', '35-49', '50-64', '65+'][CAST(1 + hash(i + 2) % 5 AS BIGINT)] AS age_band,
                       ['north', 'south', 'east', 'west'][CAST(1 + hash(i + 3) % 4 AS BIGINT)] AS region,
                       ['under 6', '6 to 24', 'over 24'][CAST(1 + hash(i + 4) % 3 AS BIGINT)] AS tenure_band
                FROM (SELECT i, round(hash(i + 5) % 1000000 / 1000000.0, 6) AS score FROM range(COUNT) numbers(i))""".replace("COUNT", Integer.toString(count));
    }
}
