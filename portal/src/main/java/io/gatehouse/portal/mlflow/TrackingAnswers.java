package io.gatehouse.portal.mlflow;

import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.MetricHistory;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experiments and runs in the shape of MLflow's messages. */
final class TrackingAnswers {
    private TrackingAnswers() {}

    record KeyValue(String key, String value) {}

    record MetricBody(
            String key,
            double value,
            long timestamp,
            long step,
            @Nullable String runId) {}

    record ExperimentBody(
            String experimentId,
            String name,
            String artifactLocation,
            String lifecycleStage,
            long creationTime,
            long lastUpdateTime,
            List<KeyValue> tags) {}

    record InfoBody(
            String runId,
            String runUuid,
            String experimentId,
            String runName,
            String userId,
            String status,
            long startTime,
            @Nullable Long endTime,
            String artifactUri,
            String lifecycleStage) {}

    record DataBody(List<MetricBody> metrics, List<KeyValue> params, List<KeyValue> tags) {}

    record DatasetBody(
            String name,
            String digest,
            String sourceType,
            String source,
            @Nullable String schema,
            @Nullable String profile) {}

    record DatasetInputBody(List<KeyValue> tags, DatasetBody dataset) {}

    record ModelInputBody(String modelId) {}

    record ModelOutputBody(String modelId, long step) {}

    record InputsBody(List<DatasetInputBody> datasetInputs, List<ModelInputBody> modelInputs) {}

    record OutputsBody(List<ModelOutputBody> modelOutputs) {}

    record RunBody(InfoBody info, DataBody data, InputsBody inputs, OutputsBody outputs) {}

    static ExperimentBody experiment(Experiment experiment) {
        return new ExperimentBody(
                String.valueOf(experiment.id()),
                experiment.name(),
                experiment.artifactLocation(),
                experiment.lifecycle().written(),
                experiment.createdAt().toEpochMilli(),
                experiment.updatedAt().toEpochMilli(),
                experiment.tags().stream()
                        .map(tag -> new KeyValue(tag.key(), tag.value()))
                        .toList());
    }

    static RunBody run(Run run) {
        return new RunBody(
                info(run.info()),
                new DataBody(
                        run.metrics().stream().map(TrackingAnswers::metric).toList(),
                        run.params().stream()
                                .map(param -> new KeyValue(param.key(), param.value()))
                                .toList(),
                        run.tags().stream()
                                .map(tag -> new KeyValue(tag.key(), tag.value()))
                                .toList()),
                new InputsBody(
                        run.datasets().stream().map(TrackingAnswers::dataset).toList(),
                        run.modelInputs().stream().map(ModelInputBody::new).toList()),
                new OutputsBody(run.modelOutputs().stream()
                        .map(output -> new ModelOutputBody(output.modelId(), output.step()))
                        .toList()));
    }

    static InfoBody info(RunInfo info) {
        return new InfoBody(
                info.id(),
                info.id(),
                String.valueOf(info.experimentId()),
                info.name(),
                info.userId(),
                info.status().name(),
                info.startMs(),
                info.endMs(),
                info.artifactUri(),
                info.lifecycle().written());
    }

    static MetricBody metric(Metric metric) {
        return new MetricBody(metric.key(), metric.value(), metric.timestamp(), metric.step(), null);
    }

    static MetricBody metric(MetricHistory.OfRun found) {
        Metric metric = found.metric();
        return new MetricBody(metric.key(), metric.value(), metric.timestamp(), metric.step(), found.runId());
    }

    private static DatasetInputBody dataset(DatasetInput input) {
        return new DatasetInputBody(
                input.tags().stream()
                        .map(tag -> new KeyValue(tag.key(), tag.value()))
                        .toList(),
                new DatasetBody(
                        input.name(),
                        input.digest(),
                        input.sourceType(),
                        input.source(),
                        input.schema(),
                        input.profile()));
    }
}
