package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.EVIL;
import static io.gatehouse.reports.ReadModels.LONG_NAME;
import static io.gatehouse.reports.ReadModels.MODEL;
import static io.gatehouse.reports.ReadModels.NOW;
import static io.gatehouse.reports.ReadModels.POLICY;
import static io.gatehouse.reports.ReadModels.SHA;
import static io.gatehouse.reports.ReadModels.dollars;
import static io.gatehouse.reports.ReadModels.figure;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.Finding;
import io.gatehouse.checks.MonthFigures;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.checks.ValueFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.CampaignEconomics;
import io.gatehouse.fairness.value.Payback;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.overrides.OverrideState;
import io.gatehouse.policy.CostLine;
import io.gatehouse.policy.Use;
import io.gatehouse.policy.ValueAssumptions;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dossiers as the demo would show them; the money in them is counted here a second time, independently of the formulas. */
final class Dossiers {
    private static final UUID ID = UUID.fromString("0192f3a0-0000-7000-8000-000000000042");

    private Dossiers() {}

    /** Refused for fairness, with a group too small to judge and text that is hard to write. */
    static PromotionDossier unfair() {
        return dossier(evaluation(value(1_960, 1_004)));
    }

    /** The same on rows that stand for customers in unequal numbers. */
    static PromotionDossier weighted() {
        return dossier(evaluation(value(1_960, 1_004), WaysOut.month(), true));
    }

    /** Nobody reaches the threshold, so that nothing is spent and nothing can be paid back. */
    static PromotionDossier contactingNobody() {
        return dossier(evaluation(value(0, 0)));
    }

    /** Counted as the evaluation counts, with these economics. */
    static PromotionDossier worth(CampaignEconomics economics, long contacted, long leavers, long customers) {
        return dossier(evaluation(counted(economics, contacted, leavers, customers)));
    }

    /** Each customer counts with a worth of their own, on average this much over the leavers contacted. */
    static PromotionDossier ownWorth(double mean) {
        ValueFigures value = counted(new CampaignEconomics(mean, 10, 1, 0.3), 3_609, 2_076, 7_500);
        return dossier(evaluation(value, WaysOut.month(true, mean)));
    }

    private static ValueFigures counted(CampaignEconomics economics, long contacted, long leavers, long customers) {
        ConfusionCounts counts = new ConfusionCounts(leavers, contacted - leavers, 0, customers - contacted);
        ValueAssumptions given = new ValueAssumptions(
                1,
                null,
                "Vera Value",
                "",
                dollars(economics.customerValue()),
                null,
                dollars(economics.offerCost()),
                dollars(economics.contactCost()),
                economics.saveRate(),
                50_000,
                List.of(new CostLine(
                        "All lines together", dollars(250), dollars(900), dollars(35_000), dollars(90_000))));
        double net = economics.net(counts);
        double month = net / customers * given.customersPerMonth();
        return new ValueFigures(
                given,
                0.2,
                economics.breakEvenScore(),
                customers,
                contacted,
                leavers,
                dollars(economics.benefit(counts)),
                dollars(economics.cost(counts)),
                dollars(net),
                figure("net_per_customer", economics.perCustomer(counts).mean(), -1.0, 99.0, Unit.MONEY),
                economics.roi(counts),
                dollars(month),
                new Payback(35_000, month, 250).months(),
                new Payback(90_000, month, 900).months(),
                null,
                deciles());
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
                new PromotionDossier.YourVote(true, null, true, null, false, List.of()),
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
                new Evaluation.Evidence("evaluation/predictions.parquet", SHA, 15_000, 7_500, "2026-10-31"),
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
                                weighted ? weighted(segments()) : segments(),
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
                                weighted ? weighted(performance(auc)) : performance(auc),
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

    private static List<SegmentFigures> segments() {
        return List.of(
                segment("region", "islands", false, new ConfusionCounts(6, 5, 2, 21), Verdict.INCONCLUSIVE, 0.88, 310L),
                segment("age_band", "18-24", false, new ConfusionCounts(248, 190, 152, 640), Verdict.FAIL, 0.745, null),
                segment("age_band", "25-34", false, new ConfusionCounts(520, 460, 108, 980), Verdict.PASS, 0.99, null),
                segment(
                        "age_band",
                        "35-44",
                        true,
                        new ConfusionCounts(640, 510, 124, 1_210),
                        Verdict.NOT_APPLICABLE,
                        null,
                        null),
                segment("plan_type", EVIL, false, new ConfusionCounts(702, 555, 170, 1_133), Verdict.PASS, 0.97, null),
                segment(
                        "plan_type",
                        "family",
                        false,
                        new ConfusionCounts(0, 12, 0, 40),
                        Verdict.INCONCLUSIVE,
                        Double.NaN,
                        null));
    }

    private static SegmentFigures segment(
            String attribute,
            String group,
            boolean reference,
            ConfusionCounts counts,
            Verdict verdict,
            @Nullable Double ratio,
            @Nullable Long needed) {
        double rate = (double) counts.truePositives() / counts.positives();
        return new SegmentFigures(
                attribute,
                group,
                reference,
                counts,
                figure("true_positive_rate", rate, rate - 0.03, rate + 0.03, Unit.SHARE),
                ratio == null
                        ? null
                        : figure(
                                "ratio",
                                ratio,
                                ratio - 0.05,
                                group.equals("family") ? Double.POSITIVE_INFINITY : ratio + 0.05,
                                Unit.RATIO),
                ratio == null ? null : figure("difference", ratio - 1, ratio - 1.05, ratio - 0.95, Unit.SHARE),
                (double) counts.falsePositives() / counts.negatives(),
                (double) counts.truePositives() / counts.flagged(),
                (double) counts.flagged() / counts.total(),
                (double) counts.positives() / counts.total(),
                verdict,
                "CODE",
                needed,
                said("Of its leavers it finds some."));
    }

    private static List<SegmentFigures> weighted(List<SegmentFigures> segments) {
        return segments.stream()
                .map(segment -> new SegmentFigures(
                        segment.attribute(),
                        segment.group(),
                        segment.reference(),
                        segment.counts(),
                        segment.truePositiveRate(),
                        segment.ratio(),
                        segment.difference(),
                        segment.falsePositiveRate(),
                        segment.precision(),
                        segment.selectionRate(),
                        segment.baseRate(),
                        segment.verdict(),
                        segment.reasonCode(),
                        segment.neededCustomers(),
                        segment.sentence(),
                        0.75 * segment.counts().total()))
                .toList();
    }

    private static PerformanceFigures weighted(PerformanceFigures figures) {
        return new PerformanceFigures(
                figures.testAuc(),
                figures.validationAuc(),
                figures.gap(),
                figures.championAuc(),
                figures.againstChampion(),
                figures.brier(),
                figures.atThreshold(),
                figures.calibration(),
                figures.loggedTestAuc(),
                new PerformanceFigures.Weighted(
                        "w",
                        41_200,
                        5_625,
                        figure("true_positive_rate", 0.71, 0.68, 0.74, Unit.SHARE),
                        figure("precision", 0.52, 0.49, 0.55, Unit.SHARE)));
    }

    private static PerformanceFigures performance(Figure auc) {
        return new PerformanceFigures(
                auc,
                figure("auc", 0.8862, 0.8782, 0.8942, Unit.INDEX),
                figure("gap", 0.0014, -0.0098, 0.0126, Unit.INDEX),
                figure("auc", 0.8848, 0.8769, 0.8927, Unit.INDEX),
                figure("auc_difference", -0.0017, -0.004, 0.0006, Unit.INDEX),
                Double.NaN,
                new ConfusionCounts(1_004, 956, 420, 5_120),
                List.of(
                        new PerformanceFigures.CalibrationBand(2_500, 0.041, 0.038),
                        new PerformanceFigures.CalibrationBand(2_500, 0.22, 0.231),
                        new PerformanceFigures.CalibrationBand(2_500, 0.71, 0.702)),
                null);
    }

    /** Counts the money as it is defined: each saved leaver brings the value less the offer, each contact costs, stayers take the offer. */
    static ValueFigures value(long contacted, long leavers) {
        ValueAssumptions given = new ValueAssumptions(
                1,
                null,
                "Vera Value",
                "",
                dollars(200),
                null,
                dollars(10),
                dollars(1),
                0.3,
                50_000,
                List.of(new CostLine(
                        "All lines together", dollars(250), dollars(900), dollars(35_000), dollars(90_000))));
        double benefit = benefit(leavers);
        double cost = cost(contacted, leavers);
        double net = benefit - cost;
        long customers = 7_500;
        double month = net / customers * given.customersPerMonth();
        return new ValueFigures(
                given,
                0.2,
                11 / 67d,
                customers,
                contacted,
                leavers,
                dollars(benefit),
                dollars(cost),
                dollars(net),
                figure("net_per_customer", net / customers, net / customers - 0.4, net / customers + 0.4, Unit.MONEY),
                net / cost,
                dollars(month),
                payback(35_000, month - 250),
                payback(90_000, month - 900),
                new ValueFigures.AgainstChampion(
                        3, figure("difference", -0.02, -0.11, 0.07, Unit.MONEY), 0.09, dollars(33_011.4)),
                deciles());
    }

    private static double benefit(long leavers) {
        return leavers * 0.3 * 200;
    }

    private static double cost(long contacted, long leavers) {
        return contacted + (contacted - leavers) * 10d + leavers * 0.3 * 10;
    }

    private static double payback(double once, double monthly) {
        return monthly <= 0 ? Double.POSITIVE_INFINITY : once / monthly;
    }

    private static List<ValueFigures.Decile> deciles() {
        long[] leavers = {601, 402, 288, 190, 121, 82, 55, 40, 28, 17};
        List<ValueFigures.Decile> deciles = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < leavers.length; i++) {
            total += leavers[i];
            deciles.add(new ValueFigures.Decile(
                    i + 1,
                    750,
                    leavers[i],
                    dollars(benefit(leavers[i]) - cost(750, leavers[i])),
                    dollars(benefit(total) - cost(750L * (i + 1), total))));
        }
        return deciles;
    }
}
