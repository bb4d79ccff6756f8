package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 14);

    @TempDir
    Path folder;

    private final List<OutcomeRow> rows = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"1,0", "1.0,0.0", "true,false", "TRUE,False"})
    void leavingIsOneOrTrueInAnySpelling(String words) throws Exception {
        String[] word = words.split(",");
        accepted("id,outcome\nS-2," + word[1] + "\nS-1," + word[0] + "\n");
        assertThat(rows).containsExactly(new OutcomeRow("S-1", true, null), new OutcomeRow("S-2", false, null));
    }

    @Test
    void theWordOfTheEvidenceMeansLeavingAndOneOtherStaying() throws Exception {
        accepted("id,outcome\nS-1,Churned\nS-2,active\n", named("churned"));
        assertThat(rows).extracting(OutcomeRow::left).containsExactly(true, false);
    }

    @Test
    void onesAndZeroesAreUnderstoodAlsoWhereTheEvidenceHasAWord() throws Exception {
        accepted("id,outcome\nS-1,1\nS-2,0\n", named("churned"));
        assertThat(rows).extracting(OutcomeRow::left).containsExactly(true, false);
    }

    @Test
    void whereTheEvidenceSaysThatZeroIsLeavingSoItIs() throws Exception {
        accepted("id,outcome\nS-1,1\nS-2,0\n", named("0"));
        assertThat(rows).extracting(OutcomeRow::left).containsExactly(false, true);
    }

    @Test
    void aFileOfLeaversAloneAndOneOfStayersAloneAreTables() throws Exception {
        accepted("id,outcome\nS-1,0\nS-2,0\n");
        accepted("id,outcome\nS-3,1\n");
        assertThat(rows).extracting(OutcomeRow::left).containsExactly(false, false, true);
    }

    @Test
    void daysAreTakenWithOrWithoutATimeAndMayBeMissing() throws Exception {
        accepted("id,outcome,observed_on\nS-1,1,2026-03-01\nS-2,0,2026-03-02T10:15:00\nS-3,0,\n");
        assertThat(rows)
                .extracting(OutcomeRow::observedOn)
                .containsExactly(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2), null);
    }

    @Test
    void parquetIsReadWithItsOwnTypes() throws Exception {
        Path file = PredictionTable.copy(
                "SELECT 'S-' || i AS id, i = 1 AS outcome, DATE '2026-03-01' AS observed_on FROM range(2) t(i)",
                folder.resolve("outcomes.parquet"));
        assertThat(reader().read(file, plain(), rows::add)).isInstanceOf(OutcomeResult.Accepted.class);
        assertThat(rows).extracting(OutcomeRow::left).containsExactly(false, true);
    }

    @Test
    void whatIsSaidTwiceAlikeCountsOnce() throws Exception {
        OutcomeResult.Accepted accepted = accepted("id,outcome\nS-1,1\nS-1,1.0\nS-2,0\n");
        assertThat(accepted.rows()).isEqualTo(3);
        assertThat(rows).extracting(OutcomeRow::id).containsExactly("S-1", "S-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo,bar;1,2 | COLUMN_MISSING | no column id",
                "id,bar;1,2 | COLUMN_MISSING | no column outcome",
                "id,outcome | OUTCOMES_EMPTY | no rows",
                "id,outcome;S-1,1;,0 | OUTCOME_ID_MISSING | row 2 below the header",
                "id,outcome;S-1,1;S-2, | OUTCOME_MISSING | 1 of 2 rows say nothing in the column outcome, row 2",
                "id,outcome;S-1,1;S-2,0;S-3,maybe | OUTCOME_NOT_A_LABEL | Row 3 below the header says maybe",
                "id,outcome;S-1,churned;S-2,active | OUTCOME_NOT_A_LABEL | field positive_label",
                "id,outcome;S-1,stayed;S-2,stayed | OUTCOME_NOT_A_LABEL | Row 1 below the header says stayed",
                "id,outcome,observed_on;S-1,1,14.03.2026 | OUTCOME_DAY_INVALID | Write days as 2026-03-14",
                "id,outcome,observed_on;S-1,1,0025-04-16 | OUTCOME_DAY_INVALID | row 1 below the header",
                "id,outcome,observed_on;S-1,1,infinity | OUTCOME_DAY_INVALID | row 1",
                "id,outcome,observed_on;S-1,1,2026-03-14;S-2,1,2026-03-15 | OUTCOME_DAY_AHEAD | after today, 2026-03-14",
                "id,outcome;S-1,1;S-2,0;S-1,0 | OUTCOMES_CONTRADICT | in rows 1 and 3 below the header",
                "id,outcome,observed_on;S-1,1,2026-03-01;S-1,1,2026-03-02 | OUTCOMES_CONTRADICT | rows 1 and 2"
            })
    void aBadTableIsRefusedWithRowAndColumnAndNoRowIsHandedOut(String lines, RefusalCode code, String words)
            throws Exception {
        Refusal refusal = refused(lines.replace(';', '\n') + "\n", plain());
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.sentence()).contains(words).doesNotContain("{");
        assertThat(rows).isEmpty();
    }

    @Test
    void aSecondWordForStayingIsNotGuessedAt() throws Exception {
        Refusal refusal = refused("id,outcome\nS-1,churned\nS-2,active\nS-3,paused\n", named("churned"));
        assertThat(refusal.sentence()).startsWith("Row 3 below the header says paused");
    }

    @Test
    void whereTheEvidenceSaysThatOneIsLeavingOtherWordsAreNotStaying() throws Exception {
        assertThat(refused("id,outcome\nS-1,1\nS-2,perhaps\n", named("1")).sentence())
                .startsWith("Row 2 below the header says perhaps");
    }

    @Test
    void oneBesideTheWordForLeavingDoesNotMeanStaying() throws Exception {
        assertThat(refused("id,outcome\nS-1,churned\nS-2,1\n", named("churned")).code())
                .isEqualTo(RefusalCode.OUTCOME_NOT_A_LABEL);
    }

    @Test
    void anIdThatNoRegistryHoldsIsRefusedByItsRow() throws Exception {
        assertThat(refused("id,outcome\nS-1,1\n" + "x".repeat(201) + ",0\n", plain())
                        .sentence())
                .contains("row 2 below the header", "longer than 200 characters")
                .doesNotContain("xxx");
    }

    @Test
    void aColumnThatIsNamedMustBeThere() throws Exception {
        OutcomeDescription dated = new OutcomeDescription("customer", "left", "seen", null, TODAY);
        assertThat(refused("customer,left\nS-1,1\n", dated).sentence()).contains("no column seen", "field observed_on");
        accepted("customer,left,seen\nS-1,1,2026-01-02\n", dated);
        assertThat(rows).containsExactly(new OutcomeRow("S-1", true, LocalDate.of(2026, 1, 2)));
    }

    @Test
    void moreRowsThanAllowedAreRefusedAndSoIsALargerFile() throws Exception {
        ReductionLimits few = new ReductionLimits(60, 2, 50, 200, 1, ReductionLimits.DEFAULT.time());
        Path rowsOver = file("id,outcome\nS-1,1\nS-2,0\nS-3,0\n");
        assertThat(code(new DuckDbOutcomeReader(few).read(rowsOver, plain(), rows::add)))
                .isEqualTo(RefusalCode.TABLE_TOO_MANY_ROWS);
        Path bytesOver = file("id,outcome\n" + "S-1,1\n".repeat(20));
        assertThat(code(new DuckDbOutcomeReader(few).read(bytesOver, plain(), rows::add)))
                .isEqualTo(RefusalCode.TABLE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001\u0002rubbish", "PK\u0003\u0004zip"})
    void whatIsNoTableIsRefused(String bytes) throws Exception {
        assertThat(refused(bytes, plain()).code()).isIn(RefusalCode.TABLE_EMPTY, RefusalCode.TABLE_NOT_RECOGNISED);
    }

    @Test
    void whatTheTakerOfRowsThrowsIsPassedOn() throws Exception {
        Path file = file("id,outcome\nS-1,1\n");
        assertThatThrownBy(() -> reader().read(file, plain(), row -> {
                    throw new UnsupportedOperationException(row.id());
                }))
                .hasMessage("S-1");
    }

    private static OutcomeReader reader() {
        return new DuckDbOutcomeReader(ReductionLimits.DEFAULT);
    }

    private static OutcomeDescription plain() {
        return new OutcomeDescription(null, null, null, null, TODAY);
    }

    private static OutcomeDescription named(String positiveLabel) {
        return new OutcomeDescription(null, null, null, positiveLabel, TODAY);
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "outcomes", ".csv"), text, StandardCharsets.UTF_8);
    }

    private OutcomeResult.Accepted accepted(String text) throws Exception {
        return accepted(text, plain());
    }

    private OutcomeResult.Accepted accepted(String text, OutcomeDescription description) throws Exception {
        return switch (reader().read(file(text), description, rows::add)) {
            case OutcomeResult.Accepted accepted -> accepted;
            case OutcomeResult.Refused(Refusal refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    private Refusal refused(String text, OutcomeDescription description) throws Exception {
        return switch (reader().read(file(text), description, rows::add)) {
            case OutcomeResult.Refused(Refusal refusal) -> refusal;
            case OutcomeResult.Accepted accepted -> throw new AssertionError("not refused: " + accepted);
        };
    }

    private static RefusalCode code(OutcomeResult result) {
        return ((OutcomeResult.Refused) result).refusal().code();
    }
}
