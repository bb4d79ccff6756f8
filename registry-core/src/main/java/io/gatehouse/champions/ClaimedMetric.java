package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.outcomes.LiveFigures;
import io.gatehouse.sentences.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a version three times over: as its run claimed it, as it was recomputed from the evidence, and as it does in use.
 *
 * @param name that it was logged under, such as {@code test_recall}
 * @param claimed absent if what was logged is no number
 * @param recomputed absent where it is not defined
 * @param live absent while too little is known of outcomes, and for what was logged of other customers than test ones
 * @param gap between the claimed and the recomputed one, in plain words
 * @param inUse between the recomputed and the live one, likewise; absent where one of the two is
 */
public record ClaimedMetric(
        String name,
        @Nullable Double claimed,
        @Nullable Double recomputed,
        @Nullable Double live,
        Sentence gap,
        @Nullable Sentence inUse) {
    /** Figures that differ by less are written alike. */
    private static final double ALIKE = 5e-5;

    private static final String TEST = "test_";

    /** @param figures of the version in use; absent if nothing was taken in */
    public static ClaimedMetric of(LoggedMetric metric, @Nullable LiveFigures figures) {
        Double live = figures == null || !metric.name().startsWith(TEST)
                ? null
                : figures.metrics().get(metric.name().substring(TEST.length()));
        return new ClaimedMetric(
                metric.name(),
                finite(metric.claimed()),
                finite(metric.recomputed()),
                live,
                gap(metric),
                live == null ? null : inUse(metric, live));
    }

    /** The live figure stands where the claim would, so that better means the same. */
    private static @Nullable Sentence inUse(LoggedMetric metric, double live) {
        double worse = new LoggedMetric(metric.name(), live, metric.recomputed()).better();
        if (!Double.isFinite(worse)) {
            return null;
        }
        if (Math.abs(worse) < ALIKE) {
            return say("claim.live.alike");
        }
        return say(worse > 0 ? "claim.live.worse" : "claim.live.better", "gap", Math.abs(worse));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Sentence gap(LoggedMetric metric) {
        double better = metric.better();
        if (!Double.isFinite(better)) {
            return say(Double.isFinite(metric.claimed()) ? "claim.metric.undefined" : "claim.metric.no_number");
        }
        if (Math.abs(better) < ALIKE) {
            return say("claim.metric.alike");
        }
        return say(better > 0 ? "claim.metric.better" : "claim.metric.worse", "gap", Math.abs(better));
    }
}
