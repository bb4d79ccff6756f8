package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The AUC of a version three times over: as its run claimed it, as it was recomputed from the evidence, and as it does in use; with
 * every other figure that its run claimed.
 *
 * @param claimed that the run had logged when it was judged; absent if it logged none
 * @param recomputed from the evidence, every row once where something was claimed, as scripts log their figures; absent if the evidence
 *     does not hold it
 * @param live of the customers whose outcome is known; absent while no outcomes have been taken in
 * @param gap between the claimed and the recomputed one, in plain words
 * @param inUse what is known of the live one, in plain words
 * @param metrics that the run had logged and the evidence gives too, the AUC among them; of evaluations of
 *     early releases the AUC alone
 * @param outcomes what the live one rests on; absent while no outcomes have been taken in
 */
public record ClaimedFigure(
        @Nullable Double claimed,
        @Nullable Double recomputed,
        @Nullable Double live,
        Sentence gap,
        Sentence inUse,
        List<ClaimedMetric> metrics,
        @Nullable InUse outcomes) {
    /** AUCs that differ by less are written alike. */
    private static final double ALIKE = 5e-5;

    private static final int PAIRS = 1_000;
    private static final String AUC = "test_auc";

    public ClaimedFigure {
        metrics = List.copyOf(metrics);
    }

    /** @param live of the version, from the customers whose outcome is known; absent if nothing was taken in */
    static ClaimedFigure of(Evaluation evaluation, @Nullable LiveFigures live) {
        List<ClaimedMetric> kept = evaluation.logged().stream()
                .map(metric -> ClaimedMetric.of(metric, live))
                .toList();
        // What was claimed without weights is held against what the evidence gives without them.
        Optional<ClaimedMetric> auc =
                kept.stream().filter(metric -> metric.name().equals(AUC)).findFirst();
        Double claimed = auc.map(ClaimedMetric::claimed)
                .or(() -> judged(evaluation, PerformanceFigures::loggedTestAuc))
                .orElse(null);
        Double recomputed = auc.map(ClaimedMetric::recomputed)
                .or(() -> judged(evaluation, ClaimedFigure::testAuc))
                .orElse(null);
        return new ClaimedFigure(
                claimed,
                recomputed,
                live == null || live.auc() == null ? null : live.auc().estimate(),
                gap(claimed, recomputed),
                live == null ? say("claim.live.none") : InUse.sentence(live),
                auc.isPresent() || claimed == null || recomputed == null
                        ? kept
                        : List.of(ClaimedMetric.of(new LoggedMetric(AUC, claimed, recomputed), live)),
                live == null ? null : InUse.of(live, recomputed, evaluation));
    }

    private static Optional<Double> judged(
            Evaluation evaluation, Function<PerformanceFigures, @Nullable Double> figure) {
        return evaluation.performance().map(figure).filter(Double::isFinite);
    }

    private static @Nullable Double testAuc(PerformanceFigures figures) {
        Figure auc = figures.testAuc();
        return auc == null ? null : auc.estimate();
    }

    private static Sentence gap(@Nullable Double claimed, @Nullable Double recomputed) {
        if (recomputed == null) {
            return claimed == null ? say("claim.neither") : say("claim.not_recomputed", "claimed", claimed);
        }
        if (claimed == null) {
            return say("claim.none", "recomputed", recomputed);
        }
        double gap = claimed - recomputed;
        if (Math.abs(gap) < ALIKE) {
            return say("claim.alike", "claimed", claimed);
        }
        return say(
                gap > 0 ? "claim.too_high" : "claim.too_low",
                "claimed",
                claimed,
                "recomputed",
                recomputed,
                "gap",
                Math.abs(gap),
                "pairs",
                Math.abs(gap) * PAIRS);
    }
}
