package io.gatehouse.portal.mlflow;

import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModelSearch;
import io.gatehouse.loggedmodels.LoggedModelSearch.Dataset;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.loggedmodels.NewLoggedModel;
import io.gatehouse.people.Actor;
import io.gatehouse.search.Page;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls about logged models. */
@MlflowController
class LoggedModelController {
    private static final int USUAL_PAGE = 50;

    private final LoggedModels models;
    private final LoggedModelSearch search;

    LoggedModelController(LoggedModels models, LoggedModelSearch search) {
        this.models = models;
        this.search = search;
    }

    @PostMapping("/logged-models")
    WireAnswer create(WireRequest request, Actor actor) {
        NewLoggedModel model = new NewLoggedModel(
                request.text("experiment_id"),
                request.optionalText("name").filter(name -> !name.isEmpty()).orElse(null),
                request.optionalText("model_type").orElse(""),
                request.optionalText("source_run_id")
                        .filter(run -> !run.isEmpty())
                        .orElse(null),
                RegistryRequests.pairs(request, "params"),
                RegistryRequests.tags(request));
        return answer(Refusals.orRefuse(models.create(actor, model)));
    }

    @PostMapping("/logged-models/{id}/params")
    WireAnswer addParams(@PathVariable("id") String id, WireRequest request, Actor actor) {
        Refusals.orRefuse(models.addParams(actor, id, RegistryRequests.pairs(request, "params")));
        return WireAnswer.EMPTY;
    }

    @GetMapping("/logged-models/{id}")
    WireAnswer get(@PathVariable("id") String id, WireRequest request, Actor actor) {
        return answer(Refusals.orRefuse(models.find(actor, id, request.flag("allow_deleted", false))));
    }

    @PatchMapping("/logged-models/{id}")
    WireAnswer finish(@PathVariable("id") String id, WireRequest request, Actor actor) {
        LoggedModel.Status status = LoggedModel.Status.parse(status(request))
                .orElseThrow(() -> request.wrong("status", "such as LOGGED_MODEL_READY"));
        return answer(Refusals.orRefuse(models.finish(actor, id, status)));
    }

    /** By name, or by its number. */
    private static String status(WireRequest request) {
        try {
            return request.text("status");
        } catch (MlflowRefusal notText) {
            return Long.toString(request.int64("status"));
        }
    }

    @DeleteMapping("/logged-models/{id}")
    WireAnswer delete(@PathVariable("id") String id, Actor actor) {
        Refusals.orRefuse(models.delete(actor, id));
        return WireAnswer.EMPTY;
    }

    @PatchMapping("/logged-models/{id}/tags")
    WireAnswer setTags(@PathVariable("id") String id, WireRequest request, Actor actor) {
        Refusals.orRefuse(models.setTags(actor, id, RegistryRequests.tags(request)));
        return WireAnswer.EMPTY;
    }

    @DeleteMapping("/logged-models/{id}/tags/{*key}")
    WireAnswer deleteTag(@PathVariable("id") String id, @PathVariable("key") String key, Actor actor) {
        if (key.length() < 2) {
            throw MlflowRefusal.invalid("Missing value for required parameter 'tag_key'.");
        }
        // Keys may hold slashes, so the rest of the path is the key, its first slash left out.
        Refusals.orRefuse(models.deleteTag(actor, id, key.substring(1)));
        return WireAnswer.EMPTY;
    }

    @PostMapping("/logged-models/search")
    WireAnswer search(WireRequest request, Actor actor) {
        if (!request.has("experiment_ids")) {
            throw request.missing("experiment_ids");
        }
        Page<LoggedModel> page = search.find(
                actor,
                new LoggedModelSearch.Query(
                        request.texts("experiment_ids"),
                        request.optionalText("filter").orElse(""),
                        request.objects("datasets").stream()
                                .map(LoggedModelController::dataset)
                                .toList(),
                        request.objects("order_by").stream()
                                .map(LoggedModelController::wish)
                                .toList(),
                        request.optionalInt32("max_results").orElse(USUAL_PAGE),
                        request.optionalText("page_token")));
        List<LoggedModelBodies.ModelBody> bodies =
                page.items().stream().map(LoggedModelBodies::of).toList();
        return new LoggedModelBodies.ModelsAnswer(bodies, page.next().orElse(null));
    }

    private static LoggedModelSearch.Wish wish(WireRequest wish) {
        return new LoggedModelSearch.Wish(
                wish.text("field_name"),
                wish.flag("ascending", true),
                wish.optionalText("dataset_name")
                        .filter(name -> !name.isEmpty())
                        .map(name -> dataset(wish)));
    }

    private static Dataset dataset(WireRequest dataset) {
        return new Dataset(
                dataset.text("dataset_name"),
                dataset.optionalText("dataset_digest").orElse(""));
    }

    private static WireAnswer answer(LoggedModel model) {
        return new LoggedModelBodies.ModelAnswer(LoggedModelBodies.of(model));
    }
}
