package io.gatehouse.loggedmodels;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A model as a run left it.
 *
 * @param id {@code m-} and 32 hex digits
 * @param experimentId a number as text
 * @param name not unique
 * @param modelType as the client says; may be empty
 * @param sourceRunId 32 hex digits; absent if no run made it
 * @param location of its files, such as {@code mlflow-artifacts:/1/models/m-…/artifacts}
 * @param status whether its files are all there
 * @param statusMessage why its files are not there; absent otherwise
 * @param createdAt when
 * @param updatedAt when its status, params or tags last changed
 * @param params by key
 * @param tags by key
 * @param metrics by key, then time, then step
 */
public record LoggedModel(
        String id,
        String experimentId,
        String name,
        String modelType,
        @Nullable String sourceRunId,
        String location,
        Status status,
        @Nullable String statusMessage,
        Instant createdAt,
        Instant updatedAt,
        SortedMap<String, String> params,
        SortedMap<String, String> tags,
        List<Metric> metrics) {

    public LoggedModel {
        params = new TreeMap<>(params);
        tags = new TreeMap<>(tags);
        metrics = List.copyOf(metrics);
    }

    /** Whether the files of a logged model are all there. The numbers are those of MLflow. */
    public enum Status {
        UNSPECIFIED,
        PENDING,
        READY,
        UPLOAD_FAILED;

        private static final String PREFIX = "LOGGED_MODEL_";

        /** As MLflow writes it, such as {@code LOGGED_MODEL_READY}. */
        public String wireName() {
            return this == UNSPECIFIED ? PREFIX + "STATUS_UNSPECIFIED" : PREFIX + name();
        }

        /** From the name or the number that MLflow gives it. */
        public static Optional<Status> parse(String text) {
            for (Status status : values()) {
                if (status.wireName().equals(text)
                        || Integer.toString(status.ordinal()).equals(text)) {
                    return Optional.of(status);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A metric that a run logged of this model.
     *
     * @param key name
     * @param value may be NaN
     * @param timestamp milliseconds, as the client says
     * @param step any whole number
     * @param runId that logged it
     * @param datasetName that it was measured on; may be empty
     * @param datasetDigest likewise
     */
    public record Metric(
            String key,
            double value,
            long timestamp,
            long step,
            String runId,
            String datasetName,
            String datasetDigest) {}
}
