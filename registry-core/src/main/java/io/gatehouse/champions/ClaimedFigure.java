package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.Figure;
import io.gatehouse.checks.PerformanceFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.sentences.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The AUC of a version three times over: as its run claimed it, as it was recomputed from the evidence, and as it does in use.
 *
 * @param claimed that the run had logged when it was judged; absent if it logged none
 * @param recomputed from the evidence; absent if the evidence does not hold it
 * @param live of the customers whose outcome is known; absent while no outcomes have been taken in
 * @param gap between the claimed and the recomputed one, in plain words
 * @param inUse what is known of the live one, in plain words
 */
public record ClaimedFigure(
        @Nullable Double claimed,
        @Nullable Double recomputed,
        @Nullable Double live,
        Sentence gap,
        Sentence inUse) {
    /** AUCs that differ by less are written alike. */
    private static final double ALIKE = 5e-5;

    private static final int PAIRS = 1_000;

    static ClaimedFigure of(Evaluation evaluation) {
        Double claimed = evaluation
                .performance()
                .map(PerformanceFigures::loggedTestAuc)
                .filter(Double::isFinite)
                .orElse(null);
        Double recomputed = evaluation
                .performance()
                .map(PerformanceFigures::testAuc)
                .map(Figure::estimate)
                .filter(Double::isFinite)
                .orElse(null);
        return new ClaimedFigure(claimed, recomputed, null, gap(claimed, recomputed), say("claim.live.none"));
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
