package io.gatehouse.registry;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Digests;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The registered models. A model whose protected alias is held keeps its name, its nature and its existence. */
@Component
public class RegisteredModels {
    private final ModelRows models;
    private final VersionRows versions;
    private final TagRules tagRules;
    private final Ids ids;
    private final AuditTrail audit;
    private final ApplicationEventPublisher changes;
    private final TransactionTemplate transaction;

    RegisteredModels(
            ModelRows models,
            VersionRows versions,
            TagRules tagRules,
            Ids ids,
            AuditTrail audit,
            ApplicationEventPublisher changes,
            TransactionTemplate transaction) {
        this.models = models;
        this.versions = versions;
        this.tagRules = tagRules;
        this.ids = ids;
        this.audit = audit;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** Adds a model. TAKEN if another has this name or one that reads the same; INVALID if the name or a tag cannot be. */
    public Outcome<RegisteredModel> create(
            Actor actor, String name, @Nullable String description, Map<String, String> tags) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return unlessTaken(name, () -> insert(actor, name, description, tags));
    }

    private Outcome<RegisteredModel> insert(
            Actor actor, String name, @Nullable String description, Map<String, String> tags) {
        Optional<Refusal> refused = RegistryNames.refusedModelName(name)
                .or(() -> tagRules.objectionToSetting(actor, object(name), tags))
                .or(() -> models.nameLike(name).map(other -> taken(name, other)));
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        UUID id = ids.next();
        models.insert(id, actor.person().id(), name, description);
        tags.forEach((key, value) -> models.putTag(id, key, value));
        audit.append(actor, "model.created", object(name), Map.of("id", id.toString()));
        changes.publishEvent(new RegistryChange.ModelCreated(name, description, tags));
        return find(name);
    }

    /** Renames a model; versions, tags and aliases follow, since none of them is kept by name. */
    public Outcome<RegisteredModel> rename(Actor actor, String name, String newName) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return unlessTaken(
                newName,
                () -> locked(name)
                        .then(model -> unheld(actor, model, "renamed").then(free -> {
                            Optional<Refusal> refused = RegistryNames.refusedModelName(newName)
                                    .or(() -> models.nameLike(newName)
                                            .filter(other -> !other.equals(name))
                                            .map(other -> taken(newName, other)));
                            if (refused.isPresent()) {
                                return Outcome.refused(refused.get());
                            }
                            models.rename(free.id(), newName);
                            versions.touchAll(free.id());
                            audit.append(actor, "model.renamed", object(name), Map.of("to", newName));
                            return find(newName);
                        })));
    }

    /** Gives a model another description; none clears it. */
    @Transactional
    public Outcome<RegisteredModel> describe(Actor actor, String name, @Nullable String description) {
        return change(actor, name, model -> {
            models.describe(model.id(), description);
            models.touch(model.id());
            audit.append(actor, "model.described", object(name), Map.of("text", digest(description)));
        });
    }

    /** Deletes a model with its versions, tags and aliases. Its tenures and its audit events stay. */
    @Transactional
    public Outcome<RegisteredModel> delete(Actor actor, String name) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return locked(name).then(model -> unheld(actor, model, "deleted")).map(model -> {
            models.delete(model.id());
            audit.append(
                    actor,
                    "model.deleted",
                    object(name),
                    Map.of("id", model.id().toString()));
            return model;
        });
    }

    @Transactional(readOnly = true)
    public Outcome<RegisteredModel> find(Actor actor, String name) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return find(name);
    }

    /**
     * Takes the lock under which names and aliases of a model change, until the transaction of the caller ends. Whoever changes something
     * else with it takes this lock first. Empty if the model was deleted.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RegisteredModel> lock(UUID id) {
        return models.lock(id);
    }

    /** The newest version of each of some stages, of all stages if none is named, with tags and aliases. */
    @Transactional(readOnly = true)
    public Outcome<List<ModelVersion>> latest(Actor actor, String name, List<String> stages) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return find(name).then(model -> {
            Set<String> wanted = new HashSet<>();
            for (String stage : stages.isEmpty() ? Stages.ALL : stages) {
                Optional<String> known = Stages.parse(stage);
                if (known.isEmpty()) {
                    return Outcome.refused(Refusal.invalid("stage.unknown", "stage", stage));
                }
                wanted.add(known.get());
            }
            return Outcome.done(versions.newestOfEachStage(List.of(model.id())).stream()
                    .filter(version -> wanted.contains(version.stage()))
                    .toList());
        });
    }

    /** The newest version of each stage of some models, at most a thousand, by the id of the model. */
    @Transactional(readOnly = true)
    public Map<UUID, List<ModelVersion>> newestOfEachStage(Actor actor, List<RegisteredModel> of) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return versions.newestOfEachStage(of.stream().map(RegisteredModel::id).toList()).stream()
                .collect(Collectors.groupingBy(ModelVersion::modelId));
    }

    @Transactional
    public Outcome<RegisteredModel> setTag(Actor actor, String name, String key, String value) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<Refusal> refused = tagRules.objectionToSetting(actor, object(name), key, value);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return locked(name).then(model -> {
            @Nullable Integer champion = model.champion();
            if (key.equals(RegisteredModel.PROMPT_TAG) && champion != null) {
                audit.append(actor, "model.prompt_refused", object(name), Map.of("version", champion));
                return Outcome.refused(Refusal.forbidden(
                        "registry.prompt.held", "name", name, "version", champion, "alias", model.protectedAlias()));
            }
            models.putTag(model.id(), key, value);
            return find(name);
        });
    }

    /** Takes a tag away; one that is not there is away already. */
    @Transactional
    public Outcome<RegisteredModel> deleteTag(Actor actor, String name, String key) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        Optional<Refusal> refused = tagRules.objectionToDeleting(actor, object(name), key);
        return refused.isPresent()
                ? Outcome.refused(refused.get())
                : change(actor, name, model -> models.deleteTag(model.id(), key));
    }

    /** What people write may be about people, so the chain holds its digest. */
    static String digest(@Nullable String description) {
        return Digests.sha256(description == null ? "" : description);
    }

    /** Tags and aliases leave the moment of the last update as it is, in MLflow and so here; descriptions, names and stages do not. */
    private Outcome<RegisteredModel> change(Actor actor, String name, Consumer<RegisteredModel> what) {
        Permissions.require(actor, Action.WRITE_REGISTRY);
        return locked(name).then(model -> {
            what.accept(model);
            return find(name);
        });
    }

    /** Two who add the same name at once are told apart by the unique key, after both looked and saw nothing. */
    private Outcome<RegisteredModel> unlessTaken(String name, Supplier<Outcome<RegisteredModel>> work) {
        try {
            Outcome<RegisteredModel> outcome = transaction.execute(status -> work.get());
            return Objects.requireNonNull(outcome);
        } catch (DuplicateKeyException meanwhile) {
            return Outcome.refused(taken(name, name));
        }
    }

    private Outcome<RegisteredModel> unheld(Actor actor, RegisteredModel model, String what) {
        @Nullable Integer champion = model.champion();
        if (champion == null) {
            return Outcome.done(model);
        }
        audit.append(actor, "model.change_refused", object(model.name()), Map.of("version", champion, "refused", what));
        return Outcome.refused(Refusal.forbidden(
                "registry.model.held",
                "name",
                model.name(),
                "what",
                what,
                "version",
                champion,
                "alias",
                model.protectedAlias()));
    }

    private Outcome<RegisteredModel> find(String name) {
        return Outcome.of(models.find(name), unknown(name));
    }

    private Outcome<RegisteredModel> locked(String name) {
        return Outcome.of(models.lock(name), unknown(name));
    }

    static Refusal unknown(String name) {
        return Refusal.unknown("registry.model.unknown", "name", name);
    }

    private static Refusal taken(String name, String other) {
        return other.equals(name)
                ? Refusal.taken("registry.model.taken", "name", name)
                : Refusal.taken("registry.model.looks.like", "name", name, "other", other);
    }

    /** How the audit trail names a model. */
    static String object(String name) {
        return "model/" + name;
    }
}
