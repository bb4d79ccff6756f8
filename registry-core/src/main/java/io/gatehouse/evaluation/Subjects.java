package io.gatehouse.evaluation;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.ModelVersions;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.registry.RegisteredModels;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Runs;
import java.util.List;
import java.util.Objects;
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

    boolean exists(Actor actor, String model, int version) {
        return versions.find(actor, model, version) instanceof Outcome.Done<ModelVersion>;
    }

    /** @throws IllegalArgumentException if there is no such version */
    Subject of(Actor actor, String model, int version) {
        RegisteredModel registered = known(models.find(actor, model));
        ModelVersion found = known(versions.find(actor, model, version));
        Run run = found.runId() == null ? null : runs.get(actor, found.runId());
        Integer champion = registered.champion();
        List<Artifact> files = found.folder()
                .map(folder -> artifacts.filesBelow(actor, folder))
                .orElse(List.of());
        // A champion that is judged again has nobody to be compared with but nobody.
        return new Subject(registered, found, run, Objects.equals(champion, version) ? null : champion, files);
    }

    private static <T> T known(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Refused<T>(Refusal refusal) ->
                throw new IllegalArgumentException(refusal.sentence().english());
        };
    }
}
