package io.gatehouse.portal.mlflow;

import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.RegisteredModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Registered models and versions as MLflow writes them. */
final class RegistryBodies {
    private RegistryBodies() {}

    record TagBody(String key, String value) {}

    record AliasBody(String alias, String version) {}

    record ModelBody(
            String name,
            long creationTimestamp,
            long lastUpdatedTimestamp,
            @Nullable String description,
            List<VersionBody> latestVersions,
            List<TagBody> tags,
            List<AliasBody> aliases) {}

    record VersionBody(
            String name,
            String version,
            long creationTimestamp,
            long lastUpdatedTimestamp,
            String currentStage,
            String description,
            String source,
            String runId,
            String status,
            List<TagBody> tags,
            String runLink,
            List<String> aliases,
            @Nullable String modelId) {}

    record ModelAnswer(ModelBody registeredModel) implements WireAnswer {}

    record ModelsAnswer(
            List<ModelBody> registeredModels, @Nullable String nextPageToken) implements WireAnswer {}

    record VersionAnswer(VersionBody modelVersion) implements WireAnswer {}

    record VersionsAnswer(
            List<VersionBody> modelVersions, @Nullable String nextPageToken) implements WireAnswer {}

    record LocationAnswer(String artifactUri) implements WireAnswer {}

    static ModelBody of(RegisteredModel model, List<ModelVersion> latest) {
        return new ModelBody(
                model.name(),
                model.createdAt().toEpochMilli(),
                model.updatedAt().toEpochMilli(),
                model.description() == null || model.description().isEmpty() ? null : model.description(),
                latest.stream().map(version -> of(version, List.of())).toList(),
                tags(model.tags()),
                model.aliases().entrySet().stream()
                        .map(alias ->
                                new AliasBody(alias.getKey(), alias.getValue().toString()))
                        .toList());
    }

    static VersionBody of(ModelVersion version) {
        return of(version, version.aliases());
    }

    /** Among the newest versions of a model the aliases are told once, by the model. */
    private static VersionBody of(ModelVersion version, List<String> aliases) {
        return new VersionBody(
                version.model(),
                Integer.toString(version.version()),
                version.createdAt().toEpochMilli(),
                version.updatedAt().toEpochMilli(),
                version.stage(),
                Objects.requireNonNullElse(version.description(), ""),
                version.source(),
                Objects.requireNonNullElse(version.runId(), ""),
                "READY",
                tags(version.tags()),
                version.runLink(),
                aliases,
                version.loggedModelId());
    }

    static List<TagBody> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> new TagBody(tag.getKey(), tag.getValue()))
                .toList();
    }
}
