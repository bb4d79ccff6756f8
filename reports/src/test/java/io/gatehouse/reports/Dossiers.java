package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.EVIL;
import static io.gatehouse.reports.ReadModels.LONG_NAME;
import static io.gatehouse.reports.ReadModels.MODEL;
import static io.gatehouse.reports.ReadModels.NOW;
import static io.gatehouse.reports.ReadModels.POLICY;
import static io.gatehouse.reports.ReadModels.SHA;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dossiers as the demo would show them. */
final class Dossiers {
    private static final UUID ID = UUID.fromString("0192f3a0-0000-7000-8000-000000000042");

    private Dossiers() {}

    /** Refused for fairness, with a group too small to judge and text that is hard to write. */
    static PromotionDossier unfair() {
        return dossier(evaluation(DossierWorth.value(1_960, 1_004)));
    }

    /** The evaluation of that dossier. */
    static Evaluation judged() {
        return evaluation(DossierWorth.value(1_960, 1_004));
    }

    /** The same on rows that stand for customers in unequal numbers. */
    static PromotionDossier weighted() {
        return dossier(evaluation(DossierWorth.value(1_960, 1_004), WaysOut.month(), true));
    }

    /** Nobody reaches the threshold, so that nothing is spent and nothing can be paid back. */
    static PromotionDossier contactingNobody() {
        return dossier(evaluation(DossierWorth.value(0, 0)));
    }

    /** Counted as the evaluation counts, with these economics. */
    static PromotionDossier worth(CampaignEconomics economics, long contacted, long leavers, long customers) {
        return dossier(evaluation(DossierWorth.counted(economics, contacted, leavers, customers)));
    }

    /** Each customer counts with a worth of their own, on average this much over the leavers contacted. */
    static PromotionDossier ownWorth(double mean) {
        ValueFigures value = DossierWorth.counted(new CampaignEconomics(mean, 10, 1, 0.3), 3_609, 2_076, 7_500);
        return dossier(evaluation(value, WaysOut.month(true, mean)));
    }

    /** The evidence is missing, so that no check could run. */
    static PromotionDossier withoutEvaluation() {
        return dossier(null);
    }

    private static PromotionDossier dossier(@Nullable Evaluation evaluation) {
        return new PromotionDossier(
                ID,
                42,
                MODEL,
                4,
                3,
                "champion",
                Use.HUMAN_REVIEWED,
                RequestState.AWAITING_REVIEW,
                "Dana Scientist",
                "Dana Scientist",
                NOW.minusSeconds(200_000),
                EVIL,
                said("Blocked: fairness by segment failed. Needs an override by two people, or a better version."),
                List.of(
                        said(
                                "The candidate ranks as well as the version in use, but finds far fewer of the leavers aged"
                                        + " 18-24."),
                        said(
                                "This would be wrong if the youngest subscribers of the test data were unlike those of today.")),
                evaluation,
                evaluation == null ? said("The version has no evidence. Log evaluation/predictions.parquet.") : null,
                List.of(
                        new PromotionDossier.Vote(
                                "Jörg Größe",
                                "REVIEWER",
                                Choice.REQUEST_CHANGES,
                                "+49 wants more data",
                                NOW.minusSeconds(4_000),
                                false,
                                ""),
                        new PromotionDossier.Vote(
                                "Priya Shah", "REVIEWER", Choice.APPROVE, "", NOW.minusSeconds(60), true, "")),
                2,
                List.of(
                        new PromotionDossier.HistoryLine(
                                NOW.minusSeconds(200_000),
                                "Dana Scientist",
                                said("Dana Scientist asked to make version 4 champion.")),
                        new PromotionDossier.HistoryLine(
                                NOW.minusSeconds(5_000), "Gatehouse", said("The checks have run."))),
                new PromotionDossier.YourVote(true, null, true, null, false, false, List.of()),
                new PromotionDossier.Origin(
                        "ef".repeat(16), LONG_NAME, "1234567890123456", "streamflow-v3-2024-03", null),
                List.of(),
                new PromotionDossier.Waiting(
                        null,
                        List.of(
                                new PromotionDossier.Seat("REVIEWER", true),
                                new PromotionDossier.Seat("REVIEWER", false))),
                List.of(
                        new PromotionDossier.Comment(
                                1, CheckName.FAIRNESS, "Priya Shah", NOW.minusSeconds(4_500), "=1+1 Why only web?"),
                        new PromotionDossier.Comment(
                                2, null, "Dana Scientist", NOW.minusSeconds(4_400), "More follows on Friday.")),
                evaluation == null
                        ? List.of()
                        : List.of(override(3, -20, OverrideState.EXPIRED), override(4, 30, OverrideState.IN_FORCE)),
                evaluation == null ? "" : "ef".repeat(32));
    }

    /** @param days to its last day */
    private static CheckOverride override(long number, int days, OverrideState state) {
        Instant until = NOW.plusSeconds(days * 86_400L);
        return new CheckOverride(
                number,
                42,
                MODEL,
                4,
                Use.HUMAN_REVIEWED,
                CheckName.FAIRNESS,
                Verdict.FAIL,
                12,
                "cd".repeat(32),
                SHA,
                EVIL,
                "Customer success calls everybody aged 18-24",
                until,
                state,
                "Priya Shah",
                until.minusSeconds(40 * 86_400L),
                "Ravi Menon",
                until.minusSeconds(39 * 86_400L),
                state == OverrideState.EXPIRED ? "Gatehouse" : null,
                state == OverrideState.EXPIRED ? until : null,
                "",
                null,
                null,
                false);
    }

    private static Evaluation evaluation(ValueFigures value) {
        return evaluation(value, WaysOut.month());
    }

    private static Evaluation evaluation(ValueFigures value, MonthFigures month) {
        return evaluation(value, month, false);
    }

    private static Evaluation evaluation(ValueFigures value, MonthFigures month, boolean weighted) {
        Figure auc = new Figure("auc", 0.8831, 0.8751, 0.8911, 7_500L, 0.78, Unit.INDEX);
        Figure ratio = new Figure("true_positive_rate_ratio", 0.745, 0.68, 0.81, 7_500L, 0.8, Unit.RATIO);
        return new Evaluation(
                ID,
                12,
                MODEL,
                4,
                POLICY,
                1,
                new Evaluation.Evidence("=1+1/predictions.parquet", SHA, 15_000, 7_500, "2026-10-31"),
                3,
                NOW.minusSeconds(5_000),
                "Dana Scientist",
                "cd".repeat(32),
                "ab".repeat(32),
                List.of(
                        new CheckResult(
                                CheckName.FAIRNESS,
                                Verdict.FAIL,
                                "RATIO_BELOW_TOLERANCE",
                                ratio,
                                said("Of 100 leavers aged 18-24 it finds 62, of those aged 35-44 it finds 84."),
                                List.of(
                                        new Finding(
                                                Verdict.FAIL,
                                                "RATIO_BELOW_TOLERANCE",
                                                ratio,
                                                said("age band 18-24 is too low.")),
                                        new Finding(
                                                Verdict.INCONCLUSIVE,
                                                "SMALL_GROUP",
                                                null,
                                                said("Region islands is too small."))),
                                weighted
                                        ? DossierPerformance.weighted(DossierPerformance.segments())
                                        : DossierPerformance.segments(),
                                null,
                                null,
                                WaysOut.crossings(),
                                null),
                        new CheckResult(
                                CheckName.PERFORMANCE,
                                Verdict.PASS,
                                "MET",
                                auc,
                                said("It tells leavers from stayers well: AUC 0.883, at least 0.780 is asked for."),
                                List.of(new Finding(Verdict.PASS, "MET", auc, said("AUC is above the floor."))),
                                List.of(),
                                weighted
                                        ? DossierPerformance.weighted(DossierPerformance.performance(auc))
                                        : DossierPerformance.performance(auc),
                                null),
                        new CheckResult(
                                CheckName.VALUE,
                                Verdict.PASS,
                                "MET",
                                value.netPerCustomer(),
                                said("Acting on it pays for itself: $4.25 per customer against contacting nobody."),
                                List.of(),
                                List.of(),
                                null,
                                value,
                                List.of(),
                                month),
                        new CheckResult(
                                CheckName.REPRODUCIBILITY,
                                Verdict.INCONCLUSIVE,
                                "MISSING",
                                null,
                                said("The git commit was not logged, so nobody can say which code made it."),
                                List.of(),
                                List.of(),
                                null,
                                null)),
                WaysOut.band(),
                List.of());
    }
}
