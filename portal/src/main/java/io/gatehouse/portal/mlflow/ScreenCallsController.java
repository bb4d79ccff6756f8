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
        return new Metrics(history
                .ofRuns(
                        actor,
                        MetricsController.runIds(request, "run_id"),
                        request.text("metric_key"),
                        TrackingFields.maxResults(request, MOST_METRICS, MOST_METRICS))
                .stream()
                .map(TrackingAnswers::metric)
                .toList());
    }

    @PostMapping("/experiments/search-datasets")
    WireAnswer datasets(WireRequest request, Actor actor) {
        List<Long> ids = TrackingFields.experimentIds(request);
        if (ids.isEmpty()) {
            throw request.missing("experiment_ids");
        }
        if (ids.size() > MOST_EXPERIMENTS) {
            throw MlflowRefusal.invalid("SearchDatasets request must specify at least one and at most "
                    + MOST_EXPERIMENTS + " experiment_ids. Got " + ids.size() + ".");
        }
        return new Summaries(datasets.of(actor, ids, MOST_SUMMARIES).stream()
                .map(found -> new SummaryBody(
                        String.valueOf(found.experimentId()), found.name(), found.digest(), found.context()))
                .toList());
    }
}
