package io.gatehouse.champions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.champions.ChampionSummary.Health;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.SampleEvaluations;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.policy.Use;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryOfTest {
    private static final Instant NOW = Instant.parse("2026-11-10T09:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant FIRST = Instant.parse("2026-05-02T09:00:00Z");
    private static final ModelFacts MODEL = HealthOfTest.facts(2, 3);

    @Test
    void aMonthIsWhatACustomerIsWorthTimesThoseScoredWithBothEnds() {
        ChampionSummary summary = summary(SampleEvaluations.of(2).net(1.25).done());

        ChampionSummary.MoneyRange month = Objects.requireNonNull(summary.netPerMonth());
        // 10,000 customers a month at $1.25 ± $0.20.
        assertThat(month.low().amount()).isEqualByComparingTo("10500");
        assertThat(month.likely().amount()).isEqualByComparingTo("12500");
        assertThat(month.high().amount()).isEqualByComparingTo("14500");
        assertThat(month.customers()).isEqualTo(10_000);
        assertThat(month.contacted()).isBetween(0.01, 0.99);
        assertThat(summary.foundOfHundred()).isNotNull();
        assertThat(summary.purpose()).isEqualTo("Who leaves.");
        assertThat(summary.openRequests()).isEqualTo(4);
        assertThat(summary.candidates()).isEqualTo(3);
    }

    @Test
    void theGroupServedWorstIsTheOneOfTheLowestRatioAndNeverTheReference() {
        ChampionSummary.Fairness fairness = Objects.requireNonNull(
                summary(SampleEvaluations.of(2).ratio(1.04).done()).fairness());

        assertThat(fairness.verdict()).isEqualTo(Verdict.PASS);
        assertThat(List.of(fairness.worstAttribute(), fairness.worstGroup())).containsExactly("age_band", "18-24");
        assertThat(fairness.worstRatio()).isEqualTo(1.04);
    }

    @Test
    void aGroupTooSmallToJudgeAndOneHeldToAnotherRateAreNotTheOneServedWorst() {
        ChampionSummary.Fairness fairness = fairness(SampleEvaluations.of(2)
                .ratio(0.94)
                .group("65+", "true_positive_rate", 0.40, Verdict.INCONCLUSIVE, "SMALL_GROUP")
                .group("basic", "false_positive_rate", 0.30, Verdict.PASS, "WITHIN_TOLERANCE"));

        assertThat(fairness.worstGroup()).isEqualTo("18-24");
        assertThat(fairness.worstRatio()).isEqualTo(0.94);
        assertThat(fairness.allowedFrom()).isEqualTo(0.8);
        assertThat(fairness.worstVerdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whereAPairOfGroupsFailsTheGroupServedWorstKeepsItsOwnVerdict() {
        ChampionSummary.Fairness fairness =
                fairness(SampleEvaluations.of(2).ratio(0.94).fairness(Verdict.FAIL));

        assertThat(fairness.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(fairness.worstVerdict()).isEqualTo(Verdict.PASS);
        assertThat(fairness.allowedFrom()).isEqualTo(0.8);
    }

    @Test
    void theLowestRatioAllowedIsNotNamedBesideAVerdictThatHangsOnAnotherLimit() {
        ChampionSummary.Fairness byPoints = fairness(
                SampleEvaluations.of(2).group("65+", "true_positive_rate", 0.85, Verdict.FAIL, "DIFFERENCE_OUTSIDE"));
        ChampionSummary.Fairness byRatio = fairness(
                SampleEvaluations.of(2).group("65+", "true_positive_rate", 0.70, Verdict.FAIL, "RATIO_OUTSIDE"));

        assertThat(byPoints.worstVerdict()).isEqualTo(Verdict.FAIL);
        assertThat(byPoints.allowedFrom()).isNull();
        assertThat(byRatio.allowedFrom()).isEqualTo(0.8);
    }

    @Test
    void whereNoGroupIsLargeEnoughNoneIsServedWorst() {
        ChampionSummary.Fairness fairness = fairness(SampleEvaluations.of(2)
                .ratio(Double.NaN)
                .group("65+", "true_positive_rate", 0.40, Verdict.INCONCLUSIVE, "SMALL_GROUP"));

        assertThat(fairness.worstGroup()).isEmpty();
        assertThat(fairness.worstRatio()).isNull();
        assertThat(fairness.worstVerdict()).isNull();
    }

    private static ChampionSummary.Fairness fairness(SampleEvaluations evaluation) {
        return Objects.requireNonNull(summary(evaluation.done()).fairness());
    }

    @Test
    void aLaterEvaluationForTheSameUseGivesTheFiguresAndOneForAStricterUseDoesNot() {
        Evaluation promoted = SampleEvaluations.of(2).auc(0.88).done();
        Evaluation stricter = SampleEvaluations.of(2)
                .auc(0.70)
                .use(Use.AUTOMATED)
                .performance(Verdict.FAIL)
                .done();
        Evaluation later =
                SampleEvaluations.of(2).auc(0.86).at("2026-11-05T09:00:00Z").done();

        ChampionSummary kept = summary(promoted, List.of(stricter));
        ChampionSummary renewed = summary(promoted, List.of(stricter, later));

        assertThat(kept.health()).isEqualTo(Health.ON_TRACK);
        assertThat(Objects.requireNonNull(kept.auc()).estimate()).isEqualTo(0.88);
        assertThat(Objects.requireNonNull(renewed.auc()).estimate()).isEqualTo(0.86);
    }

    @Test
    void beforeItWasTheLastOtherVersionWhoseTimeEnded() {
        Evaluation promoted = SampleEvaluations.of(2).done();
        List<TenureFacts> tenures = List.of(
                tenure(2, SINCE, null, promoted),
                tenure(2, SINCE.minusSeconds(60), SINCE, promoted),
                tenure(1, FIRST, SINCE.minusSeconds(60), SampleEvaluations.of(1).done()),
                tenure(7, FIRST.minusSeconds(60), FIRST, null));

        ChampionSummary.Before before =
                Objects.requireNonNull(SummaryOf.model(MODEL, tenures, List.of(), List.of(), List.of(), null, NOW)
                        .before());

        assertThat(before.version()).isEqualTo(1);
        assertThat(before.sentence().english()).startsWith("Version 2 finds 78");
    }

    @Test
    void aModelThatNobodyHoldsHasNoFigures() {
        ChampionSummary summary =
                SummaryOf.model(HealthOfTest.facts(null, 2), List.of(), List.of(), List.of(), List.of(), null, NOW);

        assertThat(summary.version()).isNull();
        assertThat(summary.health()).isEqualTo(Health.NOT_KNOWN);
        assertThat(summary.netPerMonth()).isNull();
        assertThat(summary.approvedBy()).isEmpty();
    }

    private static ChampionSummary summary(Evaluation promoted) {
        return summary(promoted, List.of(promoted));
    }

    private static ChampionSummary summary(Evaluation promoted, List<Evaluation> newest) {
        return summary(promoted, newest, null);
    }

    static ChampionSummary summary(Evaluation promoted, List<Evaluation> newest, @Nullable LiveFigures live) {
        return SummaryOf.model(
                MODEL, List.of(tenure(2, SINCE, null, promoted)), newest, List.of(), List.of(), live, NOW);
    }

    static TenureFacts tenure(int version, Instant from, @Nullable Instant to, @Nullable Evaluation promoted) {
        return new TenureFacts(
                UUID.randomUUID(),
                version,
                from,
                to,
                41L,
                "Dana Ortiz",
                List.of("Priya Shah", "Ravi Rao"),
                promoted,
                null);
    }
}
