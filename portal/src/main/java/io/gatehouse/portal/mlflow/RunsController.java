package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.TrackingAnswers.InfoBody;
import io.gatehouse.portal.mlflow.TrackingAnswers.RunBody;
import io.gatehouse.search.Page;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunSearch;
import io.gatehouse.tracking.RunStatus;
import io.gatehouse.tracking.Runs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls on the life of runs, and its search for them. */
@MlflowController
class RunsController {
    private static final int PAGE = 1_000;
    private static final int LARGEST_PAGE = 50_000;
    /** MLflow clients that name no experiment mean the one called Default. */
    private static final String DEFAULT_EXPERIMENT = "0";

    private final Runs runs;
    private final RunSearch search;

    RunsController(Runs runs, RunSearch search) {
        this.runs = runs;
        this.search = search;
    }

    record One(RunBody run) implements WireAnswer {}

    record Updated(InfoBody runInfo) implements WireAnswer {}

    record Found(List<RunBody> runs, @Nullable String nextPageToken) implements WireAnswer {}

    @PostMapping("/runs/create")
    WireAnswer create(WireRequest request, Actor actor) {
        String experiment = request.optionalText("experiment_id")
                .filter(id -> !id.isEmpty())
                .orElse(DEFAULT_EXPERIMENT);
        Run run = runs.create(
                actor,
                new Runs.NewRun(
                        TrackingFields.experimentId(experiment),
                        request.optionalText("user_id").orElse(""),
                        request.optionalText("run_name"),
                        request.optionalInt64("start_time"),
                        TrackingFields.tags(request)));
        return new One(TrackingAnswers.run(run));
    }

    @GetMapping("/runs/get")
    WireAnswer get(WireRequest request, Actor actor) {
        return new One(TrackingAnswers.run(runs.get(actor, TrackingFields.runId(request))));
    }

    @PostMapping("/runs/update")
    WireAnswer update(WireRequest request, Actor actor) {
        Runs.Change change = new Runs.Change(
                request.oneOf("status", 1, List.of(RunStatus.values())),
                request.optionalInt64("end_time"),
                request.optionalText("run_name"));
        return new Updated(TrackingAnswers.info(runs.update(actor, TrackingFields.runId(request), change)));
    }

    @PostMapping("/runs/delete")
    WireAnswer delete(WireRequest request, Actor actor) {
        runs.delete(actor, TrackingFields.runId(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/restore")
    WireAnswer restore(WireRequest request, Actor actor) {
        runs.restore(actor, TrackingFields.runId(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/runs/search")
    WireAnswer search(WireRequest request, Actor actor) {
        Page<Run> page = search.find(
                actor,
                new RunSearch.Query(
                        TrackingFields.experimentIds(request),
                        request.optionalText("filter").orElse(""),
                        request.texts("order_by"),
                        TrackingFields.view(request, "run_view_type"),
                        TrackingFields.maxResults(request, PAGE, LARGEST_PAGE),
                        request.optionalText("page_token")));
        return new Found(
                page.items().stream().map(TrackingAnswers::run).toList(),
                page.next().orElse(null));
    }
}
