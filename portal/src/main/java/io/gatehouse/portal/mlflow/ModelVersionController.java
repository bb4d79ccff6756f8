package io.gatehouse.portal.mlflow;

import io.gatehouse.people.Actor;
import io.gatehouse.portal.mlflow.RegistryBodies.LocationAnswer;
import io.gatehouse.portal.mlflow.RegistryBodies.VersionAnswer;
import io.gatehouse.portal.mlflow.RegistryBodies.VersionsAnswer;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.NewVersion;
import io.gatehouse.registry.RegistrySearch;
import io.gatehouse.registry.StageMoves;
import io.gatehouse.search.Page;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** MLflow's calls about model versions. */
@MlflowController
class ModelVersionController {
    private final ModelVersions versions;
    private final StageMoves stages;
    private final RegistrySearch search;
    private final ProtectedAliasRefusal protectedAlias;

    ModelVersionController(
            ModelVersions versions, StageMoves stages, RegistrySearch search, ProtectedAliasRefusal protectedAlias) {
        this.versions = versions;
        this.stages = stages;
        this.search = search;
        this.protectedAlias = protectedAlias;
    }

    @PostMapping("/model-versions/create")
    WireAnswer create(WireRequest request, Actor actor) {
        NewVersion version = new NewVersion(
                RegistryRequests.name(request),
                request.text("source"),
                request.optionalText("run_id").filter(id -> !id.isEmpty()).orElse(null),
                request.optionalText("run_link").orElse(""),
                request.optionalText("description").orElse(null),
                request.optionalText("model_id").filter(id -> !id.isEmpty()).orElse(null),
                RegistryRequests.tags(request));
        return answer(Refusals.orRefuse(versions.create(actor, version)));
    }

    @GetMapping("/model-versions/get")
    WireAnswer get(WireRequest request, Actor actor) {
        return answer(find(request, actor));
    }

    @PatchMapping("/model-versions/update")
    WireAnswer update(WireRequest request, Actor actor) {
        return answer(Refusals.orRefuse(versions.describe(
                actor,
                RegistryRequests.name(request),
                RegistryRequests.version(request),
                request.optionalText("description").orElse(null))));
    }

    @PostMapping("/model-versions/transition-stage")
    WireAnswer transition(WireRequest request, Actor actor) {
        StageMoves.Result result = stages.move(
                actor,
                RegistryRequests.name(request),
                RegistryRequests.version(request),
                request.text("stage"),
                request.flag("archive_existing_versions", false));
        return switch (result) {
            case StageMoves.Result.Done(ModelVersion version) -> answer(version);
            case StageMoves.Result.Refused(var refusal) -> throw Refusals.onWire(refusal);
            case StageMoves.Result.Protected(var refusal) -> throw protectedAlias.of(refusal);
        };
    }

    @DeleteMapping("/model-versions/delete")
    WireAnswer delete(WireRequest request, Actor actor) {
        Refusals.orRefuse(versions.delete(actor, RegistryRequests.name(request), RegistryRequests.version(request)));
        return WireAnswer.EMPTY;
    }

    @GetMapping("/model-versions/search")
    WireAnswer search(WireRequest request, Actor actor) {
        Page<ModelVersion> page = search.versions(actor, RegistryRequests.query(request, RegistrySearch.MOST_VERSIONS));
        return new VersionsAnswer(
                page.items().stream().map(RegistryBodies::of).toList(),
                page.next().orElse(null));
    }

    @GetMapping("/model-versions/get-download-uri")
    WireAnswer downloadUri(WireRequest request, Actor actor) {
        return new LocationAnswer(find(request, actor).storageLocation());
    }

    @PostMapping("/model-versions/set-tag")
    WireAnswer setTag(WireRequest request, Actor actor) {
        Refusals.orRefuse(versions.setTag(
                actor,
                RegistryRequests.name(request),
                RegistryRequests.version(request),
                request.text("key"),
                request.optionalText("value").orElse("")));
        return WireAnswer.EMPTY;
    }

    @DeleteMapping("/model-versions/delete-tag")
    WireAnswer deleteTag(WireRequest request, Actor actor) {
        Refusals.orRefuse(versions.deleteTag(
                actor, RegistryRequests.name(request), RegistryRequests.version(request), request.text("key")));
        return WireAnswer.EMPTY;
    }

    private ModelVersion find(WireRequest request, Actor actor) {
        return Refusals.orRefuse(
                versions.find(actor, RegistryRequests.name(request), RegistryRequests.version(request)));
    }

    private static WireAnswer answer(ModelVersion version) {
        return new VersionAnswer(RegistryBodies.of(version));
    }
}
