package io.gatehouse.tracking;

import io.gatehouse.house.Bench;
import io.gatehouse.people.Actor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Makes experiments and runs with names of their own. */
@Bench
public class TestRuns {
    private final Experiments experiments;
    private final Runs runs;

    public TestRuns(Experiments experiments, Runs runs) {
        this.experiments = experiments;
        this.runs = runs;
    }

    public long experiment(Actor actor) {
        return experiments.create(actor, "experiment " + UUID.randomUUID(), "", List.of());
    }

    public String run(Actor actor) {
        return run(actor, experiment(actor), 1_000);
    }

    public String run(Actor actor, long experiment, long startMs, Tag... tags) {
        return runs.create(
                        actor,
                        new Runs.NewRun(experiment, "", Optional.empty(), OptionalLong.of(startMs), List.of(tags)))
                .info()
                .id();
    }

    public String named(Actor actor, String name, long startMs) {
        return runs.create(
                        actor,
                        new Runs.NewRun(experiment(actor), "", Optional.of(name), OptionalLong.of(startMs), List.of()))
                .info()
                .id();
    }

    public void rename(Actor actor, String run, String name) {
        runs.update(actor, run, new Runs.Change(Optional.empty(), OptionalLong.empty(), Optional.of(name)));
    }

    public void delete(Actor actor, String run) {
        runs.delete(actor, run);
    }
}
