package io.gatehouse.tracking;

import java.util.List;

/**
 * A run with what it logged.
 *
 * @param metrics the latest of each key, by key
 * @param params by key
 * @param tags by key
 * @param datasets by name and digest
 * @param modelInputs ids of logged models that it used
 * @param modelOutputs logged models that it made
 */
public record Run(
        RunInfo info,
        List<Metric> metrics,
        List<Param> params,
        List<Tag> tags,
        List<DatasetInput> datasets,
        List<String> modelInputs,
        List<ModelOutput> modelOutputs) {
    public Run {
        metrics = List.copyOf(metrics);
        params = List.copyOf(params);
        tags = List.copyOf(tags);
        datasets = List.copyOf(datasets);
        modelInputs = List.copyOf(modelInputs);
        modelOutputs = List.copyOf(modelOutputs);
    }
}
