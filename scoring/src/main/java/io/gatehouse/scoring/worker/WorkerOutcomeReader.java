package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.OutcomeDescription;
import io.gatehouse.scoring.OutcomeReader;
import io.gatehouse.scoring.OutcomeResult;
import io.gatehouse.scoring.OutcomeRow;
import io.gatehouse.scoring.ReductionLimits;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads a table of outcomes in a worker. A file that stops the worker is refused. */
public final class WorkerOutcomeReader implements OutcomeReader {

    /** A row is an id and a word: what is larger is another table. */
    static final long MOST_BYTES = 256L << 20;

    static final long MOST_ROWS = 2_000_000;

    private final Workers workers;

    public WorkerOutcomeReader(Workers workers) {
        this.workers = workers;
    }

    @Override
    public OutcomeResult read(Path table, OutcomeDescription description, Consumer<OutcomeRow> rows) {
        ReductionLimits reading = workers.limits().reading();
        ReductionLimits limits = new ReductionLimits(
                Math.min(reading.fileBytes(), MOST_BYTES),
                Math.min(reading.rows(), MOST_ROWS),
                reading.groups(),
                reading.memoryMegabytes(),
                reading.threads(),
                reading.time());
        Task.ReadOutcomes task = new Task.ReadOutcomes(table.toAbsolutePath().toString(), description, limits);
        try {
            return workers.run(
                    Frame.Kind.READ_OUTCOMES,
                    task,
                    OutcomeResult.class,
                    frame -> Wire.read(frame.json(), Task.Outcomes.class).rows().forEach(rows));
        } catch (WorkerStopped stopped) {
            return new OutcomeResult.Refused(stopped.refusal());
        }
    }
}
