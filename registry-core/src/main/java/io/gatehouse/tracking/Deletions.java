package io.gatehouse.tracking;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks every guard before something goes into the bin, and keeps on record that it was refused. */
@Component
class Deletions {
    private final List<DeletionGuard> guards;
    private final AuditTrail audit;

    Deletions(List<DeletionGuard> guards, AuditTrail audit) {
        this.guards = guards;
        this.audit = audit;
    }

    void requireNoObjectionToRun(Actor actor, String runId) {
        require(actor, "run/" + runId, guard -> guard.objectionToRun(runId));
    }

    void requireNoObjectionToExperiment(Actor actor, long id) {
        require(actor, "experiment/" + id, guard -> guard.objectionToExperiment(id));
    }

    private void require(Actor actor, String object, Function<DeletionGuard, Optional<Sentence>> question) {
        for (DeletionGuard guard : guards) {
            Optional<Sentence> objection = question.apply(guard);
            if (objection.isPresent()) {
                audit.appendAlone(
                        actor,
                        "deletion.refused",
                        object,
                        Map.of("code", objection.get().code()));
                throw TrackingRefusal.inUse(objection.get());
            }
        }
    }
}
