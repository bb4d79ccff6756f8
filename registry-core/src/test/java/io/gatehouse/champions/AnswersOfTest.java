package io.gatehouse.champions;

import static io.gatehouse.champions.SummaryOfTest.tenure;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ProductionAnswers.MetricPair;
import io.gatehouse.champions.ProductionAnswers.NamedValue;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.evaluation.TrainingRecords;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunInfo;
import io.gatehouse.tracking.RunStatus;
import io.gatehouse.tracking.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersOfTest {
    private static final Instant NOW = Instant.parse("2026-11-10T09:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Evaluation JUDGED = SampleEvaluations.of(2).done();

    @Test
    void theFirstAnswerNamesTheSettingsThatPeopleAskForAndTheData() {
        ProductionAnswers answers = answers(
                run(
                        List.of(
                                new Param("gamma", "1"),
                                new Param("learning_rate", "0.03"),
                                new Param("max_depth", "7")),
                        List.of(new Tag("data_hash", "9ab1"), new Tag("data_version", "v3"))),
                JUDGED);

        assertThat(answers.which().english())
                .isEqualTo("Version 2 was trained by run final with learning rate 0.03 and depth 7 on v3."
                        + " It finds 78 of every 100 customers who leave.");
        assertThat(answers.parameters())
                .extracting(NamedValue::name)
                .containsExactly("gamma", "learning_rate", "max_depth");
        assertThat(answers.data())
                .containsExactly(
                        new NamedValue("data_hash", "9ab1"),
                        new NamedValue("data_version", "v3"),
                        new NamedValue("dataset train", "d1"));
    }

    @Test
    void aParameterThatTheModelItselfContradictsSaysWhatTheModelWasMadeWith() {
        Evaluation judged =
                SampleEvaluations.of(2).made("scale_pos_weight", "2.07", "1").done();
        ProductionAnswers answers = answers(
                run(List.of(new Param("gamma", "1"), new Param("scale_pos_weight", "2.07")), List.of()), judged);

        assertThat(answers.parameters())
                .containsExactly(new NamedValue("gamma", "1"), new NamedValue("scale_pos_weight", "2.07", "1"));
    }

    @Test
    void otherSettingsAreNamedWhereTheUsualOnesAreNotLoggedAndNoneIsSaidAsMuch() {
        List<Param> four = List.of(
                new Param("c", "1"), new Param("penalty", "l2"), new Param("solver", "saga"), new Param("tol", "0.1"));

        assertThat(answers(run(four, List.of()), null).which().english())
                .isEqualTo(
                        "Version 2 was trained by run final with c 1, penalty l2 and solver saga on data that it did not"
                                + " name. No evaluation of it is on record.");
        assertThat(answers(run(List.of(), List.of(new Tag("data_hash", "9ab1"))), null)
                        .which()
                        .english())
                .contains("with no logged parameters on 9ab1");
        assertThat(answers(null, JUDGED).which().english()).contains("names no run that is on record");
    }

    @Test
    void onlyFiguresThatMeanTheSameStandBesideEachOther() {
        assertThat(answers(run(List.of(), List.of()), JUDGED).metrics())
                .containsExactly(
                        new MetricPair("test_auc", 0.87, 0.88),
                        new MetricPair("test_brier", null, 0.11),
                        new MetricPair("test_recall", 0.5, null));
    }

    @Test
    void whatTheEvidenceGivesAtTheThresholdOfTheRunStandsBesideWhatTheRunLogged() {
        Evaluation judged = SampleEvaluations.of(2)
                .logged(new LoggedMetric("test_recall", 0.5, 0.4975), new LoggedMetric("test_f1", 0.6, Double.NaN))
                .done();

        assertThat(answers(run(List.of(), List.of()), judged).metrics())
                .contains(new MetricPair("test_recall", 0.5, 0.4975))
                .extracting(MetricPair::name)
                .doesNotContain("test_f1");
    }

    @Test
    void theSecondAnswerComparesOrSaysWhyThereIsNothingToCompare() {
        TenureFacts champion = tenure(2, SINCE, null, JUDGED);
        TenureFacts earlier =
                tenure(1, SINCE.minusSeconds(9), SINCE, SampleEvaluations.of(1).done());

        ProductionAnswers beside = AnswersOf.champion("churn", NOW, champion, null, earlier, false);
        assertThat(beside.earlierVersion()).isEqualTo(1);
        assertThat(beside.against().english())
                .startsWith("Version 2 finds 78 of every 100 customers who leave, version 1");
        assertThat(AnswersOf.champion("churn", NOW, champion, null, null, true)
                        .against()
                        .english())
                .contains("No version was in use three months before");
        assertThat(AnswersOf.champion("churn", NOW, champion, null, null, false)
                        .against()
                        .english())
                .isEqualTo("Version 2 was in use three months before too; it has been since 2 Nov 2026.");
    }

    @Test
    void theThirdAnswerIsYesOnlyWhereItWasChecked() {
        assertThat(answers(null, JUDGED).reproducible().code()).isEqualTo("answers.again.yes");
        assertThat(answers(null, JUDGED).ingredients())
                .containsExactly(new ProductionAnswers.Ingredient("Random seed", true, "42"));
        assertThat(answers(null, null).reproducible().english())
                .isEqualTo("It was not checked whether version 2 can be made again.");
    }

    private static ProductionAnswers answers(@Nullable Run run, @Nullable Evaluation judged) {
        AnswersOf.Origin origin =
                run == null ? null : new AnswersOf.Origin("r1", run.info().name(), TrainingRecords.of(run));
        return AnswersOf.champion("churn", NOW, tenure(2, SINCE, null, judged), origin, null, true);
    }

    private static Run run(List<Param> params, List<Tag> tags) {
        RunInfo info = new RunInfo(
                "r1",
                1,
                "final",
                "dana",
                RunStatus.FINISHED,
                Lifecycle.ACTIVE,
                1,
                2L,
                "mlflow-artifacts:/1/r1",
                null,
                UUID.randomUUID());
        List<Metric> metrics = List.of(new Metric("test_auc", 0.87, 1, 0), new Metric("test_recall", 0.5, 1, 0));
        List<DatasetInput> data = List.of(new DatasetInput("train", "d1", "local", "{}", null, null, List.of()));
        return new Run(info, metrics, params, tags, data, List.of(), List.of());
    }
}
