package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.TrackingAnswers.MetricBody;
import io.gatehouse.search.Page;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.MetricHistory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

/** MLflow's calls for measurements over time. */
@MlflowController
class MetricsController {
    static final int MOST_RUNS = 100;
    private static final int MOST_SAMPLES = 2_500;

    private final MetricHistory history;

    MetricsController(MetricHistory history) {
        this.history = history;
    }

    record Found(List<MetricBody> metrics, @Nullable String nextPageToken) implements WireAnswer {}

    /** Without {@code max_results} the whole history; an unknown run or key has none. */
    @GetMapping("/metrics/get-history")
    WireAnswer history(WireRequest request, Actor actor) {
        Page<Metric> page = history.of(
                actor,
                TrackingFields.runId(request),
                request.text("metric_key"),
                TrackingFields.maxResults(request, Integer.MAX_VALUE, Integer.MAX_VALUE),
                request.optionalText("page_token"));
        return new Found(
                page.items().stream().map(TrackingAnswers::metric).toList(),
                page.next().orElse(null));
    }

    @GetMapping("/metrics/get-history-bulk-interval")
    WireAnswer sampled(WireRequest request, Actor actor) {
        List<String> runIds = runIds(request, "run_ids");
        OptionalLong start = request.optionalInt64("start_step");
        OptionalLong end = request.optionalInt64("end_step");
        if (start.isPresent() != end.isPresent()) {
            throw MlflowRefusal.invalid(
                    "Both start_step and end_step must be specified together, or neither may be specified.");
        }
        if (start.isPresent() && start.getAsLong() > end.getAsLong()) {
            throw MlflowRefusal.invalid("end_step must be greater than start_step. Found start_step="
                    + start.getAsLong() + " and end_step=" + end.getAsLong() + ".");
        }
        Optional<MetricHistory.Steps> within = start.isPresent()
                ? Optional.of(new MetricHistory.Steps(start.getAsLong(), end.getAsLong()))
                : Optional.empty();
        int most = TrackingFields.maxResults(request, MOST_SAMPLES, MOST_SAMPLES);
        return new Found(
                history.sampled(actor, runIds, request.text("metric_key"), within, most).stream()
                        .map(TrackingAnswers::metric)
                        .toList(),
                null);
    }

    static List<String> runIds(WireRequest request, String name) {
        List<String> runIds = request.texts(name).stream().distinct().toList();
        if (runIds.isEmpty()) {
            throw request.missing(name);
        }
        if (runIds.size() > MOST_RUNS) {
            throw MlflowRefusal.invalid(
                    "At most " + MOST_RUNS + " runs can be asked for in one request. Got " + runIds.size() + ".");
        }
        return runIds;
    }
}
