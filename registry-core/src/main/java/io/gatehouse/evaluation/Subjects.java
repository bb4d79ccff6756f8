package io.gatehouse.evaluation;

import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.Outcome;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks up the versions that are to be judged. */
@Component
class Subjects {
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Runs runs;
    private final ArtifactStore artifacts;

    Subjects(RegisteredModels models, ModelVersions versions, Runs runs, ArtifactStore artifacts) {
        this.models = models;
        this.versions = versions;
        this.runs = runs;
        this.artifacts = artifacts;
    }

    /** Empty if there is no such version. */
    Optional<Subject> find(Actor actor, String model, int version) {
        return models.find(actor, model) instanceof Outcome.Done<RegisteredModel>(RegisteredModel registered)
                ? versions.find(actor, registered, version).map(found -> subject(actor, registered, found))
                : Optional.empty();
    }

    private Subject subject(Actor actor, RegisteredModel model, ModelVersion version) {
        String run = version.runId();
        Integer champion = model.champion();
        return new Subject(
                model,
                version,
                run == null
                        ? null
                        : runs.infosBehindVersions(actor, List.of(run)).get(run),
                // A champion that is judged again has nobody to be compared with but nobody.
                Objects.equals(champion, version.version()) ? null : champion,
                version.folder()
                        .map(folder -> artifacts.filesBelow(actor, folder))
                        .orElse(List.of()));
    }
}
