package io.gatehouse.champions;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.checks.LoggedMetric;
import io.gatehouse.sentences.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a version three times over: as its run claimed it, as it was recomputed from the evidence, and as it does in use.
 *
 * @param name that it was logged under, such as {@code test_recall}
 * @param claimed absent if what was logged is no number
 * @param recomputed absent where it is not defined
 * @param live absent while no outcomes have been taken in
 * @param gap in plain words
 */
public record ClaimedMetric(
        String name,
        @Nullable Double claimed,
        @Nullable Double recomputed,
        @Nullable Double live,
        Sentence gap) {
    /** Figures that differ by less are written alike. */
    private static final double ALIKE = 5e-5;

    public static ClaimedMetric of(LoggedMetric metric) {
        return new ClaimedMetric(
                metric.name(), finite(metric.claimed()), finite(metric.recomputed()), null, gap(metric));
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
