package io.gatehouse.registry;

import io.gatehouse.artifacts.ArtifactPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One numbered version of a registered model.
 *
 * @param id stays for good
 * @param modelId of the registered model
 * @param model name of the registered model
 * @param version number, from 1
 * @param description Markdown; absent if none was given
 * @param stage None, Staging, Archived, or Production for the holder of the protected alias
 * @param source as the client named it
 * @param storageLocation where the files are: {@code mlflow-artifacts:/…} if here
 * @param runId 32 hex digits of the run that it came from; absent if none was named
 * @param runLink as the client gave it; may be empty
 * @param loggedModelId {@code m-} and 32 hex digits; absent if it came from no logged model
 * @param createdAt when registered
 * @param createdBy who registered it
 * @param updatedAt when its description, stage or tags last changed
 * @param tags by key
 * @param aliases that point to it, sorted
 */
public record ModelVersion(
        UUID id,
        UUID modelId,
        String model,
        int version,
        @Nullable String description,
        String stage,
        String source,
        String storageLocation,
        @Nullable String runId,
        String runLink,
        @Nullable String loggedModelId,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        SortedMap<String, String> tags,
        List<String> aliases) {

    public ModelVersion {
        tags = new TreeMap<>(tags);
        aliases = List.copyOf(aliases);
    }

    /** The folder of its files in our store; empty if they lie elsewhere, where nobody can say that they stay as they are. */
    public Optional<ArtifactPath> folder() {
        return ArtifactPath.ofLocation(storageLocation);
    }

    ModelVersion with(Map<String, String> newTags, List<String> newAliases) {
        return new ModelVersion(
                id,
                modelId,
                model,
                version,
                description,
                stage,
                source,
                storageLocation,
                runId,
                runLink,
                loggedModelId,
                createdAt,
                createdBy,
                updatedAt,
                new TreeMap<>(newTags),
                newAliases);
    }
}
