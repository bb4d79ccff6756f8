package io.gatehouse.registry;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Refusal;
import io.gatehouse.loggedmodels.LoggedModel;
import io.gatehouse.loggedmodels.LoggedModelGuard;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import io.gatehouse.tracking.DeletionGuard;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps what a version in use came from: its run, its logged model and their experiment. */
@Component
class HeldOrigins implements DeletionGuard, LoggedModelGuard {
    private final VersionRows versions;
    private final AuditTrail audit;

    HeldOrigins(VersionRows versions, AuditTrail audit) {
        this.versions = versions;
        this.audit = audit;
    }

    @Override
    public Optional<Sentence> objectionToRun(String runId) {
        return versions.heldFromRun(runId)
                .map(held -> refusal("Run " + runId, held).sentence());
    }

    @Override
    public Optional<Sentence> objectionToExperiment(long experimentId) {
        return versions.heldFromExperiment(experimentId)
                .map(held -> refusal("Experiment " + experimentId, held).sentence());
    }

    @Override
    public Optional<Refusal> objectionToDeleting(Actor actor, LoggedModel model) {
        return versions.heldFromLoggedModel(model.id())
                .map(held -> recorded(
                        actor, model, "logged_model.delete_refused", refusal("Logged model " + model.id(), held)));
    }

    @Override
    public Optional<Refusal> objectionToStatus(Actor actor, LoggedModel model) {
        return versions.heldFromLoggedModel(model.id())
                .map(held -> recorded(
                        actor,
                        model,
                        "logged_model.change_refused",
                        Refusal.forbidden(
                                "logged.model.held",
                                "id",
                                model.id(),
                                "status",
                                model.status().name(),
                                "version",
                                held.version(),
                                "name",
                                held.model())));
    }

    private Refusal recorded(Actor actor, LoggedModel model, String action, Refusal refusal) {
        audit.append(
                actor,
                action,
                "logged-model/" + model.id(),
                Map.of("code", refusal.sentence().code()));
        return refusal;
    }

    private static Refusal refusal(String what, ModelVersion held) {
        return Refusal.forbidden("registry.behind.held", "what", what, "version", held.version(), "name", held.model());
    }
}
