package io.gatehouse.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gatehouse.fairness.calibration.Calibration;
import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.discrimination.WeightedDeLong;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.ValueCells;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every engine has to do with a table, whatever it is made of. Extend it, name the engine, and all tests have to pass: the statistics
 * must be equal to the reference's to the last digit, on any number of threads, in any order of the rows and in either format.
 */
public abstract class EvidenceReducerContract {

    private static final String DESCRIPTION = """
            {"id": "id", "label": "label", "score": "score", "split": "split", "segments": ["plan", "age", "many"],
             "value": "worth", "baseline": {"model": "churn", "version": "3", "score": "champion"}%s}""";

    @TempDir
    protected Path folder;

    /** The engine under test. It may use so many threads. */
    protected abstract EvidenceReducer engine(int threads);

    /** @param score SQL that makes a score of the row number i */
    private Path table(int rows, int seed, String score, String order, String name) throws Exception {
        return PredictionTable.copy("""
                SELECT 'S' || i AS id, CASE WHEN hash(i + %2$d) %% 5 = 0 THEN 'val' WHEN hash(i + %2$d) %% 5 = 1 THEN 'train' ELSE 'Test ' END
                 AS split, CAST(hash(i * 3 + %2$d) %% 3 = 0 AS INTEGER) AS label, %3$s AS score,
                 CASE WHEN hash(i * 5 + %2$d) %% 9 > 0 THEN (hash(i * 7 + %2$d) %% 41) / 40.0 END AS champion,
                 CASE hash(i * 11 + %2$d) %% 6 WHEN 0 THEN 'basic' WHEN 1 THEN ' basic ' WHEN 2 THEN 'prémium' WHEN 3 THEN 'it''s'
                   WHEN 4 THEN 'nan' END AS plan,
                 hash(i * 13 + %2$d) %% 3 AS age, hash(i * 17 + %2$d) %% 45 AS many, (hash(i * 19 + %2$d) %% 100000) / 100.0 AS worth,
                 (hash(i * 29 + %2$d) %% 9973 + 1) / 997.0 AS w, 3 * (hash(i * 29 + %2$d) %% 9973 + 1) / 997.0 AS w3, 1 AS one
                 FROM range(%1$d) t(i) ORDER BY %4$s""".formatted(rows, seed, score, order), folder.resolve(name));
    }

    private static String coarse(int steps) {
        return "(hash(i * 23) % " + steps + ") / " + (steps - 1) + ".0";
    }

    private static EvidenceDescription description(String moreFields) {
        return PredictionTable.parsed(DESCRIPTION.formatted(moreFields));
    }

    private static EvidenceStatistics statistics(ReductionResult result) {
        return switch (result) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
            case ReductionResult.Refused(Refusal refusal) -> throw new AssertionError(refusal.sentence());
        };
    }

    private void agrees(Path table, EvidenceDescription description, double threshold) {
        EvidenceStatistics expected = statistics(new ReferenceEvidenceReducer().reduce(table, description, threshold));
        assertThat(statistics(engine(2).reduce(table, description, threshold))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 1, 0.2",
        "300, 2, 0.2",
        "301, 3, 0.5",
        "409, 4, 0",
        "500, 5, 1",
        "500, 6, 0.3",
        "777, 7, 0.35",
        "3000, 8, 0.2"
    })
    void randomTablesAgreeToTheLastDigit(int rows, int seed, double threshold) throws Exception {
        String fine = "(hash(i * 23 + " + seed + ") % 1000000007) / 1000000006.0";
        agrees(table(rows, seed, fine, "i", "t.parquet"), description(""), threshold);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 11, 21, 101})
    void tiesAgreeToTheLastDigit(int steps) throws Exception {
        agrees(table(400, steps, coarse(steps), "i", "t.parquet"), description(""), 0.2);
        agrees(table(400, steps, coarse(steps), "i", "t.csv"), description(""), 0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.5",
                "0.0",
                "1.0",
                "CAST((hash(i) % 997) / 996.0 AS FLOAT)",
                "CAST((hash(i) % 997) / 1000.0 AS DECIMAL(9, 3))",
                "CAST(hash(i) % 2 AS INTEGER)",
                "hash(i) % 2 = 0",
                "CAST((hash(i) % 100) / 100.0 AS VARCHAR)",
                "pow(10.0, -CAST(hash(i) % 310 AS INTEGER))",
                "1 - pow(2.0, -CAST(hash(i) % 60 AS INTEGER))",
                "CASE WHEN hash(i) % 2 = 0 THEN -0.0 ELSE 0.0 END",
                "(hash(i) % 100) / 100.0 + CASE WHEN hash(i) % 2 = 0 THEN 1e-17 ELSE 0 END"
            })
    void scoresOfEveryKindAgreeToTheLastDigit(String score) throws Exception {
        agrees(table(350, 9, score, "i", "t.parquet"), description(""), 0.07);
    }

    @Test
    void aFewRowsWithoutLabelScoreOrValueAreLeftOutAndCountedByReason() throws Exception {
        Path damaged = PredictionTable.copy(
                "SELECT i AS id, CASE WHEN i = 3 THEN NULL WHEN i = 9 THEN 'nan' ELSE CAST(i % 3 = 0 AS VARCHAR) END AS label,"
                        + " CASE i WHEN 4 THEN NULL WHEN 5 THEN 'NaN' WHEN 6 THEN '1.5' WHEN 7 THEN 'inf' WHEN 8 THEN 'x'"
                        + " ELSE CAST((i % 50) / 50.0 AS VARCHAR) END AS score,"
                        + " CASE WHEN i = 11 THEN '-1' WHEN i = 12 THEN '' ELSE CAST(i AS VARCHAR) END AS worth, 'a' AS plan"
                        + " FROM range(2000) t(i)",
                folder.resolve("damaged.csv"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["plan"], "value": "worth"}""");
        agrees(damaged, description, 0.2);
        EvidenceStatistics statistics = statistics(engine(2).reduce(damaged, description, 0.2));
        assertThat(statistics.rejections())
                .containsExactly(
                        new EvidenceStatistics.Rejection("test", EvidenceStatistics.Rejection.Reason.LABEL_MISSING, 2),
                        new EvidenceStatistics.Rejection(
                                "test", EvidenceStatistics.Rejection.Reason.SCORE_NO_NUMBER, 3),
                        new EvidenceStatistics.Rejection("test", EvidenceStatistics.Rejection.Reason.SCORE_OUTSIDE, 2));
        assertThat(Objects.requireNonNull(statistics.values()).withoutValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"60, 21, 0.2, 7", "300, 22, 0.35, 11", "301, 23, 0, 101", "500, 24, 1, 3", "700, 25, 0.3, 1000003"})
    void weightedTablesAgreeToTheLastDigit(int rows, int seed, double threshold, int steps) throws Exception {
        agrees(table(rows, seed, coarse(steps), "i", "t.parquet"), description(", \"weight\": \"w\""), threshold);
        agrees(table(rows, seed, coarse(steps), "i", "t.csv"), description(", \"weight\": \"w\""), threshold);
    }

    private WeightedStatistics weighted(Path table, String column) {
        return Objects.requireNonNull(
                statistics(engine(2).reduce(table, description(", \"weight\": \"" + column + "\""), 0.2))
                        .weights());
    }

    @Test
    void weightsChangeNothingOfWhatCountsEveryRowOnce() throws Exception {
        Path table = table(600, 26, coarse(41), "i", "t.parquet");
        EvidenceStatistics plain = statistics(engine(2).reduce(table, description(""), 0.2));
        assertThat(plain.weights()).isNull();
        EvidenceStatistics weighted = statistics(engine(2).reduce(table, description(", \"weight\": \"w\""), 0.2));
        assertThat(weighted.weights()).isNotNull();
        assertThat(with(weighted, weighted.sha256(), null)).isEqualTo(plain);
    }

    @Test
    void equalWeightsTellWhatTheRowsTell() throws Exception {
        Path table = table(600, 27, coarse(41), "i", "t.parquet");
        EvidenceStatistics plain = statistics(engine(2).reduce(table, description(""), 0.2));
        WeightedStatistics weights = weighted(table, "one");
        assertThat(weights.test().all().counts())
                .isEqualTo(WeightedCounts.constant(plain.test().counts(), 1_000_000_000));
        assertThat(WeightedDeLong.auc(weights.test().placements()))
                .isEqualTo(DeLong.auc(plain.test().placements()));
        assertThat(WeightedDeLong.paired(Objects.requireNonNull(weights.pairs()).placements()))
                .isEqualTo(DeLong.paired(Objects.requireNonNull(plain.pairs()).placements()));
        assertThat(weights.test().calibration().brier())
                .isCloseTo(
                        Calibration.brier(
                                plain.test().sumOfSquaredErrors(), plain.test().rows()),
                        within(1e-15));
        assertThat(WeightedStatistics.customers(weights.test().all().counts().total()))
                .isEqualTo(plain.test().rows());
    }

    @Test
    void aCommonFactorOfTheWeightsChangesNoFigureThatIsShown() throws Exception {
        Path table = table(600, 28, coarse(41), "i", "t.parquet");
        WeightedStatistics once = weighted(table, "w");
        WeightedStatistics thrice = weighted(table, "w3");
        Auc auc = WeightedDeLong.auc(once.test().placements());
        assertThat(WeightedDeLong.auc(thrice.test().placements()).value()).isCloseTo(auc.value(), within(1e-9));
        assertThat(WeightedDeLong.auc(thrice.test().placements()).standardError())
                .isCloseTo(auc.standardError(), within(1e-9));
        for (Rate rate : Rate.values()) {
            assertThat(rate.of(thrice.test().all().counts()).value())
                    .isCloseTo(rate.of(once.test().all().counts()).value(), within(1e-8));
        }
    }

    @Test
    void weightsAddUpInEveryAttributeEveryCrossingAndAtEveryThreshold() throws Exception {
        WeightedStatistics weights = weighted(table(600, 29, coarse(101), "i", "t.parquet"), "w");
        WeightedCounts all = weights.test().all().counts();
        assertThat(weights.attributes())
                .hasSize(3)
                .allSatisfy(attribute -> assertThat(attribute.groups().stream()
                                .map(WeightedStatistics.Group::counts)
                                .reduce(WeightedCounts::plus))
                        .contains(all));
        assertThat(weights.crossings())
                .hasSize(3)
                .allSatisfy(crossing -> assertThat(crossing.groups())
                        .isNotEmpty()
                        .allSatisfy(
                                group -> assertThat(group.histogram().at(20)).isEqualTo(group.counts())));
        assertThat(weights.test().positivesByTenth().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .isEqualTo(all.positives().sum().multiply(BigInteger.TEN));
        assertThat(weights.test().positivesByTenth()).hasSize(10);
    }

    @Test
    void theOrderOfWeightedRowsAndTheNumberOfThreadsChangeNothing() throws Exception {
        String score = coarse(53);
        WeightedStatistics one = weighted(table(900, 30, score, "i", "a.parquet"), "w");
        assertThat(weighted(table(900, 30, score, "hash(i)", "b.parquet"), "w")).isEqualTo(one);
        assertThat(statistics(engine(8).reduce(folder.resolve("b.parquet"), description(", \"weight\": \"w\""), 0.2))
                        .weights())
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NULL | WEIGHTS_INVALID",
                "CAST('NaN' AS DOUBLE) | WEIGHTS_INVALID",
                "CAST('Infinity' AS DOUBLE) | WEIGHTS_INVALID",
                "0 | WEIGHTS_INVALID",
                "-1 | WEIGHTS_INVALID",
                "0.0000009 | WEIGHTS_INVALID",
                "1000000.1 | WEIGHTS_INVALID",
                "lower('many') | WEIGHTS_INVALID",
                "1000000 | WEIGHTS_TOO_LARGE"
            })
    void aWeightThatCannotBeCountedIsRefused(String weight, RefusalCode code) throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan, CASE WHEN "
                        + code.name().endsWith("LARGE") + " OR i = 7 THEN CAST(" + weight
                        + " AS VARCHAR) ELSE '1.5' END AS w FROM range(4001) t(i)",
                folder.resolve("weights.csv"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["plan"], "weight": "w"}""");
        assertThat(engine(2).reduce(table, description, 0.2))
                .isInstanceOfSatisfying(
                        ReductionResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void weightsOfRowsThatAreNotJudgedMayBeAnything() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan, CASE WHEN i = 7 THEN 'train' ELSE 'test' END AS"
                        + " split, CASE WHEN i <> 7 THEN 1.5 END AS w FROM range(400) t(i)",
                folder.resolve("weights.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "split": "split", "segments": ["plan"], "weight": "w"}""");
        agrees(table, description, 0.2);
    }

    @Test
    void groupMapsAndReferencesApplyToTrimmedSpellings() throws Exception {
        Path table = table(400, 10, "(hash(i) % 100) / 100.0", "i", "t.parquet");
        EvidenceDescription mapped = description("""
                , "group_map": {"plan": {"basic": "paid", "prémium": "paid", "nan": "free"}}, "reference": {"plan": "paid"}""");
        agrees(table, mapped, 0.2);
        assertThat(statistics(engine(1).reduce(table, mapped, 0.2))
                        .attributes()
                        .getFirst()
                        .groups())
                .extracting(EvidenceStatistics.Group::value)
                .containsExactly("UNKNOWN", "free", "it's", "paid");
    }

    @Test
    void withoutIdsTiesNeverFlatterAndNoTestSetIsNamed() throws Exception {
        Path table = table(333, 11, "(hash(i) % 4) / 4.0", "i", "t.parquet");
        EvidenceDescription anonymous = PredictionTable.parsed("""
                {"label": "label", "score": "score", "split": "split", "segments": ["plan"]}""");
        agrees(table, anonymous, 0.25);
        assertThat(statistics(engine(1).reduce(table, anonymous, 0.25)).testSet())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"a.parquet, i, 3", "b.parquet, hash(i), 3", "c.csv, i, 2", "d.csv, i, 40", "e.csv, i, 1001"})
    void withoutIdsTiedValuesNeverFlatterInAnyOrderOfTheRows(String name, String order, int steps) throws Exception {
        Path table = table(333, 18, coarse(steps), order, name);
        EvidenceDescription anonymous = PredictionTable.parsed("""
                {"label": "label", "score": "score", "split": "split", "segments": ["plan"], "value": "worth"}""");
        agrees(table, anonymous, 0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {", \"id\": \"id\"", ""})
    void tiedRowsWithoutAValueTakeTheirPlacesAndCountInNoDecile(String id) throws Exception {
        Path table = PredictionTable.copy(
                "SELECT 'S' || hash(i) AS id, i % 3 = 0 AS label, (hash(i) % 4) / 4.0 AS score, 'a' AS plan, CASE WHEN i % 800 = 0"
                        + " THEN NULL WHEN i % 801 = 0 THEN 'nan' WHEN i % 802 = 0 THEN '-3' WHEN i % 803 = 0 THEN '1e10'"
                        + " ELSE CAST((i * 7) % 101 AS VARCHAR) END AS worth FROM range(2400) t(i)",
                folder.resolve("gaps.csv"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"label": "label", "score": "score", "segments": ["plan"], "value": "worth"%s}""".formatted(id));
        agrees(table, description, 0.5);
        EvidenceStatistics.Values values = values(statistics(engine(2).reduce(table, description, 0.5)));
        assertThat(values.withoutValue()).isEqualTo(9);
        assertThat(values.deciles().stream()
                        .map(BandValues::contacted)
                        .reduce(ValueCells::plus)
                        .orElseThrow()
                        .counts()
                        .total())
                .isEqualTo(2400 - values.withoutValue());
    }

    @Test
    void valuesByScoreAndByDecileAreTheSameRowsAsThoseByDecision() throws Exception {
        EvidenceStatistics statistics = statistics(
                engine(2).reduce(table(900, 19, "(hash(i) % 100) / 100.0", "i", "t.parquet"), description(""), 0.2));
        EvidenceStatistics.Values values = values(statistics);
        ChallengerValues paired = Objects.requireNonNull(values.pairedByScore());
        ValueCells all = values.deciles().stream()
                .map(BandValues::contacted)
                .reduce(ValueCells::plus)
                .orElseThrow();

        assertThat(values.byScore().at(20)).isEqualTo(values.cells());
        assertThat(paired.at(20)).isEqualTo(values.paired());
        assertThat(all.truePositives())
                .isEqualTo(values.cells().truePositives().plus(values.cells().falseNegatives()));
        assertThat(all.falsePositives())
                .isEqualTo(values.cells().falsePositives().plus(values.cells().trueNegatives()));
        for (int percent = 1; percent < 100; percent++) {
            assertThat(values.byScore().at(percent).counts())
                    .isEqualTo(statistics.test().all().histogram().at(percent));
            assertThat(paired.at(percent).champion())
                    .isEqualTo(Objects.requireNonNull(values.paired()).champion());
        }
        for (int decile = 0; decile < 10; decile++) {
            ScoreBand band = statistics.test().deciles().get(decile);
            assertThat(values.deciles().get(decile).contacted().counts())
                    .isEqualTo(new ConfusionCounts(band.positives(), band.rows() - band.positives(), 0, 0));
        }
    }

    private static EvidenceStatistics.Values values(EvidenceStatistics statistics) {
        return Objects.requireNonNull(statistics.values());
    }

    @Test
    void twoColumnsWithTooManyGroupsTogetherAreLeftOutAndNamed() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i AS id, i % 2 AS label, (hash(i) % 100) / 100.0 AS score, hash(i) % 31 AS a, hash(i * 3) % 29 AS b"
                        + " FROM range(3000) t(i)",
                folder.resolve("wide.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["a", "b"]}""");
        agrees(table, description, 0.2);
        assertThat(statistics(engine(1).reduce(table, description, 0.2)).crossings())
                .containsExactly(new EvidenceStatistics.Crossing("a", "b", 31 * 29, true, List.of()));
    }

    @Test
    void rowsCountOnceInEveryAttributeAndEveryCrossing() throws Exception {
        EvidenceStatistics statistics = statistics(
                engine(2).reduce(table(500, 12, "(hash(i) % 100) / 100.0", "i", "t.parquet"), description(""), 0.2));
        ConfusionCounts all = statistics.test().counts();
        assertThat(statistics.attributes())
                .allSatisfy(attribute -> assertThat(attribute.groups().stream()
                                .map(group -> group.statistics().counts())
                                .reduce(ConfusionCounts::plus))
                        .contains(all));
        assertThat(statistics.crossings())
                .hasSize(3)
                .allSatisfy(crossing -> assertThat(crossing.groups().stream()
                                .map(EvidenceStatistics.CrossedGroup::counts)
                                .reduce(ConfusionCounts::plus))
                        .contains(all));
        assertThat(statistics.crossings())
                .allSatisfy(crossing -> assertThat(crossing.groups())
                        .allSatisfy(
                                group -> assertThat(group.histogram().at(20)).isEqualTo(group.counts())));
        for (int percent = 1; percent < 100; percent++) {
            int threshold = percent;
            assertThat(statistics.crossings())
                    .allSatisfy(crossing -> assertThat(crossing.groups().stream()
                                    .map(group -> group.histogram().at(threshold))
                                    .reduce(ConfusionCounts::plus))
                            .contains(statistics.test().all().histogram().at(threshold)));
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        Path table = table(2000, 13, "(hash(i * 3) % 500) / 500.0", "i", "t.parquet");
        ReductionResult one = engine(1).reduce(table, description(""), 0.2);
        assertThat(engine(2).reduce(table, description(""), 0.2)).isEqualTo(one);
        assertThat(engine(8).reduce(table, description(""), 0.2)).isEqualTo(one);
    }

    @Test
    void theOrderOfTheRowsChangesNothingButTheHashOfTheFile() throws Exception {
        String score = "(hash(i * 3) % 50) / 50.0";
        EvidenceStatistics one =
                statistics(engine(2).reduce(table(900, 14, score, "i", "a.parquet"), description(""), 0.2));
        EvidenceStatistics other =
                statistics(engine(2).reduce(table(900, 14, score, "hash(i)", "b.parquet"), description(""), 0.2));
        assertThat(with(other, one.sha256(), other.weights())).isEqualTo(one);
        assertThat(other.sha256()).isNotEqualTo(one.sha256());
    }

    private static EvidenceStatistics with(
            EvidenceStatistics statistics, String sha256, @Nullable WeightedStatistics weights) {
        return new EvidenceStatistics(
                sha256,
                statistics.testSet(),
                statistics.columns(),
                statistics.rows(),
                statistics.threshold(),
                statistics.test(),
                statistics.validation(),
                statistics.attributes(),
                statistics.crossings(),
                statistics.pairs(),
                statistics.values(),
                statistics.rejections(),
                weights);
    }

    @Test
    void theTestSetIsKnownAgainUnderOtherScoresAndNotUnderOtherLabels() throws Exception {
        EvidenceStatistics one = statistics(
                engine(1).reduce(table(300, 15, "(hash(i) % 50) / 50.0", "i", "a.parquet"), description(""), 0.2));
        EvidenceStatistics rescored = statistics(
                engine(1).reduce(table(300, 15, "(hash(i * 9) % 70) / 70.0", "i", "b.csv"), description(""), 0.2));
        EvidenceStatistics relabelled = statistics(
                engine(1).reduce(table(300, 16, "(hash(i) % 50) / 50.0", "i", "c.parquet"), description(""), 0.2));
        assertThat(rescored.testSet()).isEqualTo(one.testSet()).hasSize(64);
        assertThat(relabelled.testSet()).isNotEqualTo(one.testSet());
    }

    @Test
    void constantScoresRankNobodyAboveAnybody() throws Exception {
        EvidenceStatistics.Split test = statistics(
                        engine(1).reduce(table(400, 17, "0.5", "i", "t.parquet"), description(""), 0.2))
                .test();
        long pairs = test.placements().positives() * test.placements().negatives();
        assertThat(test.placements().sumOfPlacements()).isEqualTo(BigInteger.valueOf(pairs));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 AS id, 1 AS label, 0.5 AS score, 'a' AS plan FROM range(0) | NO_TEST_ROWS",
                "SELECT i AS id, 1 AS label, 0.5 AS score, 'a' AS plan FROM range(9) t(i) | ONE_CLASS",
                "SELECT i AS id, NULL AS label, 0.5 AS score, 'a' AS plan FROM range(9) t(i) | LABEL_MISSING",
                "SELECT i AS id, i % 2 AS label, CAST(NULL AS DOUBLE) AS score, 'a' AS plan FROM range(9) t(i) | SCORES_INVALID",
                "SELECT i AS id, i % 2 AS label, i AS score, 'a' AS plan FROM range(9) t(i) | SCORES_INVALID",
                "SELECT i AS id, i % 2 AS label, 'high' AS score, 'a' AS plan FROM range(9) t(i) | SCORES_INVALID",
                "SELECT i AS id, i % 2 AS label, [0.5] AS score, 'a' AS plan FROM range(9) t(i) | SCORES_INVALID",
                "SELECT i AS id, i % 3 AS label, 0.5 AS score, 'a' AS plan FROM range(9) t(i) | LABEL_NOT_BINARY",
                "SELECT NULL AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan FROM range(9) t(i) | ID_MISSING",
                "SELECT i // 2 AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan FROM range(9) t(i) | DUPLICATE_IDS",
                "SELECT i AS id, i % 2 AS label, 0.5 AS score, concat('p', i) AS plan FROM range(60) t(i) | TOO_MANY_GROUPS",
                "SELECT i AS id, i % 2 AS label, 0.5 AS score FROM range(60) t(i) | COLUMN_MISSING"
            })
    void tablesThatCannotBeEvidenceAreRefusedForTheSameReason(String select, RefusalCode code) throws Exception {
        Path table = PredictionTable.copy(select, folder.resolve("bad.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["plan"]}""");
        assertThat(engine(2).reduce(table, description, 0.2))
                .isInstanceOfSatisfying(
                        ReductionResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void tooManyRowsWithoutAValueAreRefused() throws Exception {
        Path table = PredictionTable.copy(
                "SELECT i AS id, i % 2 AS label, 0.5 AS score, 'a' AS plan, CASE WHEN i > 3 THEN i END AS worth FROM range(90) t(i)",
                folder.resolve("bad.parquet"));
        EvidenceDescription description = PredictionTable.parsed("""
                {"id": "id", "label": "label", "score": "score", "segments": ["plan"], "value": "worth"}""");
        assertThat(engine(2).reduce(table, description, 0.2))
                .isInstanceOfSatisfying(
                        ReductionResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.VALUES_MISSING));
    }

    @Test
    void aThresholdOutsideZeroToOneIsTheCallersMistake() {
        Path nowhere = folder.resolve("nothing.parquet");
        assertThatThrownBy(() -> engine(1).reduce(nowhere, description(""), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine(1).reduce(nowhere, description(""), 1.01))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
