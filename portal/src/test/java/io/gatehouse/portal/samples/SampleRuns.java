package io.gatehouse.portal.samples;

import io.gatehouse.house.HouseClock;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.Batch;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.RunLog;
import io.gatehouse.tracking.RunStatus;
import io.gatehouse.tracking.Runs;
import io.gatehouse.tracking.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Logs a grid search and its final run through the real services, as a training script would. */
public final class SampleRuns {
    private static final double[][] GRID = {
        {.1, 4, .8719}, {.1, 6, .8741}, {.1, 8, .8702}, {.05, 5, .8793}, {.05, 6, .8806}, {.05, 7, .8812},
        {.03, 5, .8824}, {.03, 6, .8847}, {.03, 7, .8862}, {.05, 6, .8799}, {.03, 6, .8843}, {.03, 8, .8851}
    };

    private final Runs runs;
    private final RunLog log;
    private final Experiments experiments;
    private final HouseClock clock;
    private final Actor trainer;
    private final Random random = new Random(42);

    public SampleRuns(Runs runs, RunLog log, Experiments experiments, HouseClock clock, Actor trainer) {
        this.runs = runs;
        this.log = log;
        this.experiments = experiments;
        this.clock = clock;
        this.trainer = trainer;
    }

    /** Adds an experiment with one search of twelve and a final run. @return the id of the experiment */
    public long logAll(String experimentName) {
        long experiment = experiments.create(trainer, experimentName, "", List.of());
        Instant start = clock.instant().minus(Duration.ofDays(97));
        Run parent = start(experiment, "xgb-grid-search-2024-03", start, null);
        String best = "";
        Instant at = start;
        for (int i = 0; i < GRID.length; i++) {
            double[] cell = GRID[i];
            at = at.plus(Duration.ofSeconds(50 + random.nextInt(60)));
            Run child = start(
                    experiment,
                    "xgb-%02d-lr%s-d%d".formatted(i + 1, cell[0], (int) cell[1]),
                    at,
                    parent.info().id());
            logFigures(child, cell, at);
            end(child, at.plus(Duration.ofSeconds(35 + random.nextInt(40))));
            best = i == 8 ? child.info().id() : best;
        }
        log.log(
                trainer,
                parent.info().id(),
                new Batch(
                        List.of(new Metric("best_val_auc", .8862, at.toEpochMilli(), 0)),
                        List.of(),
                        List.of(
                                new Tag("best_child_run_id", best),
                                new Tag("search_method", "grid"),
                                new Tag("total_configs", "12"))));
        end(parent, at.plus(Duration.ofMinutes(2)));
        Run last = start(experiment, "xgb-final-best-lr0.03-d7", at.plus(Duration.ofMinutes(3)), null);
        logFigures(last, GRID[8], at);
        log.log(
                trainer,
                last.info().id(),
                new Batch(
                        List.of(new Metric("test_auc", .8848, at.toEpochMilli(), 0)),
                        List.of(),
                        List.of(
                                new Tag("purpose", "final_evaluation"),
                                new Tag("data_hash", "9ab14f0c77d2e513"),
                                new Tag("data_version", "streamflow-v3-2024-03"))));
        end(last, at.plus(Duration.ofMinutes(4)));
        return experiment;
    }

    private void logFigures(Run run, double[] cell, Instant at) {
        long stamp = at.toEpochMilli();
        log.log(
                trainer,
                run.info().id(),
                new Batch(
                        List.of(
                                new Metric("val_auc", cell[2], stamp, 0),
                                new Metric("val_f1", cell[2] - .165 + random.nextDouble() * .004, stamp, 0),
                                new Metric("val_log_loss", .41 - (cell[2] - .87), stamp, 0),
                                new Metric("best_iteration", 200 + random.nextInt(700), stamp, 0),
                                new Metric("train_time_seconds", 30 + random.nextDouble() * 40, stamp, 0)),
                        List.of(
                                new Param("learning_rate", String.valueOf(cell[0])),
                                new Param("max_depth", String.valueOf((int) cell[1])),
                                new Param("n_estimators", "3000"),
                                new Param("early_stopping_rounds", "50"),
                                new Param("subsample", "0.8"),
                                new Param("colsample_bytree", cell[1] > 6 ? "0.75" : "0.8"),
                                new Param("random_state", "42")),
                        List.of(new Tag("model_family", "xgboost"))));
    }

    private Run start(long experiment, String name, Instant at, @org.jspecify.annotations.Nullable String parent) {
        List<Tag> tags = parent == null ? List.of() : List.of(new Tag("mlflow.parentRunId", parent));
        return clock.at(
                at,
                () -> runs.create(
                        trainer,
                        new Runs.NewRun(
                                experiment, "dana", Optional.of(name), OptionalLong.of(at.toEpochMilli()), tags)));
    }

    private void end(Run run, Instant at) {
        runs.update(
                trainer,
                run.info().id(),
                new Runs.Change(Optional.of(RunStatus.FINISHED), OptionalLong.of(at.toEpochMilli()), Optional.empty()));
    }
}
