package io.gatehouse.registry;

import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.loggedmodels.LoggedModels;
import io.gatehouse.outbox.Outbox;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.sentences.Sentences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbered versions of registered models. Registering is free; what is registered keeps its files as they are. */
@Component
public class ModelVersions {
    private final ModelRows models;
    private final VersionRows versions;
    private final TagRules tagRules;
    private final VersionSource sources;
    private final LoggedModels loggedModels;
    private final ArtifactStore artifacts;
    private final Ids ids;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ApplicationEventPublisher changes;

    ModelVersions(
            ModelRows models,
            VersionRows versions,
            TagRules tagRules,
            VersionSource sources,
            LoggedModels loggedModels,
            ArtifactStore artifacts,
            Ids ids,
            Outbox outbox,
            AuditTrail audit,
            ApplicationEventPublisher changes) {
        this.models = models;
        this.versions = versions;
        this.tagRules = tagRules;
        this.sources = sources;
        this.loggedModels = loggedModels;
        this.artifacts = artifacts;
        this.ids = ids;
        this.outbox = outbox;
        this.audit = audit;
        this.changes = changes;
    }

    /**
     * Registers a version under the next number and freezes the folder of its files, if they are here.
     *
     * @return UNKNOWN if the model or what the source names does not exist, INVALID if the source or a tag cannot be
     */
    @Transactional
    public Outcome<ModelVersion> create(Actor actor, NewVersion version) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        // The source is judged first, as in MLflow: a client that names a bad one learns of it before it makes the
        // model.
        return sources.resolve(version).then(source -> {
            Optional<Refusal> refusedTag =
                    tagRules.objectionToSetting(actor, RegisteredModels.object(version.model()), version.tags());
            return refusedTag.isPresent()
                    ? Outcome.refused(refusedTag.get())
                    : Outcome.of(models.takeNumber(version.model()), RegisteredModels.unknown(version.model()))
                            .map(numbering -> insert(actor, numbering, version, source));
        });
    }

    private ModelVersion insert(
            Actor actor, ModelRows.Numbering numbering, NewVersion version, VersionSource.Resolved source) {
        String model = version.model();
        int number = numbering.version();
        UUID id = ids.next();
        ModelVersion made = versions.insert(id, numbering, actor.person().id(), version, source);
        version.tags().forEach((key, value) -> versions.putTag(id, key, value));
        if (source.ownFolder() != null) {
            artifacts.freeze(
                    source.ownFolder(),
                    Sentences.say("model.frozen.reason", "version", number, "name", model)
                            .english());
        }
        if (source.loggedModelId() != null) {
            loggedModels.noteRegistration(source.loggedModelId(), model, number);
        }
        Map<String, Object> details = new HashMap<>();
        details.put("model", model);
        details.put("version", number);
        outbox.publish(actor, "version.registered", details);
        changes.publishEvent(new RegistryChange.VersionCreated(
                model, number, version.source(), version.runId(), version.description(), version.tags()));
        details.put("source", version.source());
        // Last, since everybody else waits for the head of the chain from here on.
        audit.append(actor, "version.registered", object(model, number), details);
        return made;
    }

    /** Whether the files of a version stay as they are: they lie here, in a folder of their own. */
    @Transactional(readOnly = true)
    public boolean keeps(ModelVersion version) {
        return sources.ownFolder(version).filter(artifacts::frozen).isPresent();
    }

    @Transactional(readOnly = true)
    public Outcome<ModelVersion> find(Actor actor, String model, int version) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return find(model, version);
    }

    /** A version of a model that was read before. */
    @Transactional(readOnly = true)
    public Optional<ModelVersion> find(Actor actor, RegisteredModel model, int version) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return versions.find(model.id(), version);
    }

    /** All versions of a model, newest first; empty if there is no such model. */
    @Transactional(readOnly = true)
    public List<ModelVersion> of(Actor actor, String model) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return models.find(model).map(found -> versions.of(found.id())).orElse(List.of());
    }

    /** Gives a version another description; none clears it. */
    @Transactional
    public Outcome<ModelVersion> describe(Actor actor, String model, int version, @Nullable String description) {
        return change(actor, model, version, found -> {
            versions.describe(found.id(), description);
            audit.append(
                    actor,
                    "version.described",
                    object(model, version),
                    Map.of("text", RegisteredModels.digest(description)));
        });
    }

    @Transactional
    public Outcome<ModelVersion> setTag(Actor actor, String model, int version, String key, String value) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<Refusal> refused = tagRules.objectionToSetting(actor, object(model, version), key, value);
        return refused.isPresent()
                ? Outcome.refused(refused.get())
                : change(actor, model, version, found -> {
                    versions.putTag(found.id(), key, value);
                    changes.publishEvent(new RegistryChange.VersionTagSet(model, version, key, value));
                });
    }

    /** Takes a tag away; one that is not there is away already. */
    @Transactional
    public Outcome<ModelVersion> deleteTag(Actor actor, String model, int version, String key) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<Refusal> refused = tagRules.objectionToDeleting(actor, object(model, version), key);
        return refused.isPresent()
                ? Outcome.refused(refused.get())
                : change(actor, model, version, found -> {
                    versions.deleteTag(found.id(), key);
                    if (found.tags().containsKey(key)) {
                        changes.publishEvent(new RegistryChange.VersionTagDeleted(model, version, key));
                    }
                });
    }

    /** Deletes a version and the aliases that point to it; its number is never used again. PROTECTED while it holds the protected alias. */
    @Transactional
    public Outcome<ModelVersion> delete(Actor actor, String model, int version) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return locked(model, version)
                .then(of -> find(model, version).then(found -> {
                    if (found.stage().equals(Stages.PRODUCTION)) {
                        audit.append(actor, "version.delete_refused", object(model, version), Map.of());
                        return Outcome.refused(held(of, version, "deleted"));
                    }
                    versions.delete(found.id());
                    models.touch(of.id());
                    audit.append(actor, "version.deleted", object(model, version), Map.of());
                    return Outcome.done(found);
                }));
    }

    private Outcome<ModelVersion> change(Actor actor, String model, int version, Consumer<ModelVersion> what) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return locked(model, version).then(of -> find(model, version)).then(found -> {
            what.accept(found);
            return find(model, version);
        });
    }

    /** A model that is not there has no such version: MLflow's clients look for these words, not for those about models. */
    private Outcome<RegisteredModel> locked(String model, int version) {
        return Outcome.of(models.lock(model), unknown(model, version));
    }

    private Outcome<ModelVersion> find(String model, int version) {
        return Outcome.of(
                models.find(model).flatMap(found -> versions.find(found.id(), version)), unknown(model, version));
    }

    static Refusal unknown(String model, int version) {
        return Refusal.unknown("registry.version.unknown", "name", model, "version", version);
    }

    static Refusal held(RegisteredModel model, int version, String what) {
        return Refusal.forbidden(
                "registry.version.held",
                "name",
                model.name(),
                "version",
                version,
                "what",
                what,
                "alias",
                model.protectedAlias());
    }

    /** How the audit trail names a version. */
    static String object(String model, int version) {
        return RegisteredModels.object(model) + "/version/" + version;
    }
}
