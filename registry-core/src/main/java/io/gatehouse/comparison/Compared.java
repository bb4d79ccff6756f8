package io.gatehouse.comparison;

import io.gatehouse.checks.CheckName;
import io.gatehouse.checks.SegmentFigures;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one version that is compared.
 *
 * @param subject its column
 * @param params as its run logged them
 * @param metrics likewise, the latest of each
 * @param tags likewise
 * @param evaluation its newest; absent if it was never evaluated
 */
record Compared(
        Comparison.Subject subject,
        Map<String, String> params,
        Map<String, Double> metrics,
        Map<String, String> tags,
        @Nullable Evaluation evaluation) {

    Compared {
        params = Map.copyOf(params);
        metrics = Map.copyOf(metrics);
        tags = Map.copyOf(tags);
    }

    /** @param run that trained the version; absent if it names none or the run is not known */
    static Compared of(Comparison.Subject subject, @Nullable Run run, @Nullable Evaluation evaluation) {
        if (run == null) {
            return new Compared(subject, Map.of(), Map.of(), Map.of(), evaluation);
        }
        return new Compared(
                subject,
                run.params().stream().collect(Collectors.toMap(Param::key, Param::value)),
                run.metrics().stream().collect(Collectors.toMap(Metric::key, Metric::value)),
                run.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)),
                evaluation);
    }

    Optional<Evaluation> judged() {
        return Optional.ofNullable(evaluation);
    }

    List<SegmentFigures> segments() {
        return judged().flatMap(found -> found.check(CheckName.FAIRNESS))
                .map(check -> check.segments())
                .orElse(List.of());
    }
}
