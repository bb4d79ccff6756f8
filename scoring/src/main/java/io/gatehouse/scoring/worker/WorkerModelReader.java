package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.models.Inspection;
import io.gatehouse.scoring.models.ModelFiles;
import io.gatehouse.scoring.models.ModelReader;
import io.gatehouse.scoring.models.ModelReading;
import io.gatehouse.scoring.models.Rescoring;
import io.gatehouse.scoring.models.RescoringRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads model files in a worker. One that stops the worker is unreadable, and its scores are not verified. */
public final class WorkerModelReader implements ModelReader {

    private final Workers workers;

    public WorkerModelReader(Workers workers) {
        this.workers = workers;
    }

    @Override
    public ModelReading read(ModelFiles model) {
        try {
            return workers.run(Frame.Kind.READ_MODEL, task(model), ModelReading.class, rows -> {});
        } catch (WorkerStopped stopped) {
            return new ModelReading.Unreadable(stopped.refusal());
        }
    }

    @Override
    public Inspection inspect(RescoringRequest request) {
        Task.Inspect task = new Task.Inspect(
                task(request.model()),
                absolute(request.table()),
                request.description(),
                absoluteOrNull(request.features()),
                request.rows(),
                request.seed(),
                workers.limits().reading());
        try {
            return workers.run(Frame.Kind.INSPECT, task, Inspection.class, rows -> {});
        } catch (WorkerStopped stopped) {
            // The table may have stopped it, and the model be harmless.
            return new Inspection(read(request.model()), new Rescoring.NotVerified(stopped.refusal()));
        }
    }

    private static Task.ReadModel task(ModelFiles model) {
        return new Task.ReadModel(model.files().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> absolute(file.getValue()))));
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static @Nullable String absoluteOrNull(@Nullable Path file) {
        return file == null ? null : absolute(file);
    }
}
