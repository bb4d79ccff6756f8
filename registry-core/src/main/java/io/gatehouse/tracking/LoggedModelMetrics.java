package io.gatehouse.tracking;

import java.util.List;

/** Takes the measurements of a run that speak of a logged model, in the transaction that stores them with the run. */
public interface LoggedModelMetrics {
    /**
     * Stores them with their models. Repeats are normal traffic and change nothing.
     *
     * @param metrics each with {@link Metric#of()}, already checked; NaN and infinities as {@link Metric} tells
     * @throws TrackingRefusal if a model is not known
     */
    void record(RunInfo run, List<Metric> metrics);
}
