package io.gatehouse.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that a run used. Within an experiment a dataset is known by name and digest.
 *
 * @param schema its columns as JSON; absent if not told
 * @param profile its figures as JSON; absent if not told
 * @param tags of the use, such as {@code mlflow.data.context}
 */
public record DatasetInput(
        String name,
        String digest,
        String sourceType,
        String source,
        @Nullable String schema,
        @Nullable String profile,
        List<Tag> tags) {
    public DatasetInput {
        tags = List.copyOf(tags);
    }

    DatasetInput with(List<Tag> ofThisUse) {
        return new DatasetInput(name, digest, sourceType, source, schema, profile, ofThisUse);
    }
}
