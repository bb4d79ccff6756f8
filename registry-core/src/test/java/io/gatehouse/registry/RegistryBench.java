package io.gatehouse.registry;

import io.gatehouse.house.Bench;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Actor;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts models, versions and champions there, the way that they come to be. */
@Bench
public class RegistryBench {
    private final RegisteredModels models;
    private final ModelVersions versions;
    private final Aliases aliases;
    private final Ids ids;
    private final TransactionTemplate transaction;

    public RegistryBench(
            RegisteredModels models,
            ModelVersions versions,
            Aliases aliases,
            Ids ids,
            TransactionTemplate transaction) {
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** A model of a name that no other test uses. */
    public RegisteredModel model(Actor actor) {
        return models.create(actor, "churn " + ids.hex32(), null, Map.of()).orThrow();
    }

    /** The next version of a model, from a folder of its own. */
    public ModelVersion version(Actor actor, RegisteredModel model) {
        String source = "mlflow-artifacts:/9/" + ids.hex32() + "/artifacts/model";
        return versions.create(actor, new NewVersion(model.name(), source, null, "", null, null, Map.of()))
                .orThrow();
    }

    /** Makes a version champion, as the execution of a promotion request does. */
    public PromotionExecution.Result promote(
            ModelVersion version, @org.jspecify.annotations.Nullable Integer expectedHolder) {
        return Objects.requireNonNull(transaction.execute(status -> aliases.moveProtected(
                new PromotionExecution(UUID.randomUUID(), version.modelId(), version.version(), expectedHolder))));
    }

    static Refusal refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            return refused.refusal();
        }
        throw new AssertionError("Expected a refusal, was " + outcome);
    }
}
