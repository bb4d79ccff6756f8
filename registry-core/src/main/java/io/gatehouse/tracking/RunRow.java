package io.gatehouse.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as one line of a table.
 *
 * @param parentRunId of the run that it is nested in; absent at the top
 * @param children how many runs are nested in it
 * @param startedAt as its client told
 * @param took from start to end; absent while it runs
 * @param trainer display name of the authenticated person who created it
 * @param metrics the latest of each key; NaN stays NaN
 * @param params by key
 * @param tags by key
 */
public record RunRow(
        String id,
        long experimentId,
        String name,
        @Nullable String parentRunId,
        int children,
        RunStatus status,
        Lifecycle lifecycle,
        Instant startedAt,
        @Nullable Duration took,
        String trainer,
        Map<String, Double> metrics,
        Map<String, String> params,
        Map<String, String> tags) {
    public RunRow {
        metrics = Map.copyOf(metrics);
        params = Map.copyOf(params);
        tags = Map.copyOf(tags);
    }
}
