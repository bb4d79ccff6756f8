package io.gatehouse.portal.api;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.fairness.value.SafeBand;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.promotion.WayOutWords;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks conclude at other thresholds on the wire. Thresholds are 0.01 to 0.99; a list length is of a month. Without thresholds
 * where they could not be tried.
 */
record WayOutBody(
        List<String> sentences,
        @Nullable Double acting_threshold,
        @Nullable Double nearest_passing,
        List<PassingThresholds> passing,
        List<ThresholdVerdicts> thresholds) {

    /** Neighbouring thresholds that all pass. */
    record PassingThresholds(double from, double to, long longest_list, long shortest_list) {}

    record ThresholdVerdicts(
            double threshold, Verdict performance, Verdict fairness, Verdict value, boolean passes, long list_length) {}

    static @Nullable WayOutBody of(Evaluation evaluation) {
        List<String> sentences =
                WayOutWords.of(evaluation).stream().map(Sentence::english).toList();
        SafeBand band = evaluation.wayOut();
        if (band == null) {
            return sentences.isEmpty() ? null : new WayOutBody(sentences, null, null, List.of(), List.of());
        }
        return new WayOutBody(
                sentences,
                share(band.acting()),
                band.nearestPassing().map(point -> share(point.percent())).orElse(null),
                band.runs().stream()
                        .map(run -> new PassingThresholds(
                                share(run.from()), share(run.to()), run.longestList(), run.shortestList()))
                        .toList(),
                band.points().stream().map(WayOutBody::point).toList());
    }

    private static ThresholdVerdicts point(SafeBand.Point point) {
        return new ThresholdVerdicts(
                share(point.percent()),
                point.verdicts().performance(),
                point.verdicts().fairness(),
                point.verdicts().value(),
                point.passes(),
                point.listLength());
    }

    private static double share(int percent) {
        return percent / 100.0;
    }
}
