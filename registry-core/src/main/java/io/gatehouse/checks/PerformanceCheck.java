package io.gatehouse.checks;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.Auc;
import io.gatehouse.fairness.discrimination.AucDifference;
import io.gatehouse.fairness.discrimination.AucFloor;
import io.gatehouse.fairness.discrimination.GapRule;
import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.Rate;
import io.gatehouse.fairness.value.ValueRule;
import io.gatehouse.fairness.verdicts.Judgement;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does it tell leavers from stayers well enough, on rows it was not trained on, as well as the champion, and as its run claimed? */
final class PerformanceCheck implements Check {
    @Override
    public CheckResult answer(Judged judged) {
        Weighting rows = Weighting.of(judged.statistics());
        Auc auc = rows.test();
        Findings findings = new Findings();
        Judgement floor = floor(judged, auc, findings);
        Judgement gap = gap(judged, auc, findings);
        Judgement beside = champion(judged, findings);
        Claims.of(judged).forEach(findings::add);
        PerformanceRemarks.calibration(judged.statistics().test(), rows, findings);
        rows.tell(findings);
        PerformanceRemarks.testSet(judged, findings);
        PerformanceFigures figures = figures(judged, auc, gap, beside);
        Verdict verdict = findings.verdict();
        return new CheckResult(
                CheckName.PERFORMANCE,
                verdict,
                findings.deciding().reasonCode(),
                Findings.figure("auc", floor, Figure.Unit.INDEX).outOf(rows.effectiveRows()),
                sentence(judged, verdict, auc, findings),
                findings.worstFirst(),
                List.of(),
                figures,
                null);
    }

    private static Judgement floor(Judged judged, Auc auc, Findings findings) {
        AucFloor rule = AucFloor.of(judged.policy().performance().aucFloor());
        Judgement judgement = rule.judge(auc);
        Sentence sentence = judgement.verdict() == Verdict.INCONCLUSIVE
                ? say("performance.floor.few", "needed", rule.minClassSize())
                : say(
                        judgement.verdict() == Verdict.PASS ? "performance.floor.met" : "performance.floor.below",
                        "n",
                        judgement.rows(),
                        "auc",
                        auc.value(),
                        "low",
                        judgement.interval().low(),
                        "high",
                        judgement.interval().high(),
                        "floor",
                        rule.floor());
        findings.add(judgement, Findings.figure("auc", judgement, Figure.Unit.INDEX), sentence);
        return judgement;
    }

    private static @Nullable Judgement gap(Judged judged, Auc test, Findings findings) {
        Auc validation = Weighting.of(judged.statistics()).validation();
        if (validation == null) {
            findings.add(Verdict.INCONCLUSIVE, "NO_VALIDATION_ROWS", say("performance.gap.absent"));
            return null;
        }
        GapRule rule = GapRule.of(judged.policy().performance().gap());
        Judgement judgement = rule.judge(validation, test);
        String code = switch (judgement.reason()) {
            case GAP_TOO_LARGE -> "performance.gap.large";
            case TEST_ABOVE_VALIDATION -> "performance.gap.above";
            case TOO_FEW_ROWS -> "performance.gap.few";
            default -> judgement.verdict() == Verdict.PASS ? "performance.gap.met" : "performance.gap.unclear";
        };
        findings.add(
                judgement,
                Findings.figure("auc_gap", judgement, Figure.Unit.INDEX),
                say(
                        code,
                        "gap",
                        judgement.estimate(),
                        "low",
                        judgement.interval().low(),
                        "high",
                        judgement.interval().high(),
                        "limit",
                        rule.limit(),
                        "needed",
                        rule.minClassSize()));
        return judgement;
    }

    private static @Nullable Judgement champion(Judged judged, Findings findings) {
        return switch (judged.baseline()) {
            case Judged.Baseline.Nobody() -> {
                findings.add(Verdict.NOT_APPLICABLE, "FIRST_CHAMPION", say("performance.champion.first"));
                yield null;
            }
            case Judged.Baseline.Unusable(Sentence sentence) -> {
                findings.add(Verdict.ERROR, "NOT_COMPARABLE", sentence);
                yield null;
            }
            case Judged.Baseline.Champion(int version, EvidenceStatistics.Pairs pairs) -> {
                ValueRule rule = judged.valueRule();
                AucDifference difference = Weighting.of(judged.statistics()).beside(pairs);
                Judgement judgement = rule.againstChampion(difference);
                findings.add(
                        judgement,
                        Findings.figure("auc_difference", judgement, Figure.Unit.INDEX),
                        say(
                                "performance.champion." + Beside.words(judgement),
                                "champion",
                                version,
                                "difference",
                                judgement.estimate(),
                                "low",
                                judgement.interval().low(),
                                "high",
                                judgement.interval().high(),
                                "margin",
                                judgement.threshold()));
                yield judgement;
            }
        };
    }

    private static PerformanceFigures figures(
            Judged judged, Auc auc, @Nullable Judgement gap, @Nullable Judgement beside) {
        EvidenceStatistics.Split test = judged.statistics().test();
        Weighting rows = Weighting.of(judged.statistics());
        Auc validation = rows.validation();
        Auc champion =
                judged.baseline() instanceof Judged.Baseline.Champion(int version, EvidenceStatistics.Pairs pairs)
                        ? rows.beside(pairs).second()
                        : null;
        return new PerformanceFigures(
                figure("test_auc", auc).outOf(rows.effectiveRows()),
                validation == null ? null : figure("validation_auc", validation),
                gap == null ? null : Findings.figure("auc_gap", gap, Figure.Unit.INDEX),
                champion == null ? null : figure("champion_auc", champion),
                beside == null ? null : Findings.figure("auc_difference", beside, Figure.Unit.INDEX),
                rows.brier(),
                test.counts(),
                bands(test, rows.calibration()),
                judged.record().metrics().get("test_auc"),
                rows.figures());
    }

    private static List<PerformanceFigures.CalibrationBand> bands(
            EvidenceStatistics.Split test, @Nullable WeightedCalibration weighted) {
        return weighted == null
                ? test.calibration().stream().map(PerformanceCheck::band).toList()
                : weighted.bands().stream()
                        .map(band -> new PerformanceFigures.CalibrationBand(
                                band.all().rows(), band.meanScore(), band.positiveRate()))
                        .toList();
    }

    private static PerformanceFigures.CalibrationBand band(ScoreBand band) {
        return new PerformanceFigures.CalibrationBand(
                band.rows(), band.sumOfScores().doubleValue() / band.rows(), (double) band.positives() / band.rows());
    }

    private static Figure figure(String name, Auc auc) {
        Interval interval = auc.interval(0.95);
        return new Figure(name, auc.value(), interval.low(), interval.high(), auc.rows(), null, Figure.Unit.INDEX);
    }

    private static Sentence sentence(Judged judged, Verdict verdict, Auc auc, Findings findings) {
        if (verdict == Verdict.PASS) {
            Weighting rows = Weighting.of(judged.statistics());
            return say(
                    "performance.pass",
                    "found",
                    100 * rows.rate(Rate.TRUE_POSITIVE_RATE).value(),
                    "right",
                    100 * rows.rate(Rate.PRECISION).value(),
                    "auc",
                    auc.value(),
                    "floor",
                    judged.policy().performance().aucFloor());
        }
        return say(
                "performance." + verdict.name().toLowerCase(java.util.Locale.ROOT),
                "reason",
                findings.deciding().sentence().english());
    }
}
