package io.gatehouse.scoring.worker;

import io.gatehouse.scoring.CustomerScore;
import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.DuckDbOutcomeReader;
import io.gatehouse.scoring.DuckDbScoredBatchReader;
import io.gatehouse.scoring.OutcomeRow;
import io.gatehouse.scoring.ReasonPhrases;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ScoredBatchTaker;
import io.gatehouse.scoring.ScoredRow;
import io.gatehouse.scoring.models.ModelFiles;
import io.gatehouse.scoring.models.RescoringRequest;
import io.gatehouse.scoring.models.XgboostModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does the tasks, inside the worker. */
final class TaskRunner {

    private static final int ROWS_A_FRAME = 250;
    private static final int SHORT_ROWS_A_FRAME = 5_000;
    private static final int LONGEST_TRACE = 12;

    private final Answers answers;
    private final ReasonPhrases phrases = ReasonPhrases.shipped();

    TaskRunner(Answers answers) {
        this.answers = answers;
    }

    /** Where answers go. */
    @FunctionalInterface
    interface Answers {
        void send(Frame frame) throws IOException;
    }

    /** Loads the native engine, which takes longer than a small task. */
    static void warm() throws SQLException {
        DriverManager.getConnection("jdbc:duckdb:").close();
    }

    /** @throws IOException if the portal cannot be answered */
    void run(Frame task) throws IOException {
        Frame answer;
        try {
            answer = Wire.frame(Frame.Kind.RESULT, result(task));
        } catch (RuntimeException fault) {
            answer = Wire.frame(Frame.Kind.FAULT, new Task.Fault(fault instanceof UncheckedIOException, words(fault)));
        }
        answers.send(answer);
    }

    private Object result(Frame task) {
        return switch (task.kind()) {
            case REDUCE -> reduce(Wire.read(task.json(), Task.Reduce.class));
            case READ_BATCH -> read(Wire.read(task.json(), Task.ReadBatch.class));
            case READ_OUTCOMES -> readOutcomes(Wire.read(task.json(), Task.ReadOutcomes.class));
            case READ_MODEL ->
                new XgboostModelReader(ReductionLimits.DEFAULT)
                        .read(files(Wire.read(task.json(), Task.ReadModel.class)));
            case INSPECT -> inspect(Wire.read(task.json(), Task.Inspect.class));
            case READY, ROWS, RESULT, FAULT -> throw new IllegalArgumentException("Not a task: " + task.kind());
        };
    }

    private static Object reduce(Task.Reduce task) {
        return new DuckDbEvidenceReducer(task.limits())
                .reduce(Path.of(task.table()), task.description(), task.threshold());
    }

    private static Object inspect(Task.Inspect task) {
        return new XgboostModelReader(task.limits())
                .inspect(new RescoringRequest(
                        files(task.model()),
                        Path.of(task.table()),
                        task.description(),
                        task.features() == null ? null : Path.of(task.features()),
                        task.rows(),
                        task.seed()));
    }

    private static ModelFiles files(Task.ReadModel model) {
        return new ModelFiles(model.files().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, file -> Path.of(file.getValue()))));
    }

    private Object read(Task.ReadBatch task) {
        Bundles<ScoredRow> flagged = new Bundles<>(ROWS_A_FRAME, rows -> new Task.Rows(rows, List.of()));
        Bundles<CustomerScore> scored = new Bundles<>(SHORT_ROWS_A_FRAME, rows -> new Task.Rows(List.of(), rows));
        Object result = new DuckDbScoredBatchReader(task.limits(), phrases)
                .read(Path.of(task.table()), task.description(), new ScoredBatchTaker() {
                    @Override
                    public void flagged(ScoredRow row) {
                        flagged.add(row);
                    }

                    @Override
                    public void scored(CustomerScore customer) {
                        flagged.send();
                        scored.add(customer);
                    }
                });
        flagged.send();
        scored.send();
        return result;
    }

    private Object readOutcomes(Task.ReadOutcomes task) {
        Bundles<OutcomeRow> bundles = new Bundles<>(SHORT_ROWS_A_FRAME, Task.Outcomes::new);
        Object result =
                new DuckDbOutcomeReader(task.limits()).read(Path.of(task.table()), task.description(), bundles::add);
        bundles.send();
        return result;
    }

    /** Rows are sent by the hundred, since a frame for each would take longer than reading it. */
    private final class Bundles<T> {
        private final int most;
        private final Function<List<T>, Object> message;
        private final List<T> pending = new ArrayList<>();

        Bundles(int most, Function<List<T>, Object> message) {
            this.most = most;
            this.message = message;
        }

        void add(T row) {
            pending.add(row);
            if (pending.size() == most) {
                send();
            }
        }

        void send() {
            if (pending.isEmpty()) {
                return;
            }
            try {
                answers.send(Wire.frame(Frame.Kind.ROWS, message.apply(pending)));
            } catch (IOException portalGone) {
                throw new UncheckedIOException(portalGone);
            }
            pending.clear();
        }
    }

    /** The trace for the log. What an engine says is left out: it quotes the file, and that holds personal data. */
    private static String words(Throwable fault) {
        StringBuilder words = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            words.append(cause.getClass().getName());
            if (!(cause instanceof SQLException)) {
                words.append(": ").append(cause.getMessage());
            }
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, LONGEST_TRACE); i++) {
                words.append("\n    at ").append(frames[i]);
            }
            words.append('\n');
        }
        return words.toString();
    }
}
