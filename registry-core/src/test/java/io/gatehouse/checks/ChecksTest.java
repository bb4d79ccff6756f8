package io.gatehouse.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.fairness.discrimination.DeLong;
import io.gatehouse.fairness.value.CampaignMonth;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.money.Money;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyDocument.Ingredient;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentences;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ChecksTest {
    private static final Currency DOLLARS = Currency.getInstance("USD");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    Path folder;

    @Test
    void aFairAndBetterModelPassesEveryCheck() {
        Judged judged = judged(Population.fairAndBetter().reduced(folder));

        assertThat(List.of(
                        new PerformanceCheck().answer(judged),
                        new FairnessCheck().answer(judged),
                        new ValueCheck().answer(judged),
                        new ReproducibilityCheck().answer(judged)))
                .allSatisfy(result -> assertThat(result.verdict())
                        .as(result.sentence().english())
                        .isEqualTo(Verdict.PASS));
    }

    @Test
    void aModelThatGuessesIsBelowTheFloor() {
        CheckResult result = new PerformanceCheck()
                .answer(judged(Population.fairAndBetter().guessing().reduced(folder)));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.findings()).extracting(Finding::reasonCode).contains("BELOW_FLOOR", "INFERIOR");
        assertThat(result.sentence().english()).contains("does not do well enough");
    }

    @Test
    void aModelThatMissesTheYoungFailsFairnessAndSaysForWhom() {
        CheckResult result = new FairnessCheck()
                .answer(judged(Population.fairAndBetter().blindToTheYoung().reduced(folder)));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.sentence().english()).contains("18-24 (age band)");
        assertThat(result.segments())
                .filteredOn(group -> group.verdict() == Verdict.FAIL)
                .extracting(SegmentFigures::group)
                .containsExactly("18-24");
    }

    @Test
    void aModelThatMissesTheYoungOfOneRegionIsStoppedByThatPair() {
        Judged judged = judged(Population.fairAndBetter()
                .blindToTheYoungOfTheNorth()
                .of(20_000)
                .reduced(folder));

        CheckResult fairness = new FairnessCheck().answer(judged);

        assertThat(fairness.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fairness.sentence().english()).contains("18-24 × north");
        assertThat(fairness.crossings())
                .filteredOn(group -> group.verdict() == Verdict.FAIL)
                .extracting(SegmentFigures::group)
                .contains("18-24 × north");
    }

    @Test
    void aPairThatIsTooSmallIsPublishedAndStopsNobody() {
        CheckResult fairness =
                new FairnessCheck().answer(judged(Population.fairAndBetter().reduced(folder)));

        assertThat(fairness.verdict()).isEqualTo(Verdict.PASS);
        assertThat(fairness.crossings()).extracting(SegmentFigures::verdict).contains(Verdict.INCONCLUSIVE);
    }

    @Test
    void aMonthSaysWhatItHangsOnTheMostMovingInputFirst() {
        MonthFigures month = Objects.requireNonNull(new ValueCheck()
                .answer(judged(Population.fairAndBetter().reduced(folder)))
                .month());

        assertThat(month.hangsOn().getFirst().input()).isEqualTo(CampaignMonth.Input.SAVE_RATE);
        assertThat(month.net().low()).isLessThan(month.net().estimate());
        assertThat(month.breakEvenSaveRate().estimate()).isBetween(0.01, 0.30);
    }

    @Test
    void aModelThatContactsNearlyEverybodyRanksAsWellAndIsWorthLess() {
        Judged judged = judged(Population.fairAndBetter().overstating().reduced(folder));

        CheckResult performance = new PerformanceCheck().answer(judged);
        CheckResult value = new ValueCheck().answer(judged);

        assertThat(performance.findings()).extracting(Finding::reasonCode).doesNotContain("INFERIOR");
        assertThat(value.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(value.reasonCode()).isEqualTo("INFERIOR");
    }

    @Test
    void aChampionThatTheEvidenceDoesNotNameIsAnErrorAndNeverAPass() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Judged judged = new Judged(
                POLICY,
                ASSUMPTIONS,
                statistics,
                new Judged.Baseline.Unusable(Sentences.say(
                        "comparison.baseline.other",
                        "named",
                        "1",
                        "champion",
                        2,
                        "model",
                        "churn",
                        "alias",
                        "champion")),
                Map.of(),
                record(statistics),
                List.of(),
                null);

        assertThat(new PerformanceCheck().answer(judged).verdict()).isEqualTo(Verdict.ERROR);
        assertThat(new ValueCheck().answer(judged).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void aFirstChampionIsComparedWithContactingNobodyAlone() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Judged judged = new Judged(
                POLICY,
                ASSUMPTIONS,
                statistics,
                new Judged.Baseline.Nobody(),
                Map.of(),
                record(statistics),
                List.of(),
                null);

        CheckResult value = new ValueCheck().answer(judged);

        assertThat(value.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Objects.requireNonNull(value.value()).againstChampion()).isNull();
    }

    @Test
    void amountsAreToldInTheCurrencyOfTheAssumptions() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Currency euro = Currency.getInstance("EUR");
        ValueAssumptions inEuro = new ValueAssumptions(
                1,
                null,
                "Olga",
                "",
                Money.of(200, euro),
                null,
                Money.of(10, euro),
                Money.of(1, euro),
                0.3,
                50_000,
                List.of());

        for (Judged.Baseline baseline : List.of(
                new Judged.Baseline.Nobody(),
                new Judged.Baseline.Champion(1, Objects.requireNonNull(statistics.pairs())))) {
            CheckResult value = new ValueCheck()
                    .answer(new Judged(
                            POLICY, inEuro, statistics, baseline, Map.of(), record(statistics), List.of(), null));

            assertThat(value.sentence().english()).contains("€").doesNotContain("$");
            assertThat(value.findings())
                    .noneMatch(finding -> finding.sentence().english().contains("$"));
        }
    }

    @Test
    void aLoggedFigureThatTheEvidenceContradictsIsAFindingWithBoth() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Judged.TrainingRecord claimed = new Judged.TrainingRecord(
                record(statistics).params(),
                Map.of("test_auc", 0.99),
                record(statistics).tags(),
                Map.of(),
                List.of(),
                5);

        CheckResult result = new PerformanceCheck()
                .answer(new Judged(
                        POLICY,
                        ASSUMPTIONS,
                        statistics,
                        new Judged.Baseline.Nobody(),
                        Map.of(),
                        claimed,
                        List.of(),
                        null));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.sentence().english()).contains("0.9900");
    }

    @Test
    void tooFewCustomersAreNeverAPass() {
        CheckResult result = new FairnessCheck()
                .answer(judged(Population.fairAndBetter().of(240).reduced(folder)));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.segments())
                .filteredOn(group -> group.verdict() == Verdict.INCONCLUSIVE)
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.sentence().english()).isNotBlank());
    }

    @Test
    void whatIsNotOnRecordIsNamed() {
        EvidenceStatistics statistics = Population.fairAndBetter().reduced(folder);
        Judged.TrainingRecord bare = new Judged.TrainingRecord(
                Map.of("max_depth", "7"), Map.of(), Map.of("git_commit", "unknown"), Map.of(), List.of(), 5);

        CheckResult result = new ReproducibilityCheck()
                .answer(new Judged(
                        POLICY,
                        ASSUMPTIONS,
                        statistics,
                        new Judged.Baseline.Nobody(),
                        Map.of(),
                        bare,
                        List.of(),
                        null));

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.sentence().english())
                .contains("data hash", "seed", "schema", "git commit", "preprocessing version")
                .doesNotContain("parameters");
    }

    @Test
    void scoresThatAreNotTheModelsMakeTheEvidenceWorthless() {
        CheckResult result = new ReproducibilityCheck()
                .answer(withOrigin(new Finding(
                        Verdict.ERROR,
                        "SCORES_ARE_NOT_THE_MODELS",
                        null,
                        Sentences.say(
                                "origin.disagrees",
                                "differing",
                                3,
                                "rows",
                                500,
                                "id",
                                "c17",
                                "claimed",
                                0.9,
                                "given",
                                0.1))));

        assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(result.reasonCode()).isEqualTo("SCORES_ARE_NOT_THE_MODELS");
        assertThat(result.sentence().english()).contains("not this model's", "c17", "Log the evidence of the model");
    }

    @Test
    void whatWasLoggedAndNotDoneIsSaidAndStopsNobody() {
        CheckResult result = new ReproducibilityCheck()
                .answer(withOrigin(new Finding(
                        Verdict.NOT_APPLICABLE,
                        "SAID_AND_NOT_DONE",
                        null,
                        Sentences.say(
                                "origin.said.differs", "name", "scale_pos_weight", "said", "2.07", "done", "1"))));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.sentence().english()).contains("scale_pos_weight = 2.07", "made with 1");
    }

    private Judged withOrigin(Finding finding) {
        EvidenceStatistics statistics = Population.fairAndBetter().of(240).reduced(folder);
        return new Judged(
                POLICY,
                ASSUMPTIONS,
                statistics,
                new Judged.Baseline.Nobody(),
                Map.of(),
                record(statistics),
                List.of(finding),
                null);
    }

    @Test
    void aResultReadsBackFromJsonAsItWas() {
        Judged judged = judged(Population.fairAndBetter().of(240).reduced(folder));
        JsonMapper json = JsonMapper.builder().build();

        for (Check check :
                List.of(new PerformanceCheck(), new FairnessCheck(), new ValueCheck(), new ReproducibilityCheck())) {
            CheckResult result = check.answer(judged);
            CheckResult back = json.readValue(json.writeValueAsString(result), CheckResult.class);
            assertThat(json.writeValueAsString(back)).isEqualTo(json.writeValueAsString(result));
            assertThat(back.verdict()).isEqualTo(result.verdict());
        }
    }

    static Judged judged(EvidenceStatistics statistics) {
        return new Judged(
                POLICY,
                ASSUMPTIONS,
                statistics,
                new Judged.Baseline.Champion(1, Objects.requireNonNull(statistics.pairs())),
                Map.of(),
                record(statistics),
                List.of(),
                TestSetUse.FIRST);
    }

    static Judged.TrainingRecord record(EvidenceStatistics statistics) {
        return new Judged.TrainingRecord(
                Map.of("learning_rate", "0.03", "random_state", "42"),
                Map.of("test_auc", DeLong.auc(statistics.test().placements()).value()),
                Map.of("data_hash", "9ab1", "git_commit", "4f2c", "preprocessing_version", "3.1"),
                Map.of(),
                List.of("data_schema.json"),
                5);
    }

    static final PolicyDocument POLICY = policy(PolicyDocument.Intersections.HARM_BLOCKS);

    static PolicyDocument policy(PolicyDocument.Intersections intersections) {
        return policy(intersections, 0.20);
    }

    static PolicyDocument policy(PolicyDocument.Intersections intersections, double actingThreshold) {
        return new PolicyDocument(
                "human-reviewed",
                Use.HUMAN_REVIEWED,
                "A person decides.",
                null,
                1,
                actingThreshold,
                new PolicyDocument.Performance(0.78, 0.01, 0.02, 0.001),
                new PolicyDocument.Fairness(
                        List.of(PolicyDocument.Metric.TRUE_POSITIVE_RATE),
                        List.of(
                                new PolicyDocument.Attribute("plan_type", "plan"),
                                new PolicyDocument.Attribute("age_band", "age band"),
                                new PolicyDocument.Attribute("region", "region")),
                        0.80,
                        0.10,
                        30,
                        5,
                        0.02,
                        0.05,
                        false,
                        Map.of(),
                        intersections),
                new PolicyDocument.Value(0.02, 0.05),
                new PolicyDocument.Reproducibility(List.of(Ingredient.values())));
    }

    static final ValueAssumptions ASSUMPTIONS = new ValueAssumptions(
            1,
            null,
            "Retention marketing",
            "",
            Money.of(200, DOLLARS),
            null,
            Money.of(10, DOLLARS),
            Money.of(1, DOLLARS),
            0.30,
            50_000,
            List.of(new CostLine(
                    "All lines together",
                    Money.of(250, DOLLARS),
                    Money.of(850, DOLLARS),
                    Money.of(35_000, DOLLARS),
                    Money.of(90_000, DOLLARS))));
}
