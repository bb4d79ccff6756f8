package io.gatehouse.loggedmodels;

import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.ArtifactLocations;
import io.gatehouse.tracking.Experiment;
import io.gatehouse.tracking.Experiments;
import io.gatehouse.tracking.Lifecycle;
import io.gatehouse.tracking.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the folder of a new logged model in its experiment. */
@Component
class LoggedModelHome {
    private final Experiments experiments;
    private final Runs runs;

    LoggedModelHome(Experiments experiments, Runs runs) {
        this.experiments = experiments;
        this.runs = runs;
    }

    /**
     * @return INVALID if the experiment is deleted or is not that of the run
     * @throws io.gatehouse.tracking.TrackingRefusal if experiment or run is not known
     */
    Outcome<String> folder(Actor actor, NewLoggedModel model, String id) {
        if (!model.experimentId().matches("\\d{1,18}")) {
            return Outcome.refused(Refusal.invalid("logged.model.experiment", "id", model.experimentId()));
        }
        Experiment experiment = experiments.get(actor, Long.parseLong(model.experimentId()));
        if (experiment.lifecycle() != Lifecycle.ACTIVE) {
            return Outcome.refused(Refusal.invalid("logged.model.experiment.deleted", "id", model.experimentId()));
        }
        @Nullable String run = model.sourceRunId();
        if (run != null && runs.get(actor, run).info().experimentId() != experiment.id()) {
            return Outcome.refused(
                    Refusal.invalid("logged.model.foreign.run", "run", run, "experiment", model.experimentId()));
        }
        return Outcome.done(ArtifactLocations.below(experiment.artifactLocation(), "models/" + id + "/artifacts"));
    }
}
