package io.gatehouse.tracking;

import java.time.Instant;
import java.util.List;

/**
 * A folder of runs.
 *
 * @param id as clients know it; the one named Default has 0
 * @param artifactLocation where its runs keep files; {@code mlflow-artifacts:/…} is in the house
 * @param tags by key
 */
public record Experiment(
        long id,
        String name,
        String artifactLocation,
        Lifecycle lifecycle,
        Instant createdAt,
        Instant updatedAt,
        List<Tag> tags) {
    public Experiment {
        tags = List.copyOf(tags);
    }
}
