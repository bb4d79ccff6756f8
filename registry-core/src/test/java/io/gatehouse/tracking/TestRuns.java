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
}
