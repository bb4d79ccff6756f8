package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceReducer;
import io.gatehouse.scoring.ReductionResult;
import java.nio.file.Path;

/** Reduces a prediction table in a worker. A table that stops the worker is refused. */
public final class WorkerEvidenceReducer implements EvidenceReducer {

    private final Workers workers;

    public WorkerEvidenceReducer(Workers workers) {
        this.workers = workers;
    }

    @Override
    public ReductionResult reduce(Path table, EvidenceDescription description, double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("The threshold must be in 0..1: " + threshold);
        }
        Task.Reduce task = new Task.Reduce(
                table.toAbsolutePath().toString(),
                description,
                threshold,
                workers.limits().reading());
        try {
            return workers.run(Frame.Kind.REDUCE, task, ReductionResult.class, rows -> {});
        } catch (WorkerStopped stopped) {
            return new ReductionResult.Refused(stopped.refusal());
        }
    }
}
