package io.gatehouse.tracking;

import org.jspecify.annotations.Nullable;

/**
 * One measurement.
 *
 * @param key what was measured
 * @param value may be NaN; infinities are kept as the largest double of their sign
 * @param timestamp milliseconds since 1970, not negative
 * @param step any whole number
 * @param of the logged model and dataset that it was measured on; absent if it speaks of the run alone
 */
public record Metric(
        String key,
        double value,
        long timestamp,
        long step,
        @Nullable Subject of) {

    public Metric(String key, double value, long timestamp, long step) {
        this(key, value, timestamp, step, null);
    }

    /**
     * What a measurement speaks of besides the run.
     *
     * @param modelId logged model
     * @param datasetName absent if none was named
     * @param datasetDigest absent if none was named
     */
    public record Subject(
            String modelId,
            @Nullable String datasetName,
            @Nullable String datasetDigest) {}
}
