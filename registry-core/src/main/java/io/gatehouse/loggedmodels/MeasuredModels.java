package io.gatehouse.loggedmodels;

import io.gatehouse.tracking.LoggedModelMetrics;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.RunInfo;
import io.gatehouse.tracking.TrackingRefusal;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with a logged model what runs measured of it. */
@Component
class MeasuredModels implements LoggedModelMetrics {
    private final LoggedModelRows rows;

    MeasuredModels(LoggedModelRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(RunInfo run, List<Metric> metrics) {
        TreeSet<String> ids = new TreeSet<>();
        metrics.forEach(metric -> ids.add(Objects.requireNonNull(metric.of()).modelId()));
        // In the order of their ids, so that two who measure the same models wait and do not lock each other out.
        for (String id : ids) {
            if (rows.lock(id).isEmpty()) {
                throw TrackingRefusal.unknown("Logged model with ID '" + id + "' not found.");
            }
        }
        for (Metric metric : metrics) {
            Metric.Subject of = Objects.requireNonNull(metric.of());
            rows.putMetric(
                    of.modelId(),
                    new LoggedModel.Metric(
                            metric.key(),
                            metric.value(),
                            metric.timestamp(),
                            metric.step(),
                            run.id(),
                            orEmpty(of.datasetName()),
                            orEmpty(of.datasetDigest())));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
