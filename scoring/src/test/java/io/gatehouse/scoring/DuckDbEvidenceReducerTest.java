package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.scoring.PredictionTable.Row;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuckDbEvidenceReducerTest {

    private static final double THRESHOLD = 0.2;
    private static final PredictionTable TABLE = PredictionTable.random(600, 42);
    private static final List<Row> TEST = TABLE.split("test");
    private static final EvidenceDescription DESCRIPTION = PredictionTable.description("");

    @TempDir
    Path folder;

    private Path file;
    private EvidenceStatistics statistics;
    private EvidenceStatistics.Split validation;
    private EvidenceStatistics.Pairs pairs;

    @BeforeEach
    void reduceTheTable() throws Exception {
        file = TABLE.write(folder.resolve("predictions.parquet"));
        statistics = reduced(file, DESCRIPTION);
        validation = Objects.requireNonNull(statistics.validation());
        pairs = Objects.requireNonNull(statistics.pairs());
    }

    @Test
    void countsBothSplitsAtTheThreshold() {
        assertThat(statistics.rows()).isEqualTo(600);
        assertThat(statistics.rejected()).isZero();
        assertThat(statistics.test().rows()).isEqualTo(400);
        assertThat(statistics.test().counts()).isEqualTo(NaiveCounts.confusion(TEST, Row::score, THRESHOLD));
        assertThat(validation.counts()).isEqualTo(NaiveCounts.confusion(TABLE.split("val"), Row::score, THRESHOLD));
    }

    @Test
    void placesEveryRowAgainstEveryRowOfTheOtherLabel() {
        assertThat(statistics.test().placements()).isEqualTo(NaiveCounts.placements(TEST, Row::score));
        assertThat(validation.placements()).isEqualTo(NaiveCounts.placements(TABLE.split("val"), Row::score));
    }

    @Test
    void placesBothModelsOnTheSameRows() {
        assertThat(pairs.placements().first()).isEqualTo(NaiveCounts.placements(TEST, Row::score));
        assertThat(pairs.placements().second()).isEqualTo(NaiveCounts.placements(TEST, Row::champion));
        assertThat(pairs.placements().crossProductOfPositives())
                .isEqualTo(NaiveCounts.crossProduct(TEST, true, Row::score, Row::champion));
        assertThat(pairs.placements().crossProductOfNegatives())
                .isEqualTo(NaiveCounts.crossProduct(TEST, false, Row::score, Row::champion));
    }

    @Test
    void pairsTheDecisionsOfBothModels() {
        assertThat(pairs.rows()).isEqualTo(400);
        assertThat(pairs.unpaired()).isZero();
        assertThat(pairs.decisions().positives()).isEqualTo(NaiveCounts.cells(TEST, true, THRESHOLD));
        assertThat(pairs.decisions().negatives()).isEqualTo(NaiveCounts.cells(TEST, false, THRESHOLD));
    }

    @Test
    void cutsDecilesAndCalibrationBandsExactly() {
        assertThat(statistics.test().deciles()).isEqualTo(NaiveCounts.deciles(TEST));
        assertThat(statistics.test().calibration()).isEqualTo(NaiveCounts.calibration(TEST));
        assertThat(validation.deciles()).isEqualTo(NaiveCounts.deciles(TABLE.split("val")));
    }

    @Test
    void sumsSquaredErrorsToTheLastDigit() {
        assertThat(statistics.test().sumOfSquaredErrors()).isEqualByComparingTo(NaiveCounts.sumOfSquaredErrors(TEST));
    }

    @Test
    void countsEveryGroupForChallengerAndChampion() {
        List<Row> basic =
                TEST.stream().filter(row -> "basic".equals(row.plan())).toList();
        assertThat(statistics.segments()).extracting(SegmentCounts::attribute).containsExactly("plan", "region");
        assertThat(groups(statistics, 0)).containsExactly("basic", "premium", "standard");
        assertThat(group(statistics.segments(), 0, "basic"))
                .isEqualTo(NaiveCounts.confusion(basic, Row::score, THRESHOLD));
        assertThat(group(pairs.championSegments(), 0, "basic"))
                .isEqualTo(NaiveCounts.confusion(basic, Row::champion, THRESHOLD));
    }

    @Test
    void trimsGroupsAndKeepsRowsWithoutAValueAsUnknown() {
        assertThat(groups(statistics, 1)).containsExactly("UNKNOWN", "north", "south");
        assertThat(group(statistics.segments(), 1, SegmentCounts.UNKNOWN).total())
                .isEqualTo(NaiveCounts.count(TEST, row -> row.region() == null));
    }

    @Test
    void mapsSpellingsAsDeclaredAndLosesNoOther() {
        EvidenceStatistics mapped = reduced(file, PredictionTable.description("""
                        , "group_map": {"plan": {"standard": "paid", "premium": "paid"}}"""));
        assertThat(groups(mapped, 0)).containsExactly("basic", "paid");
        assertThat(group(mapped.segments(), 0, "paid"))
                .isEqualTo(
                        group(statistics.segments(), 0, "standard").plus(group(statistics.segments(), 0, "premium")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2"})
    void theOrderOfRowsAndTheNumberOfThreadsChangeNothing(long seed, int threads) throws Exception {
        Path shuffled = TABLE.shuffled(seed).write(folder.resolve("shuffled.parquet"));
        EvidenceStatistics again = reduced(shuffled, DESCRIPTION, ReductionLimits.DEFAULT.withThreads(threads));
        assertThat(asIfRead(again)).isEqualTo(statistics);
    }

    @Test
    void manyRowGroupsOnTwoThreadsAddUpToTheSameDigits() throws Exception {
        Path big = PredictionTable.copy(
                "SELECT 'S' || i AS id, 'test' AS split, CAST(hash(i) % 3 = 0 AS INTEGER) AS label,"
                        + " (hash(i * 7) % 1000003) / 1000003.0 AS score, (hash(i * 11) % 1000003) / 1000003.0 AS champion,"
                        + " 'p' || hash(i) % 4 AS plan, NULL AS region FROM range(300000) t(i)",
                folder.resolve("big.parquet"));
        assertThat(reduced(big, DESCRIPTION, ReductionLimits.DEFAULT.withThreads(2)))
                .isEqualTo(reduced(big, DESCRIPTION, ReductionLimits.DEFAULT.withThreads(1)));
    }

    @ParameterizedTest
    @CsvSource({"predictions.csv, DOUBLE", "float32.parquet, FLOAT", "float32.csv, FLOAT"})
    void theSameScoresInAnotherFormatAreTheSameEvidence(String name, String type) throws Exception {
        EvidenceStatistics other = reduced(TABLE.write(folder.resolve(name), type), DESCRIPTION);
        assertThat(asIfRead(other)).isEqualTo(statistics);
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE", "FLOAT"})
    void aScoreEqualToTheThresholdIsFlagged(String type) throws Exception {
        PredictionTable two = new PredictionTable(List.of(
                new Row("a", "test", 1, 0.7, 0.7, "basic", "north"),
                new Row("b", "test", 0, 0.69999, 0.7, "basic", "north")));
        ReductionResult result = new DuckDbEvidenceReducer(ReductionLimits.DEFAULT)
                .reduce(two.write(folder.resolve("two.parquet"), type), DESCRIPTION, 0.7);
        assertThat(statisticsOf(result).test().counts()).isEqualTo(new ConfusionCounts(1, 0, 0, 1));
    }

    @Test
    void constantScoresTieInEveryPlacementAndNeverFlatter() throws Exception {
        Path constant = PredictionTable.copy(
                "SELECT i AS id, i % 4 = 0 AS y_true, 0.5 AS y_proba FROM range(100) t(i)",
                folder.resolve("constant.csv"));
        EvidenceStatistics.Split test =
                reduced(constant, EvidenceDescription.ofBareTable()).test();
        assertThat(test.placements().sumOfPlacements()).isEqualTo(BigInteger.valueOf(25L * 75));
        assertThat(test.deciles().getFirst().positives()).isZero();
        assertThat(test.deciles().getLast().positives()).isEqualTo(10);
    }

    @Test
    void aFewBadRowsAreLeftOutAndCounted() throws Exception {
        PredictionTable damaged = PredictionTable.random(3000, 7)
                .with(1, new Row("x", "test", 1, Double.NaN, 0.5, "basic", "north"))
                .with(2, new Row("y", "test", null, 0.4, 0.5, "basic", "north"));
        EvidenceStatistics result = reduced(damaged.write(folder.resolve("damaged.parquet")), DESCRIPTION);
        assertThat(result.rejected()).isEqualTo(2);
        assertThat(result.test().rows()).isEqualTo(1998);
    }

    @Test
    void rowsWithoutTheChampionsScoreAreLeftOutOfThePairsAlone() throws Exception {
        Row row = TABLE.rows().get(1);
        Row gap = new Row(row.id(), "test", row.label(), row.score(), Double.NaN, row.plan(), row.region());
        EvidenceStatistics result = reduced(TABLE.with(1, gap).write(folder.resolve("gap.parquet")), DESCRIPTION);
        EvidenceStatistics.Pairs paired = Objects.requireNonNull(result.pairs());
        assertThat(result.test()).isEqualTo(statistics.test());
        assertThat(paired.unpaired()).isEqualTo(1);
        assertThat(paired.rows()).isEqualTo(399);
        assertThat(paired.placements().first())
                .isEqualTo(NaiveCounts.placements(
                        TEST.stream()
                                .filter(other -> !other.id().equals(row.id()))
                                .toList(),
                        Row::score));
    }

    @Test
    void aBareTableAnswersForPerformanceAlone() throws Exception {
        Path bare = PredictionTable.copy(
                "SELECT i % 3 = 0 AS y_true, i % 2 AS y_pred, i / 99.0 AS y_proba FROM range(100) t(i)",
                folder.resolve("test_predictions.csv"));
        EvidenceStatistics result = reduced(bare, EvidenceDescription.ofBareTable());
        assertThat(result.test().rows()).isEqualTo(100);
        assertThat(result.segments()).isEmpty();
        assertThat(result.validation()).isNull();
        assertThat(result.pairs()).isNull();
    }

    @Test
    void namesTheBytesItRead() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(statistics.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void fileNamesWithQuotesAndWildcardsAreOnlyNames() throws Exception {
        Path odd = Files.createDirectories(folder.resolve("k=v")).resolve("it's [1]*; DROP TABLE evidence;--.parquet");
        Files.copy(file, odd);
        assertThat(reduced(odd, DESCRIPTION)).isEqualTo(statistics);
    }

    @Test
    void aThresholdOutsideZeroToOneIsTheCallersMistake() {
        var reducer = new DuckDbEvidenceReducer(ReductionLimits.DEFAULT);
        assertThatThrownBy(() -> reducer.reduce(file, DESCRIPTION, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static List<String> groups(EvidenceStatistics statistics, int segment) {
        return statistics.segments().get(segment).groups().stream()
                .map(SegmentCounts.Group::value)
                .toList();
    }

    private static ConfusionCounts group(List<SegmentCounts> segments, int segment, String value) {
        return segments.get(segment).groups().stream()
                .filter(group -> group.value().equals(value))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    /** The statistics under another hash and other types, where only the file may differ. */
    private EvidenceStatistics asIfRead(EvidenceStatistics other) {
        return new EvidenceStatistics(
                statistics.sha256(),
                other.testSet(),
                statistics.columns(),
                other.rows(),
                other.threshold(),
                other.test(),
                other.validation(),
                other.attributes(),
                other.crossings(),
                other.pairs(),
                other.values(),
                other.rejections(),
                other.weights());
    }

    private static EvidenceStatistics reduced(Path table, EvidenceDescription description) {
        return reduced(table, description, ReductionLimits.DEFAULT);
    }

    private static EvidenceStatistics reduced(Path table, EvidenceDescription description, ReductionLimits limits) {
        return statisticsOf(new DuckDbEvidenceReducer(limits).reduce(table, description, THRESHOLD));
    }

    private static EvidenceStatistics statisticsOf(ReductionResult result) {
        return switch (result) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
            case ReductionResult.Refused(Refusal refusal) -> throw new AssertionError(refusal.sentence());
        };
    }
}
