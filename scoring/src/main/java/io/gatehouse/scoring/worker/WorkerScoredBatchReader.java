package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredBatchReader;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.ScoredBatchTaker;
import java.nio.file.Path;

/** Reads a scored population in a worker. A file that stops the worker is refused. */
public final class WorkerScoredBatchReader implements ScoredBatchReader {

    private final Workers workers;

    public WorkerScoredBatchReader(Workers workers) {
        this.workers = workers;
    }

    @Override
    public ScoredBatchResult read(Path table, ScoredBatchDescription description, ScoredBatchTaker taker) {
        Task.ReadBatch task = new Task.ReadBatch(
                table.toAbsolutePath().toString(), description, workers.limits().reading());
        try {
            return workers.run(Frame.Kind.READ_BATCH, task, ScoredBatchResult.class, frame -> {
                Task.Rows rows = Wire.read(frame.json(), Task.Rows.class);
                rows.flagged().forEach(taker::flagged);
                rows.scored().forEach(taker::scored);
            });
        } catch (WorkerStopped stopped) {
            return new ScoredBatchResult.Refused(stopped.refusal());
        }
    }
}
