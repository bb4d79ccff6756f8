package io.gatehouse.portal.mlflow;

import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.portal.mlflow.RegistryBodies.TagBody;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Logged models as MLflow writes them. */
final class LoggedModelBodies {
    private LoggedModelBodies() {}

    record ModelBody(InfoBody info, DataBody data) {}

    record InfoBody(
            String modelId,
            String experimentId,
            String name,
            long creationTimestampMs,
            long lastUpdatedTimestampMs,
            String artifactUri,
            String status,
            String modelType,
            String sourceRunId,
            @Nullable String statusMessage,
            List<TagBody> tags) {}

    record DataBody(List<TagBody> params, List<MetricBody> metrics) {}

    /** @param value a number, or one of the texts {@code NaN}, {@code Infinity}, {@code -Infinity} */
    record MetricBody(
            String key,
            Object value,
            long timestamp,
            long step,
            String modelId,
            String runId,
            @Nullable String datasetName,
            @Nullable String datasetDigest) {}

    record ModelAnswer(ModelBody model) implements WireAnswer {}

    record ModelsAnswer(List<ModelBody> models, @Nullable String nextPageToken) implements WireAnswer {}

    static ModelBody of(LoggedModel model) {
        return new ModelBody(
                new InfoBody(
                        model.id(),
                        model.experimentId(),
                        model.name(),
                        model.createdAt().toEpochMilli(),
                        model.updatedAt().toEpochMilli(),
                        model.location(),
                        model.status().wireName(),
                        model.modelType(),
                        Objects.requireNonNullElse(model.sourceRunId(), ""),
                        model.statusMessage(),
                        RegistryBodies.tags(model.tags())),
                new DataBody(
                        RegistryBodies.tags(model.params()),
                        model.metrics().stream()
                                .map(metric -> of(model.id(), metric))
                                .toList()));
    }

    private static MetricBody of(String modelId, LoggedModel.Metric metric) {
        double value = metric.value();
        return new MetricBody(
                metric.key(),
                Double.isFinite(value) ? (Object) value : Double.toString(value),
                metric.timestamp(),
                metric.step(),
                modelId,
                metric.runId(),
                emptyToNull(metric.datasetName()),
                emptyToNull(metric.datasetDigest()));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
