package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.ScoredBatchDescription;
import io.gatehouse.scoring.ScoredBatchReader;
import io.gatehouse.scoring.ScoredBatchResult;
import io.gatehouse.scoring.ScoredRow;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a scored population in a worker. A file that stops the worker is refused. */
public final class WorkerScoredBatchReader implements ScoredBatchReader {

    private final Workers workers;

    public WorkerScoredBatchReader(Workers workers) {
        this.workers = workers;
    }

    @Override
    public ScoredBatchResult read(Path table, ScoredBatchDescription description, Consumer<ScoredRow> flagged) {
        Task.ReadBatch task = new Task.ReadBatch(
                table.toAbsolutePath().toString(), description, workers.limits().reading());
        try {
            return workers.run(
                    Frame.Kind.READ_BATCH,
                    task,
                    ScoredBatchResult.class,
                    rows -> Wire.read(rows.json(), Task.Rows.class).rows().forEach(flagged));
        } catch (WorkerStopped stopped) {
            return new ScoredBatchResult.Refused(stopped.refusal());
        }
    }
}
