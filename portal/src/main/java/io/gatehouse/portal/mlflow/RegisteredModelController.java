package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.RegistryBodies.ModelAnswer;
import io.gatehouse.portal.mlflow.RegistryBodies.ModelsAnswer;
import io.gatehouse.portal.mlflow.RegistryBodies.VersionsAnswer;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.registry.RegistrySearch;
import io.gatehouse.search.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** MLflow's calls about registered models. */
@MlflowController
class RegisteredModelController {
    private static final int USUAL_PAGE = 100;

    private final RegisteredModels models;
    private final RegistrySearch search;

    RegisteredModelController(RegisteredModels models, RegistrySearch search) {
        this.models = models;
        this.search = search;
    }

    @PostMapping("/registered-models/create")
    WireAnswer create(WireRequest request, Actor actor) {
        return answer(
                actor,
                Refusals.orRefuse(models.create(
                        actor,
                        RegistryRequests.name(request),
                        request.optionalText("description").orElse(null),
                        RegistryRequests.tags(request))));
    }

    @PostMapping("/registered-models/rename")
    WireAnswer rename(WireRequest request, Actor actor) {
        return answer(
                actor,
                Refusals.orRefuse(models.rename(
                        actor, RegistryRequests.name(request), RegistryRequests.name(request, "new_name"))));
    }

    @PatchMapping("/registered-models/update")
    WireAnswer update(WireRequest request, Actor actor) {
        return answer(
                actor,
                Refusals.orRefuse(models.describe(
                        actor,
                        RegistryRequests.name(request),
                        request.optionalText("description").orElse(null))));
    }

    @DeleteMapping("/registered-models/delete")
    WireAnswer delete(WireRequest request, Actor actor) {
        Refusals.orRefuse(models.delete(actor, RegistryRequests.name(request)));
        return WireAnswer.EMPTY;
    }

    @GetMapping("/registered-models/get")
    WireAnswer get(WireRequest request, Actor actor) {
        return answer(actor, Refusals.orRefuse(models.find(actor, RegistryRequests.name(request))));
    }

    @GetMapping("/registered-models/search")
    WireAnswer search(WireRequest request, Actor actor) {
        Page<RegisteredModel> page = search.models(actor, RegistryRequests.query(request, USUAL_PAGE));
        Map<UUID, List<ModelVersion>> latest = models.newestOfEachStage(actor, page.items());
        return new ModelsAnswer(
                page.items().stream()
                        .map(model -> RegistryBodies.of(model, latest.getOrDefault(model.id(), List.of())))
                        .toList(),
                page.next().orElse(null));
    }

    @RequestMapping(
            path = "/registered-models/get-latest-versions",
            method = {RequestMethod.GET, RequestMethod.POST})
    WireAnswer latestVersions(WireRequest request, Actor actor) {
        List<ModelVersion> latest =
                Refusals.orRefuse(models.latest(actor, RegistryRequests.name(request), request.texts("stages")));
        return new VersionsAnswer(latest.stream().map(RegistryBodies::of).toList(), null);
    }

    @PostMapping("/registered-models/set-tag")
    WireAnswer setTag(WireRequest request, Actor actor) {
        Refusals.orRefuse(models.setTag(
                actor,
                RegistryRequests.name(request),
                request.text("key"),
                request.optionalText("value").orElse("")));
        return WireAnswer.EMPTY;
    }

    @DeleteMapping("/registered-models/delete-tag")
    WireAnswer deleteTag(WireRequest request, Actor actor) {
        Refusals.orRefuse(models.deleteTag(actor, RegistryRequests.name(request), request.text("key")));
        return WireAnswer.EMPTY;
    }

    private ModelAnswer answer(Actor actor, RegisteredModel model) {
        List<ModelVersion> latest =
                models.newestOfEachStage(actor, List.of(model)).getOrDefault(model.id(), List.of());
        return new ModelAnswer(RegistryBodies.of(model, latest));
    }
}
