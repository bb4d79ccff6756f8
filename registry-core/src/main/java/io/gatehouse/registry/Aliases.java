package io.gatehouse.registry;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names that point to versions. All are free to move, except the protected one of each model, which {@link #moveProtected} alone moves;
 * whoever tries otherwise is told where to ask.
 */
@Component
public class Aliases {
    private final ModelRows models;
    private final VersionRows versions;
    private final AliasRows aliases;
    private final ObjectProvider<PromotionDoor> door;
    private final AuditTrail audit;
    private final ApplicationEventPublisher changes;

    Aliases(
            ModelRows models,
            VersionRows versions,
            AliasRows aliases,
            ObjectProvider<PromotionDoor> door,
            AuditTrail audit,
            ApplicationEventPublisher changes) {
        this.models = models;
        this.versions = versions;
        this.aliases = aliases;
        this.door = door;
        this.audit = audit;
        this.changes = changes;
    }

    /** Points an alias to a version, or says why not. All that it leaves behind, a promotion request included, is one transaction. */
    @Transactional
    public AliasOutcome set(Actor actor, String model, String alias, int version) {
        if (Permissions.check(actor, Action.WRITE_REGISTRY) instanceof Permissions.Decision.Denied denied) {
            return new AliasOutcome.NotPermitted(denied.sentence());
        }
        Optional<Refusal> badName = RegistryNames.refusedAlias(alias);
        if (badName.isPresent()) {
            return new AliasOutcome.InvalidName(badName.get().sentence());
        }
        Optional<RegisteredModel> found = models.lock(model);
        Optional<ModelVersion> target = found.flatMap(of -> versions.find(of.id(), version));
        if (found.isEmpty() || target.isEmpty()) {
            return new AliasOutcome.UnknownVersion(
                    Sentences.say("registry.version.unknown", "name", model, "version", version));
        }
        return set(actor, found.get(), alias, target.get());
    }

    private AliasOutcome set(Actor actor, RegisteredModel model, String alias, ModelVersion target) {
        if (model.protects(alias)) {
            return askFor(actor, model, target);
        }
        if (Objects.equals(model.aliases().get(alias), target.version())) {
            return new AliasOutcome.AlreadyHeld(target);
        }
        aliases.put(model.id(), alias, target.id());
        audit.append(actor, "alias.moved", object(model, alias), Map.of("to", target.version()));
        changes.publishEvent(new RegistryChange.AliasSet(model.name(), alias, target.version()));
        return new AliasOutcome.Moved(
                versions.find(model.id(), target.version()).orElse(target));
    }

    /** What every attempt at the protected alias becomes, by alias or by the stage Production. The caller holds the model's lock. */
    AliasOutcome askFor(Actor actor, RegisteredModel model, ModelVersion target) {
        String alias = model.protectedAlias();
        if (Objects.equals(model.champion(), target.version())) {
            return new AliasOutcome.AlreadyHeld(target);
        }
        PromotionDoor.Answer answer = door.getObject().ask(actor, model, target, alias);
        AliasOutcome.Protected refused = switch (answer) {
            case PromotionDoor.Answer.Open open ->
                new AliasOutcome.Protected(refusal(model, answer), open.number(), open.path());
            case PromotionDoor.Answer.Closed closed -> new AliasOutcome.Protected(refusal(model, answer), null, null);
        };
        Map<String, Object> details = refused.requestNumber() == null
                ? Map.of("version", target.version())
                : Map.of("version", target.version(), "request", refused.requestNumber());
        audit.append(actor, "alias.refused", object(model, alias), details);
        return refused;
    }

    private static io.gatehouse.sentences.Sentence refusal(RegisteredModel model, PromotionDoor.Answer answer) {
        return Sentences.say(
                "alias.protected",
                "alias",
                model.protectedAlias(),
                "name",
                model.name(),
                "door",
                answer.sentence().english());
    }

    /** Takes an alias away; one that is not there is away already. The protected alias stays while a version holds it. */
    @Transactional
    public Outcome<RegisteredModel> delete(Actor actor, String model, String alias) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<Refusal> notAnAlias = RegistryNames.malformedAlias(alias);
        if (notAnAlias.isPresent()) {
            return Outcome.refused(notAnAlias.get());
        }
        Optional<RegisteredModel> found = models.lock(model);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.unknown("registry.model.unknown", "name", model));
        }
        RegisteredModel of = found.get();
        @Nullable Integer holder = of.champion();
        if (of.protects(alias) && holder != null) {
            Refusal held = Refusal.forbidden("alias.held", "alias", alias, "name", model, "version", holder);
            audit.append(actor, "alias.delete_refused", object(of, alias), Map.of("version", holder));
            return Outcome.refused(held);
        }
        if (of.aliases().containsKey(alias)) {
            aliases.delete(of.id(), alias);
            audit.append(actor, "alias.deleted", object(of, alias), Map.of());
            changes.publishEvent(new RegistryChange.AliasDeleted(of.name(), alias));
        }
        return Outcome.done(of);
    }

    /** The version that an alias points to; {@code latest}, however written, is the newest. INVALID if the model has no such alias. */
    @Transactional(readOnly = true)
    public Outcome<ModelVersion> resolve(Actor actor, String model, String alias) {
        Permissions.require(actor, Action.READ_REGISTRY);
        Optional<Refusal> notAnAlias = RegistryNames.malformedAlias(alias);
        if (notAnAlias.isPresent()) {
            return Outcome.refused(notAnAlias.get());
        }
        Optional<RegisteredModel> found = models.find(model);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.unknown("registry.model.unknown", "name", model));
        }
        Refusal missing = Refusal.invalid("alias.unknown", "alias", alias);
        if (alias.equalsIgnoreCase("latest")) {
            return Outcome.of(
                    versions.of(found.get().id()).stream().findFirst(),
                    Refusal.unknown("alias.latest.unknown", "name", model));
        }
        return Outcome.of(
                Optional.ofNullable(found.get().aliases().get(alias))
                        .flatMap(number -> versions.find(found.get().id(), number)),
                missing);
    }

    /**
     * Moves the protected alias of a model, ends the tenure of the holder and begins that of the next. Only the execution of a promotion
     * request may call it; the caller writes the audit event, last in the same transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public PromotionExecution.Result moveProtected(PromotionExecution execution) {
        Optional<RegisteredModel> model = models.lock(execution.modelId());
        Optional<ModelVersion> target = model.flatMap(found -> versions.find(found.id(), execution.version()));
        if (model.isEmpty() || target.isEmpty()) {
            return new PromotionExecution.Result.VersionGone();
        }
        String alias = model.get().protectedAlias();
        Optional<String> gone = versions.deletedOrigin(target.get());
        if (gone.isPresent()) {
            return new PromotionExecution.Result.OriginGone(gone.get());
        }
        @Nullable Integer holder = model.get().champion();
        @Nullable
        ModelVersion before =
                holder == null ? null : versions.find(model.get().id(), holder).orElse(null);
        boolean asJudged = Objects.equals(holder, execution.expectedHolder());
        @Nullable UUID beforeId = before == null ? null : before.id();
        if (!asJudged
                || !aliases.move(model.get().id(), alias, beforeId, target.get().id())) {
            return new PromotionExecution.Result.HolderChanged(holder);
        }
        if (before != null) {
            // By its legacy name: whoever leaves Production is archived.
            versions.stage(before.id(), Stages.ARCHIVED);
        }
        models.touch(model.get().id());
        changes.publishEvent(new RegistryChange.AliasSet(
                model.get().name(), alias, target.get().version()));
        return new PromotionExecution.Result.Moved(
                aliases.succeed(model.get().id(), alias, target.get(), execution.requestId()));
    }

    /**
     * Puts the last champion back, the one that held the protected alias latest without having been taken back itself. Only a rollback may
     * call it; the caller writes the audit event, last in the same transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AliasRollback.Result rollBack(AliasRollback rollback) {
        Optional<RegisteredModel> model = models.lock(rollback.modelId());
        @Nullable Integer holder = model.map(RegisteredModel::champion).orElse(null);
        if (model.isEmpty() || holder == null || holder != rollback.expectedHolder()) {
            return new AliasRollback.Result.HolderChanged();
        }
        UUID id = model.get().id();
        String alias = model.get().protectedAlias();
        List<AliasTenure> tenures = aliases.tenures(id, alias);
        Optional<AliasTenure> last = TenureOrder.lastBefore(
                tenures, version -> versions.find(id, version).isPresent());
        if (last.isEmpty()) {
            return new AliasRollback.Result.NoEarlier();
        }
        ModelVersion before = versions.find(id, holder).orElseThrow();
        ModelVersion target = versions.find(id, last.get().version()).orElseThrow();
        if (!aliases.move(id, alias, before.id(), target.id())) {
            return new AliasRollback.Result.HolderChanged();
        }
        versions.stage(before.id(), Stages.ARCHIVED);
        models.touch(id);
        changes.publishEvent(new RegistryChange.AliasSet(model.get().name(), alias, target.version()));
        return new AliasRollback.Result.Moved(
                tenures.getFirst(),
                aliases.putBack(id, alias, target, last.get().requestId(), rollback.id()));
    }

    /** The version that a rollback would put back; empty if there is none. */
    @Transactional(readOnly = true)
    public Optional<Integer> lastChampion(RegisteredModel model) {
        if (model.champion() == null) {
            return Optional.empty();
        }
        return TenureOrder.lastBefore(
                        aliases.tenures(model.id(), model.protectedAlias()),
                        version -> versions.find(model.id(), version).isPresent())
                .map(AliasTenure::version);
    }

    /** Who held an alias when, the newest first. Only protected aliases have tenures. */
    @Transactional(readOnly = true)
    public List<AliasTenure> history(Actor actor, String model, String alias) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return models.find(model)
                .map(found -> aliases.tenures(found.id(), written(found, alias)))
                .orElse(List.of());
    }

    /** Who held an alias at a moment. */
    @Transactional(readOnly = true)
    public Optional<AliasTenure> holderAt(Actor actor, String model, String alias, Instant moment) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return models.find(model).flatMap(found -> aliases.tenureAt(found.id(), written(found, alias), moment));
    }

    private static String written(RegisteredModel model, String alias) {
        return model.protects(alias) ? model.protectedAlias() : alias;
    }

    static String object(RegisteredModel model, String alias) {
        return RegisteredModels.object(model.name()) + "/alias/" + alias;
    }
}
