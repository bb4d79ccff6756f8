package io.gatehouse.promotion;

import static io.gatehouse.sentences.Sentences.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.CheckResult;
import io.gatehouse.checks.Figure;
import io.gatehouse.checks.Figure.Unit;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.value.SafeBand.Verdicts;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.policy.PolicyRef;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WayOutWordsTest {
    private static final CheckResult NOT_REPRODUCIBLE = check(CheckName.REPRODUCIBILITY, Verdict.FAIL, List.of());

    @Test
    void aRefusedVersionIsShownTheNearestThresholdThatPassesAndHowLongTheListWouldBe() {
        List<Sentence> sentences = WayOutWords.of(evaluation(band(percent -> fairFrom(percent, 41)), List.of()));

        assertThat(sentences)
                .extracting(Sentence::english)
                .containsExactly(
                        "At a threshold of 41 % instead of 20 % it would pass performance, fairness and ROI, with about"
                                + " 9,800 customers on the monthly list instead of 24,000. This was found on these rows, so have it judged"
                                + " on others before you rely on it.");
    }

    @Test
    void whatStandsInTheWayEverywhereIsNamed() {
        assertThat(threshold(percent -> new Verdicts(Verdict.PASS, Verdict.INCONCLUSIVE, Verdict.PASS)))
                .isEqualTo("At no threshold from 1 to 99 % would it pass: fairness stands in the way at every one.");
        assertThat(threshold(percent -> new Verdicts(Verdict.FAIL, Verdict.PASS, Verdict.FAIL)))
                .isEqualTo(
                        "At no threshold from 1 to 99 % would it pass: performance and ROI stand in the way at every one.");
    }

    @Test
    void whereOneCheckPassesOnlyWhereAnotherDoesNotThatIsSaid() {
        assertThat(threshold(percent -> percent < 50
                        ? new Verdicts(Verdict.PASS, Verdict.FAIL, Verdict.PASS)
                        : new Verdicts(Verdict.PASS, Verdict.PASS, Verdict.FAIL)))
                .isEqualTo("At no threshold from 1 to 99 % would it pass: none suits fairness and ROI at once.");
    }

    @Test
    void aVersionThatPassesIsToldHowFarItsThresholdCouldBeMoved() {
        assertThat(threshold(percent -> fairFrom(percent, 14)))
                .isEqualTo(
                        "It passes performance, fairness and ROI at every threshold from 14 % to 99 %; at the acting one, 20 %,"
                                + " about 24,000 customers are on the monthly list.");
    }

    @Test
    void aGroupThatFailsIsToldWhatItWouldHaveToFind() {
        CheckResult unfair = check(
                CheckName.FAIRNESS,
                Verdict.FAIL,
                List.of(
                        group("18-24", 0.621, 0.74, Verdict.FAIL),
                        group("25-34", 0.80, 0.95, Verdict.PASS),
                        group("35-44", 0.84, null, Verdict.NOT_APPLICABLE)));

        assertThat(WayOutWords.of(evaluation(null, List.of(unfair))))
                .extracting(Sentence::english)
                .containsExactly(
                        "18-24 (age band): to be allowed at the acting threshold it would have to find about 68 of 100"
                                + " leavers there; it finds 62, against 84 in 35-44.");
    }

    @Test
    void whatNoThresholdChangesIsSaidBesideIt() {
        assertThat(WayOutWords.of(evaluation(band(percent -> fairFrom(percent, 41)), List.of(NOT_REPRODUCIBLE))))
                .extracting(Sentence::code)
                .containsExactly("promotion.way_out.at", "promotion.way_out.beside");
    }

    @Test
    void anEvaluationOfBeforeOtherThresholdsWereTriedSaysNothing() {
        assertThat(WayOutWords.of(evaluation(null, List.of()))).isEmpty();
    }

    private static String threshold(IntFunction<Verdicts> verdicts) {
        return WayOutWords.of(evaluation(band(verdicts), List.of())).getFirst().english();
    }

    private static Verdicts fairFrom(int percent, int from) {
        return new Verdicts(Verdict.PASS, percent >= from ? Verdict.PASS : Verdict.FAIL, Verdict.PASS);
    }

    private static SafeBand band(IntFunction<Verdicts> verdicts) {
        return SafeBand.of(20, verdicts, percent -> percent < 41 ? 24_036 : 9_796);
    }

    private static SegmentFigures group(String group, double rate, @Nullable Double ratio, Verdict verdict) {
        Figure compared = ratio == null
                ? null
                : new Figure("true_positive_rate_ratio", ratio, ratio - 0.05, ratio + 0.05, 400L, 0.8, Unit.RATIO);
        Figure apart = ratio == null
                ? null
                : new Figure("true_positive_rate_difference", rate - 0.84, null, null, 400L, 0.2, Unit.SHARE);
        return new SegmentFigures(
                "age_band",
                group,
                ratio == null,
                new ConfusionCounts(40, 40, 40, 40),
                new Figure("true_positive_rate", rate, rate - 0.03, rate + 0.03, 400L, null, Unit.SHARE),
                compared,
                apart,
                0.1,
                0.5,
                0.4,
                0.3,
                verdict,
                "CODE",
                null,
                say("promotion.way_out.fairness"));
    }

    private static CheckResult check(CheckName name, Verdict verdict, List<SegmentFigures> segments) {
        return new CheckResult(
                name, verdict, "CODE", null, say("promotion.way_out.fairness"), List.of(), segments, null, null);
    }

    private static Evaluation evaluation(@Nullable SafeBand band, List<CheckResult> checks) {
        return new Evaluation(
                new UUID(1, 2),
                7,
                "churn",
                3,
                new PolicyRef("human-reviewed", 1, Use.HUMAN_REVIEWED, "ab".repeat(32)),
                1,
                new Evaluation.Evidence("evaluation/predictions.parquet", "cd".repeat(32), 15_000, 7_500, ""),
                2,
                Instant.EPOCH,
                "Dana Ortiz",
                "ef".repeat(32),
                "01".repeat(32),
                checks,
                band);
    }
}
