package io.gatehouse.portal.mlflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.TrackingAnswers.MetricBody;
import io.gatehouse.tracking.DatasetSummaries;
import io.gatehouse.tracking.MetricHistory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The calls that MLflow serves to its own screens alone, under their prefix. */
@Controller
@RequestMapping("/ajax-api/2.0/mlflow")
class ScreenCallsController {
    private static final int MOST_METRICS = 25_000;
    private static final int MOST_EXPERIMENTS = 20;
    private static final int MOST_SUMMARIES = 1_000;

    private final MetricHistory history;
    private final DatasetSummaries datasets;

    ScreenCallsController(MetricHistory history, DatasetSummaries datasets) {
        this.history = history;
        this.datasets = datasets;
    }

    /** Its list is there even when empty. */
    record Metrics(@JsonInclude(JsonInclude.Include.ALWAYS) List<MetricBody> metrics) implements WireAnswer {}

    record SummaryBody(
            String experimentId,
            String name,
            String digest,
            @Nullable String context) {}

    record Summaries(List<SummaryBody> datasetSummaries) implements WireAnswer {}

    @GetMapping("/metrics/get-history-bulk")
    WireAnswer bulk(WireRequest request, Actor actor) {
        List<String> runIds = request.texts("run_id");
        if (runIds.isEmpty()) {
            throw MlflowRefusal.invalid("GetMetricHistoryBulk request must specify at least one run_id.");
        }
        if (runIds.size() > MetricsController.MOST_RUNS) {
            throw MlflowRefusal.invalid("GetMetricHistoryBulk request cannot specify more than "
                    + MetricsController.MOST_RUNS + " run_ids. Received " + runIds.size() + " run_ids.");
        }
        String key = request.optionalText("metric_key")
                .orElseThrow(() -> MlflowRefusal.invalid("GetMetricHistoryBulk request must specify a metric_key."));
        int most = TrackingFields.maxResults(request, MOST_METRICS, Integer.MAX_VALUE);
        return new Metrics(
                history.ofRuns(actor, runIds.stream().distinct().toList(), key, Math.min(most, MOST_METRICS)).stream()
                        .map(TrackingAnswers::metric)
                        .toList());
    }

    @PostMapping("/experiments/search-datasets")
    WireAnswer datasets(WireRequest request, Actor actor) {
        List<String> named = request.texts("experiment_ids");
        if (named.isEmpty()) {
            throw MlflowRefusal.invalid("SearchDatasets request must specify at least one experiment_id.");
        }
        if (named.size() > MOST_EXPERIMENTS) {
            throw MlflowRefusal.invalid("SearchDatasets request cannot specify more than " + MOST_EXPERIMENTS
                    + " experiment_ids. Received " + named.size() + " experiment_ids.");
        }
        List<Long> ids = TrackingFields.experimentIds(request);
        return new Summaries(datasets.of(actor, ids, MOST_SUMMARIES).stream()
                .map(found -> new SummaryBody(
                        String.valueOf(found.experimentId()), found.name(), found.digest(), found.context()))
                .toList());
    }
}
