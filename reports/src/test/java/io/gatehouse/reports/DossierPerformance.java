package io.gatehouse.reports;

import static io.gatehouse.reports.ReadModels.EVIL;
import static io.gatehouse.reports.ReadModels.figure;
import static io.gatehouse.reports.ReadModels.said;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.verdicts.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well versions in dossiers do, over all and by segment. */
final class DossierPerformance {
    private DossierPerformance() {}

    static List<SegmentFigures> segments() {
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
                        : new Figure(
                                "ratio",
                                ratio,
                                ratio - 0.05,
                                group.equals("family") ? Double.POSITIVE_INFINITY : ratio + 0.05,
                                counts.positives(),
                                0.8,
                                Unit.RATIO),
                ratio == null ? null : figure("difference", ratio - 1, ratio - 1.05, ratio - 0.95, Unit.SHARE),
                (double) counts.falsePositives() / counts.negatives(),
                (double) counts.truePositives() / counts.flagged(),
                (double) counts.flagged() / counts.total(),
                (double) counts.positives() / counts.total(),
                verdict,
                group.equals("family") ? "SMALL_GROUP" : "CODE",
                needed,
                said("Of its leavers it finds some."));
    }

    static List<SegmentFigures> weighted(List<SegmentFigures> segments) {
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

    static PerformanceFigures weighted(PerformanceFigures figures) {
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

    static PerformanceFigures performance(Figure auc) {
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
}
