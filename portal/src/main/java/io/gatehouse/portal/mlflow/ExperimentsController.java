package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.TrackingAnswers.ExperimentBody;
import io.gatehouse.search.Page;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.ExperimentSearch;
import io.gatehouse.tracking.Experiments;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** MLflow's calls on experiments. */
@MlflowController
class ExperimentsController {
    private static final int PAGE = 1_000;
    private static final int LARGEST_PAGE = 50_000;

    private final Experiments experiments;
    private final ExperimentSearch search;

    ExperimentsController(Experiments experiments, ExperimentSearch search) {
        this.experiments = experiments;
        this.search = search;
    }

    record Created(String experimentId) implements WireAnswer {}

    record One(ExperimentBody experiment) implements WireAnswer {}

    record Found(List<ExperimentBody> experiments, @Nullable String nextPageToken) implements WireAnswer {}

    @PostMapping("/experiments/create")
    WireAnswer create(WireRequest request, Actor actor) {
        long id = experiments.create(
                actor,
                request.text("name"),
                request.optionalText("artifact_location").orElse(""),
                TrackingFields.tags(request));
        return new Created(String.valueOf(id));
    }

    @GetMapping("/experiments/get")
    WireAnswer get(WireRequest request, Actor actor) {
        return new One(TrackingAnswers.experiment(experiments.get(actor, TrackingFields.experimentId(request))));
    }

    @GetMapping("/experiments/get-by-name")
    WireAnswer byName(WireRequest request, Actor actor) {
        String name = request.text("experiment_name");
        // Clients take exactly this code as "there is none".
        Experiment found = experiments
                .byName(actor, name)
                .orElseThrow(() -> MlflowRefusal.missing("Could not find experiment with name '" + name + "'"));
        return new One(TrackingAnswers.experiment(found));
    }

    @RequestMapping(
            path = "/experiments/search",
            method = {RequestMethod.GET, RequestMethod.POST})
    WireAnswer search(WireRequest request, Actor actor) {
        Page<Experiment> page = search.find(
                actor,
                new ExperimentSearch.Query(
                        request.optionalText("filter").orElse(""),
                        request.texts("order_by"),
                        TrackingFields.view(request, "view_type"),
                        TrackingFields.maxResults(request, PAGE, LARGEST_PAGE),
                        request.optionalText("page_token")));
        return new Found(
                page.items().stream().map(TrackingAnswers::experiment).toList(),
                page.next().orElse(null));
    }

    @PostMapping("/experiments/delete")
    WireAnswer delete(WireRequest request, Actor actor) {
        experiments.delete(actor, TrackingFields.experimentId(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/experiments/restore")
    WireAnswer restore(WireRequest request, Actor actor) {
        experiments.restore(actor, TrackingFields.experimentId(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/experiments/update")
    WireAnswer update(WireRequest request, Actor actor) {
        experiments.rename(actor, TrackingFields.experimentId(request), request.text("new_name"));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/experiments/set-experiment-tag")
    WireAnswer setTag(WireRequest request, Actor actor) {
        experiments.setTag(actor, TrackingFields.experimentId(request), TrackingFields.tag(request));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/experiments/delete-experiment-tag")
    WireAnswer deleteTag(WireRequest request, Actor actor) {
        experiments.deleteTag(actor, TrackingFields.experimentId(request), request.text("key"));
        return WireAnswer.EMPTY;
    }
}
