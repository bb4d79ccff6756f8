package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoredBatchReaderTest {

    /** Ten people whose log-odds are −2.0, −1.5 … 2.5 by tickets, a constant bias and nothing of genre. */
    private static final String POPULATION = """
            SELECT 'S' || lpad(CAST(i AS VARCHAR), 2, '0') AS id,
                   CAST(1 / (1 + exp(-margin)) AS FLOAT) AS score,
                   CASE WHEN i % 2 = 0 THEN 'basic' ELSE 'family' END AS plan_type,
                   CASE WHEN i = 9 THEN NULL ELSE 9.99 END AS value,
                   i AS support_tickets_90d, 0.5 AS genre_diversity,
                   CAST(margin + 1 AS FLOAT) AS contrib_support_tickets_90d,
                   CAST(0 AS FLOAT) AS contrib_genre_diversity, CAST(-1 AS FLOAT) AS contrib_bias
            FROM (SELECT i, -2 + i * 0.5 AS margin FROM range(10) t(i))""";

    private static final ScoredBatchDescription DESCRIPTION =
            new ScoredBatchDescription(null, null, null, List.of("plan_type"), 0.5);

    @TempDir
    Path folder;

    private final List<ScoredRow> rows = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"batch.parquet", "batch.csv"})
    void flaggedRowsAreRankedWithTheirReasons(String name) throws Exception {
        accepted(POPULATION, name);
        assertThat(rows).extracting(ScoredRow::id).containsExactly("S09", "S08", "S07", "S06", "S05", "S04");
        assertThat(rows).extracting(ScoredRow::rank).containsExactly(1, 2, 3, 4, 5, 6);
        ScoredRow second = rows.get(1);
        assertThat(second.segments()).containsEntry("plan_type", "basic");
        assertThat(second.value()).isEqualByComparingTo("9.99");
        assertThat(rows.getFirst().value()).isNull();
        assertThat(second.reasons())
                .extracting(Reason::text)
                .containsExactly("8 support tickets in 90 days (typical 4.5)");
        assertThat(second.reasons().getFirst().contribution()).isEqualTo(3.0);
    }

    @Test
    void thePopulationIsCountedWhole() throws Exception {
        BatchTotals totals = accepted(POPULATION, "batch.parquet");
        assertThat(totals.rows()).isEqualTo(10);
        assertThat(totals.flagged()).isEqualTo(6);
        assertThat(totals.valueFlagged()).isEqualByComparingTo(new BigDecimal("49.95"));
        assertThat(totals.deciles())
                .hasSize(10)
                .allSatisfy(decile -> assertThat(decile.rows()).isEqualTo(1));
        assertThat(totals.segments())
                .containsExactly(new BatchTotals.Segment(
                        "plan_type",
                        List.of(new BatchTotals.Group("basic", 5, 3), new BatchTotals.Group("family", 5, 3))));
    }

    @Test
    void everyCustomersScoreIsHandedOutAfterTheFlaggedRows() throws Exception {
        Path file = PredictionTable.copy(POPULATION, folder.resolve("all.parquet"));
        List<CustomerScore> all = new ArrayList<>();
        reader().read(file, DESCRIPTION, new ScoredBatchTaker() {
            @Override
            public void flagged(ScoredRow row) {
                assertThat(all).isEmpty();
                rows.add(row);
            }

            @Override
            public void scored(CustomerScore customer) {
                all.add(customer);
            }
        });
        assertThat(rows).hasSize(6);
        assertThat(all)
                .hasSize(10)
                .contains(new CustomerScore("S09", rows.getFirst().score()));
        assertThat(all).extracting(CustomerScore::id).contains("S00");
    }

    @Test
    void equalScoresAreRankedById() throws Exception {
        accepted(
                "SELECT * REPLACE (CAST(0.5 AS FLOAT) AS score, CAST(1 AS FLOAT) AS contrib_support_tickets_90d) FROM ("
                        + POPULATION + ") ORDER BY id DESC",
                "ties.parquet");
        assertThat(rows).extracting(ScoredRow::id).isSorted().hasSize(10);
    }

    @Test
    void aTableWithoutValueHasNoneAtRisk() throws Exception {
        BatchTotals totals = accepted("SELECT * EXCLUDE (value) FROM (" + POPULATION + ")", "plain.parquet");
        assertThat(totals.valueFlagged()).isNull();
        assertThat(rows).extracting(ScoredRow::value).containsOnlyNulls();
    }

    @Test
    void scoresNearOneAndTheirRoundingAreNoMismatch() throws Exception {
        String saturated = "SELECT 'S' || i AS id, CAST(1 / (1 + exp(-margin)) AS FLOAT) AS score, 'a' AS plan_type,"
                + " CAST(margin AS FLOAT) AS contrib_x, CAST(0 AS FLOAT) AS contrib_bias"
                + " FROM (SELECT i, i * 0.25 - 20 AS margin FROM range(160) t(i))";
        assertThat(accepted(saturated, "saturated.parquet").rows()).isEqualTo(160);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* REPLACE (round(score, 2) AS score) | EXPLANATION_MISMATCH | the contributions do not add up to the score",
                "* REPLACE (contrib_bias + 0.01 AS contrib_bias) | EXPLANATION_MISMATCH | In 10 of 10 rows",
                "* REPLACE (CAST('NaN' AS FLOAT) AS contrib_genre_diversity) | EXPLANATION_INVALID | not a number",
                "* EXCLUDE (contrib_bias) | EXPLANATION_MISSING | has no column contrib_bias",
                "* EXCLUDE (score) | COLUMN_MISSING | has no column score",
                "* EXCLUDE (plan_type) | COLUMN_MISSING | has no column plan_type",
                "* REPLACE (score + 1 AS score) | BATCH_SCORES_INVALID | 10 of 10 rows have a score",
                "* REPLACE ('S01' AS id) | DUPLICATE_IDS | S01 for one",
                "* REPLACE (concat(id, repeat('x', 200)) AS id) | ID_UNFIT | longer than 200 characters",
                "* REPLACE (concat(id, chr(0)) AS id) | ID_UNFIT | a null character",
                "* REPLACE (NULL AS id) | ID_MISSING | 10 rows have no value in the id column id",
                "* REPLACE ('much' AS value) | VALUE_INVALID | the column value",
                "* REPLACE (-1 AS value) | VALUE_INVALID | 10 of 10 rows"
            })
    void aBadPopulationIsRefusedAndNoRowHandedOut(String columns, RefusalCode code, String sentence) throws Exception {
        Refusal refusal = refused("SELECT " + columns + " FROM (" + POPULATION + ")");
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.sentence()).contains(sentence);
        assertThat(rows).isEmpty();
    }

    @Test
    void anEmptyPopulationIsRefused() throws Exception {
        assertThat(refused("SELECT * FROM (" + POPULATION + ") WHERE id = 'nobody'")
                        .code())
                .isEqualTo(RefusalCode.BATCH_EMPTY);
    }

    @Test
    void whatTheTakerOfRowsThrowsIsPassedOn() throws Exception {
        Path file = PredictionTable.copy(POPULATION, folder.resolve("batch.parquet"));
        assertThatThrownBy(() -> reader().read(file, DESCRIPTION, row -> {
                    throw new UnsupportedOperationException(row.id());
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("S09");
    }

    private static ScoredBatchReader reader() {
        return new DuckDbScoredBatchReader(ReductionLimits.DEFAULT, ReasonPhrases.shipped());
    }

    private BatchTotals accepted(String select, String name) throws Exception {
        Path file = PredictionTable.copy(select, folder.resolve(name));
        return switch (reader().read(file, DESCRIPTION, rows::add)) {
            case ScoredBatchResult.Accepted(BatchTotals totals) -> totals;
            case ScoredBatchResult.Refused(Refusal refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    private Refusal refused(String select) throws Exception {
        Path file = PredictionTable.copy(select, folder.resolve("batch.parquet"));
        return switch (reader().read(file, DESCRIPTION, rows::add)) {
            case ScoredBatchResult.Refused(Refusal refusal) -> refusal;
            case ScoredBatchResult.Accepted accepted -> throw new AssertionError("not refused: " + accepted);
        };
    }
}
