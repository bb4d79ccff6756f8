package io.gatehouse.registry;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves versions between the stages of older MLflow clients. To Production leads only the way to the protected alias. */
@Component
public class StageMoves {
    private final ModelRows models;
    private final VersionRows versions;
    private final Aliases aliases;
    private final AuditTrail audit;

    StageMoves(ModelRows models, VersionRows versions, Aliases aliases, AuditTrail audit) {
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.audit = audit;
    }

    /** What became of a move. */
    public sealed interface Result {
        record Done(ModelVersion version) implements Result {}

        record Refused(Refusal refusal) implements Result {}

        /** Production was asked for. */
        record Protected(AliasOutcome.Protected refusal) implements Result {}
    }

    /**
     * @param stage in any case
     * @param archiveExisting whether the versions that are in that stage leave it
     */
    @Transactional
    public Result move(Actor actor, String model, int version, String stage, boolean archiveExisting) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<String> target = Stages.parse(stage);
        if (target.isEmpty()) {
            return new Result.Refused(Refusal.invalid("stage.unknown", "stage", stage));
        }
        boolean active = target.get().equals(Stages.STAGING) || target.get().equals(Stages.PRODUCTION);
        if (archiveExisting && !active) {
            return new Result.Refused(Refusal.invalid("stage.archive.other"));
        }
        Optional<RegisteredModel> of = models.lock(model);
        Optional<ModelVersion> found = of.flatMap(locked -> versions.find(locked.id(), version));
        if (of.isEmpty() || found.isEmpty()) {
            return new Result.Refused(ModelVersions.unknown(model, version));
        }
        return move(actor, of.get(), found.get(), target.get(), archiveExisting);
    }

    private Result move(
            Actor actor, RegisteredModel model, ModelVersion version, String stage, boolean archiveExisting) {
        String object = ModelVersions.object(model.name(), version.version());
        if (stage.equals(Stages.PRODUCTION)) {
            return switch (aliases.askFor(actor, model, version)) {
                case AliasOutcome.Protected refused -> new Result.Protected(refused);
                default -> new Result.Done(version);
            };
        }
        if (version.stage().equals(Stages.PRODUCTION)) {
            audit.append(actor, "version.stage_refused", object, Map.of("to", stage));
            return new Result.Refused(ModelVersions.held(model, version.version(), "moved to the stage " + stage));
        }
        if (archiveExisting) {
            versions.archiveOthers(model.id(), stage, version.id());
        }
        versions.stage(version.id(), stage);
        models.touch(model.id());
        audit.append(actor, "version.stage_moved", object, Map.of("to", stage));
        return new Result.Done(versions.find(model.id(), version.version()).orElse(version));
    }
}
