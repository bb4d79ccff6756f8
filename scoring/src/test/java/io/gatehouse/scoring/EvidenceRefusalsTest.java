package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.scoring.PredictionTable.Row;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRefusalsTest {

    private static final PredictionTable TABLE = PredictionTable.random(300, 5);
    private static final EvidenceDescription DESCRIPTION = PredictionTable.description("");
    private static final EvidenceDescription BARE = EvidenceDescription.ofBareTable();

    @TempDir
    Path folder;

    @Test
    void aParquetFileCutOffAnywhereIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(TABLE.write(folder.resolve("whole.parquet")));
        for (int length : new int[] {4, 8, 11, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, length));
            assertThat(refusal(cut, DESCRIPTION).code()).isEqualTo(RefusalCode.TABLE_CUT_OFF);
        }
    }

    @Test
    void damagedParquetFilesNeverTakeTheProcessDown() throws Exception {
        byte[] whole = Files.readAllBytes(TABLE.write(folder.resolve("whole.parquet")));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 8; change++) {
                // The footer at the end is where damage hurts: it tells the reader where to go.
                damaged[damaged.length - 9 - random.nextInt(600)] = (byte) random.nextInt();
            }
            ReductionResult result = reduce(Files.write(folder.resolve("damaged.parquet"), damaged), DESCRIPTION);
            refused += result instanceof ReductionResult.Refused ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Path empty = Files.createFile(folder.resolve("predictions.parquet"));
        assertThat(refusal(empty, DESCRIPTION).sentence())
                .isEqualTo("The file is empty (0 bytes). Write it again and send it.");
    }

    @Test
    void anImageCalledParquetIsRefusedByWhatItIs() throws Exception {
        Path image = Files.write(
                folder.resolve("predictions.parquet"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
        assertThat(refusal(image, DESCRIPTION).sentence())
                .startsWith("The file is neither Parquet nor CSV: it is a PNG image.");
    }

    @Test
    void randomBytesAndOtherEncodingsAreNoTable() throws Exception {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        assertThat(refusal(Files.write(folder.resolve("noise.csv"), noise), BARE)
                        .code())
                .isEqualTo(RefusalCode.TABLE_NOT_RECOGNISED);
        byte[] latin = "y_true,y_proba\n1,0.5\n0,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(Files.write(folder.resolve("latin.csv"), latin), BARE)
                        .sentence())
                .contains("not text in UTF-8");
    }

    @Test
    void aTextInUtf16IsToldByItsName() throws Exception {
        byte[] wide = "y_true,y_proba\n1,0.5\n".getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(Files.write(folder.resolve("wide.csv"), wide), BARE).sentence())
                .isEqualTo("The file is neither Parquet nor CSV: it is text in UTF-16."
                        + " Send a Parquet file or an uncompressed CSV file in UTF-8.");
    }

    @Test
    void decimalCommasAreToldByAnExample() throws Exception {
        Path file =
                Files.writeString(folder.resolve("commas.csv"), "y_true,y_proba\n1,\"0,75\"\n0,\"0,25\"\n1,\"0,50\"\n");
        assertThat(refusal(file, BARE).sentence())
                .isEqualTo("The column y_proba writes its numbers with a decimal comma, 0,25 for one."
                        + " Write them with a point, as pandas' to_csv does by default.");
    }

    @Test
    void aTableOfTenThousandColumnsIsRefusedByTheirNumber() throws Exception {
        String names = IntStream.range(0, 10_000).mapToObj(i -> "f" + i).collect(Collectors.joining(","));
        Path wide = Files.writeString(folder.resolve("wide.csv"), "y_true,y_proba," + names + "\n");
        assertThat(refusal(wide, BARE).sentence())
                .startsWith("The table has 10002 columns, more than the limit of 2000.");
    }

    @Test
    void aSegmentOfAMillionValuesIsRefusedByItsName() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i % 2 AS label, 0.5 AS score, 'person ' || i AS plan FROM range(1000000) t(i)",
                folder.resolve("many.parquet"));
        assertThat(refusal(table, PredictionTable.parsed("""
                                {"label": "label", "score": "score", "segments": ["plan"]}""")).sentence())
                .startsWith("The segment column plan has more than 1000 groups, more than the limit of 50.");
    }

    @Test
    void columnNamesWithQuotesAndCommandsAreOnlyNames() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i % 2 AS \"it's\", 0.5 AS \"sc\"\"ore\", 'a' AS \"x; DROP TABLE evidence;--\" FROM range(10) t(i)",
                folder.resolve("quotes.parquet"));
        EvidenceDescription odd = PredictionTable.parsed("""
                {"label": "it's", "score": "sc\\"ore", "segments": ["x; DROP TABLE evidence;--"]}""");
        assertThat(reduce(table, odd)).isInstanceOf(ReductionResult.Reduced.class);
    }

    @Test
    void aParquetFileThatUnfoldsToFarMoreThanItsMemoryComesToAnEnd() throws Exception {
        Path bomb = PredictionTable.copy(
                "SELECT i % 2 AS label, 0.5 AS score, repeat('x', 200000) AS plan, repeat('y', 200000) AS unread"
                        + " FROM range(3000) t(i)",
                folder.resolve("bomb.parquet"));
        ReductionLimits limits = new ReductionLimits(1L << 30, 1_000_000, 50, 100, 1, Duration.ofSeconds(20));
        assertThat(Files.size(bomb)).isLessThan(20_000_000);
        // Either is right, as long as it comes to an end: what is unread costs nothing.
        switch (new DuckDbEvidenceReducer(limits).reduce(bomb, PredictionTable.parsed("""
                        {"label": "label", "score": "score", "segments": ["plan"]}"""), 0.2)) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) ->
                assertThat(statistics.rows()).isEqualTo(3000);
            case ReductionResult.Refused(Refusal refusal) ->
                assertThat(refusal.code()).isEqualTo(RefusalCode.TABLE_TOO_DEMANDING);
        }
    }

    @Test
    void aCompressedBombIsRefusedUnopened() throws Exception {
        Path bomb = folder.resolve("predictions.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            byte[] zeros = "0,0.5\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 500; i++) {
                out.write(zeros);
            }
        }
        assertThat(refusal(bomb, BARE).sentence()).contains("is compressed (gzip)");
    }

    @Test
    void aParquetFileOfFewBytesAndTooManyRowsIsRefusedUnread() throws Exception {
        Path repeated = PredictionTable.copy(
                "SELECT 1 AS y_true, 0.5 AS y_proba FROM range(2000000)", folder.resolve("bomb.parquet"));
        ReductionLimits limits = new ReductionLimits(1 << 20, 1_000_000, 50, 500, 1, Duration.ofMinutes(1));
        assertThat(Files.size(repeated)).isLessThan(100_000);
        assertThat(refusalOf(new DuckDbEvidenceReducer(limits).reduce(repeated, BARE, 0.2))
                        .sentence())
                .startsWith("The table has 2000000 rows, more than the limit of 1000000.");
    }

    @Test
    void limitsOnBytesRowsMemoryAndTimeHold() throws Exception {
        Path csv = PredictionTable.copy(
                "SELECT 'S' || i AS id, i % 2 AS y_true, (hash(i) % 1000) / 1000.0 AS y_proba FROM range(300000) t(i)",
                folder.resolve("big.csv"));
        Duration minute = Duration.ofMinutes(1);
        assertThat(refused(csv, new ReductionLimits(1000, 1_000_000, 50, 500, 1, minute)))
                .isEqualTo(RefusalCode.TABLE_TOO_LARGE);
        assertThat(refused(csv, new ReductionLimits(1L << 30, 1000, 50, 500, 1, minute)))
                .isEqualTo(RefusalCode.TABLE_TOO_MANY_ROWS);
        assertThat(refused(csv, new ReductionLimits(1L << 30, 1_000_000, 50, 2, 1, minute)))
                .isEqualTo(RefusalCode.TABLE_TOO_DEMANDING);
        assertThat(refused(csv, new ReductionLimits(1L << 30, 1_000_000, 50, 500, 1, Duration.ofMillis(1))))
                .isEqualTo(RefusalCode.TABLE_TOO_DEMANDING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y_true,y_proba\\n1,0.5\\n0,\"0.6\\n1,0.7\\n | quotation mark is not closed",
                "y_true,y_proba\\n1,0.5\\n0\\n | at line 3: it has more or fewer columns than the header line",
                "\"y_true,y_proba\\n1,0.5\\n | at line 1: the header line is too long, or a quote in it is not closed",
                "y_true,y_proba,Y_TRUE\\n1,0.5,1\\n | more than one column named Y_TRUE",
                "y_true;y_proba\\n1;0,5\\n | separates its columns by semicolons, not by commas.",
                "y_true\\ty_proba\\n1\\t0.5\\n | separates its columns by tabs, not by commas.",
                "y_true,y_proba\\n | No row is in the test split"
            })
    void aBrokenCsvFileIsRefusedWithItsPlace(String text, String sentence) throws Exception {
        Path file = Files.writeString(
                folder.resolve("broken.csv"), text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(refusal(file, BARE).sentence()).contains(sentence);
    }

    @Test
    void aRefusalNeverQuotesALineOfTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("private.csv"), "y_true,y_proba\n1,0.5\nmary@example.com\n");
        assertThat(refusal(file, BARE).toString() + refusal(file, BARE).sentence())
                .doesNotContain("mary");
    }

    @Test
    void aMissingColumnIsNamedAndThosePresentAreListed() throws Exception {
        EvidenceDescription wrong = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "probability", "split": "split", "segments": ["plan"]}""");
        assertThat(refusal(TABLE.write(folder.resolve("t.parquet")), wrong).sentence())
                .isEqualTo(
                        "The table has no column probability, which is needed as the score. It has: id, split, label, score,"
                                + " champion, plan, region. Add the column, or name the right one in the field score.");
    }

    @Test
    void aMissingBaselineColumnIsNamed() throws Exception {
        EvidenceDescription wrong = PredictionTable.parsed("""
                {"label": "label", "score": "score", "segments": ["plan"], "baseline": {"score": "old_score"}}""");
        assertThat(refusal(TABLE.write(folder.resolve("t.parquet")), wrong).sentence())
                .contains("no column old_score, which is needed as the champion's score");
    }

    @Test
    void evidenceWithoutSegmentsOrTooEarlyIsRefused() throws Exception {
        Path table = TABLE.write(folder.resolve("t.parquet"));
        assertThat(refusal(table, PredictionTable.parsed("{\"label\": \"label\", \"score\": \"score\"}"))
                        .code())
                .isEqualTo(RefusalCode.NO_SEGMENTS);
        assertThat(refusal(table, PredictionTable.description(", \"weight\": \"w\""))
                        .sentence())
                .startsWith("The table has no column w, which is needed as the weight.");
        assertThat(refusal(table, PredictionTable.description("""
                                        , "snapshot_at": "2024-01-01", "label_window_days": 60, "labels_complete_at": "2024-02-29" """)).sentence())
                .contains("closes on 2024-03-01T00:00:00Z");
    }

    @Test
    void badWeightsAreRefusedWithTheirNumberAnExampleAndTheWayOut() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan, CASE WHEN i < 3 THEN 0 ELSE 2.5 END AS w"
                        + " FROM range(900) t(i)",
                folder.resolve("t.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["plan"], "weight": "w"}""");
        assertThat(refusal(table, description).sentence())
                .isEqualTo(
                        "3 of 900 rows have no weight in the column w that is a number from 0.000001 to 1,000,000; 0.0 for"
                                + " one. Correct the column, or take the field weight out of the description. Weights of another size"
                                + " can all be multiplied by one number, since only their ratios count.");
    }

    @Test
    void aTableWithoutTestRowsIsRefused() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT 1 AS label, 0.5 AS score, 'train' AS split, 'a' AS plan", folder.resolve("t.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"label": "label", "score": "score", "split": "split", "segments": ["plan"]}""");
        assertThat(refusal(table, description).sentence()).contains("the column split holds train");
    }

    @Test
    void idsMissingRepeatedOrInTwoSplitsAreRefused() throws Exception {
        Row row = TABLE.rows().get(1);
        assertThat(refusalWith(new Row(" ", "test", 1, 0.5, 0.5, "basic", null)).code())
                .isEqualTo(RefusalCode.ID_MISSING);
        assertThat(refusalWith(new Row("S000002", "test", 1, 0.5, 0.5, "basic", null))
                        .sentence())
                .startsWith("1 ids of the column id occur more than once, S000002 for one.");
        assertThat(refusalWith(new Row("S000003", "test", row.label(), 0.5, 0.5, "basic", null))
                        .code())
                .isEqualTo(RefusalCode.LEAKAGE);
        assertThat(refusalWith(new Row("S000002", "train", 1, 0.5, 0.5, "basic", null))
                        .code())
                .isEqualTo(RefusalCode.LEAKAGE);
    }

    @ParameterizedTest
    @CsvSource({"1.2", "-0.1", "NaN", "Infinity"})
    void tooManyScoresThatAreNoneAreRefused(double score) throws Exception {
        PredictionTable table = TABLE.with(1, new Row("a", "test", 1, score, 0.5, "basic", null))
                .with(2, new Row("b", "test", 1, score, 0.5, "basic", null));
        assertThat(refusal(table.write(folder.resolve("t.parquet")), DESCRIPTION)
                        .sentence())
                .startsWith(
                        "2 of 200 rows of the test split have a score that is not a number in 0..1 in the column score");
    }

    @Test
    void tooManyMissingLabelsAreRefused() throws Exception {
        PredictionTable table = TABLE.with(1, new Row("a", "test", null, 0.5, 0.5, "basic", null))
                .with(2, new Row("b", "test", null, 0.5, 0.5, "basic", null));
        assertThat(refusal(table.write(folder.resolve("t.parquet")), DESCRIPTION)
                        .code())
                .isEqualTo(RefusalCode.LABEL_MISSING);
    }

    @Test
    void labelsThatAreNotTwoValuedOrNotThePositiveOneAreRefused() throws Exception {
        assertThat(refusalWith(new Row("a", "test", 2, 0.5, 0.5, "basic", null)).sentence())
                .contains("holds 0, 1, 2, and a label has exactly two values");
        assertThat(refusal(
                                TABLE.write(folder.resolve("t.parquet")),
                                PredictionTable.description(", \"positive_label\": \"churned\""))
                        .sentence())
                .contains("The positive label churned does not occur");
        Path words = PredictionTable.copy(
                "SELECT CASE WHEN i % 2 = 0 THEN 'left' ELSE 'stayed' END AS y_true, 0.5 AS y_proba FROM range(10) t(i)",
                folder.resolve("words.csv"));
        assertThat(refusal(words, BARE).code()).isEqualTo(RefusalCode.POSITIVE_LABEL_UNDECLARED);
    }

    @Test
    void aTestSplitOfOneClassIsRefused() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT 0 AS y_true, i / 10.0 AS y_proba FROM range(10) t(i)", folder.resolve("t.csv"));
        assertThat(refusal(table, BARE).sentence())
                .startsWith("All 10 rows of the test split carry the label 0, so no model can be judged on them.");
    }

    @Test
    void tooManyGroupsAndAnUnknownReferenceAreRefused() throws Exception {
        Path table = TABLE.write(folder.resolve("t.parquet"));
        EvidenceDescription byId = PredictionTable.parsed("""
                {"label": "label", "score": "score", "split": "split", "segments": ["id"]}""");
        assertThat(refusal(table, byId).sentence())
                .startsWith("The segment column id has 200 groups, more than the limit of 50.");
        assertThat(refusal(table, PredictionTable.description(", \"reference\": {\"plan\": \"gold\"}"))
                        .sentence())
                .contains(
                        "The reference group gold does not occur in the segment column plan, which holds basic, premium,");
    }

    private Refusal refusalWith(Row row) throws Exception {
        return refusal(TABLE.with(1, row).write(folder.resolve("changed.parquet")), DESCRIPTION);
    }

    private static RefusalCode refused(Path table, ReductionLimits limits) {
        return refusalOf(new DuckDbEvidenceReducer(limits).reduce(table, BARE, 0.2))
                .code();
    }

    private static ReductionResult reduce(Path table, EvidenceDescription description) {
        return new DuckDbEvidenceReducer(ReductionLimits.DEFAULT).reduce(table, description, 0.2);
    }

    private static Refusal refusal(Path table, EvidenceDescription description) {
        return refusalOf(reduce(table, description));
    }

    private static Refusal refusalOf(ReductionResult result) {
        return switch (result) {
            case ReductionResult.Refused(Refusal refusal) -> refusal;
            case ReductionResult.Reduced reduced -> throw new AssertionError("not refused: " + reduced);
        };
    }
}
