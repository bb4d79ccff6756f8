package io.gatehouse.loggedmodels;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.house.Outcome;
import io.gatehouse.house.Refusal;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The logged models. */
@Component
public class LoggedModels {
    private static final String FORBIDDEN_IN_NAMES = "/:.%\"'";
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_RUN_ID = 32;
    private static final int LONGEST_KEY = 250;
    private static final int LONGEST_PARAM = 6000;
    private static final int LONGEST_TAG = 8000;

    private final LoggedModelRows rows;
    private final LoggedModelHome home;
    private final List<LoggedModelGuard> guards;
    private final Ids ids;
    private final AuditTrail audit;

    LoggedModels(LoggedModelRows rows, LoggedModelHome home, List<LoggedModelGuard> guards, Ids ids, AuditTrail audit) {
        this.rows = rows;
        this.home = home;
        this.guards = guards;
        this.ids = ids;
        this.audit = audit;
    }

    /** Makes a logged model whose files are yet to come. INVALID if a name, param or tag cannot be; UNKNOWN if the experiment is. */
    @Transactional
    public Outcome<LoggedModel> create(Actor actor, NewLoggedModel model) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        String id = "m-" + ids.hex32();
        String name = model.name() == null ? "model-" + id.substring(2, 10) : model.name();
        Optional<Refusal> refused = refusedName(name)
                .or(() -> tooLong("model_type", model.modelType(), LONGEST_NAME))
                .or(() -> tooLong("source_run_id", model.sourceRunId(), LONGEST_RUN_ID))
                .or(() -> refusedPairs(model.params(), model.tags()));
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return home.folder(actor, model, id).map(location -> {
            rows.insert(actor, id, name, model, location);
            model.params().forEach((key, value) -> rows.addParam(id, key, shortened(value, LONGEST_PARAM)));
            model.tags().forEach((key, value) -> putTag(id, key, value));
            return rows.find(id, false).orElseThrow();
        });
    }

    @Transactional(readOnly = true)
    public Outcome<LoggedModel> find(Actor actor, String id, boolean deletedToo) {
        Permissions.require(actor, Action.READ_TRACKING);
        return Outcome.of(rows.find(id, deletedToo), unknown(id));
    }

    /**
     * Logged models of a run, oldest first, without their params, tags and metrics.
     *
     * @param outputs ids of those that the run named as made by it, whatever they say themselves
     * @param most of them
     */
    @Transactional(readOnly = true)
    public List<LoggedModel> ofRun(Actor actor, String runId, Collection<String> outputs, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows.ofRun(runId, outputs, most);
    }

    /** The live logged model, for the rules of other rooms. */
    @Transactional(readOnly = true)
    public Optional<LoggedModel> known(String id) {
        return rows.find(id, false);
    }

    /** Adds params, which are written once: the same value again is fine, another is not. */
    @Transactional
    public Outcome<LoggedModel> addParams(Actor actor, String id, Map<String, String> params) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        return locked(id).then(model -> {
            Optional<Refusal> refused = refusedPairs(params, Map.of());
            for (Map.Entry<String, String> param : params.entrySet()) {
                @Nullable String before = model.params().get(param.getKey());
                String value = shortened(param.getValue(), LONGEST_PARAM);
                if (refused.isEmpty() && before != null && !before.equals(value)) {
                    refused = Optional.of(Refusal.invalid(
                            "logged.model.param.changed", "key", param.getKey(), "old", before, "new", value));
                }
            }
            if (refused.isPresent()) {
                return Outcome.refused(refused.get());
            }
            params.forEach((key, value) -> {
                if (!model.params().containsKey(key)) {
                    rows.addParam(id, key, shortened(value, LONGEST_PARAM));
                }
            });
            return touched(id);
        });
    }

    /** Says how the upload of the files ended. PROTECTED if that would change while something rests on the logged model. */
    @Transactional
    public Outcome<LoggedModel> finish(Actor actor, String id, LoggedModel.Status status) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        return locked(id).then(model -> {
            Optional<Refusal> objection = status == model.status()
                    ? Optional.empty()
                    : objection(guard -> guard.objectionToStatus(actor, model));
            if (objection.isPresent()) {
                return Outcome.refused(objection.get());
            }
            rows.status(id, status);
            return Outcome.of(rows.find(id, false), unknown(id));
        });
    }

    @Transactional
    public Outcome<LoggedModel> setTags(Actor actor, String id, Map<String, String> tags) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        Optional<Refusal> refused = refusedPairs(Map.of(), tags);
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        return locked(id).then(model -> {
            tags.forEach((key, value) -> putTag(id, key, value));
            return touched(id);
        });
    }

    /** UNKNOWN if there is no such tag. */
    @Transactional
    public Outcome<LoggedModel> deleteTag(Actor actor, String id, String key) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        return locked(id)
                .then(model -> rows.deleteTag(id, key)
                        ? touched(id)
                        : Outcome.refused(Refusal.unknown("logged.model.tag.unknown", "key", key, "id", id)));
    }

    /** Hides a logged model; its files and figures stay. PROTECTED while something rests on it. */
    @Transactional
    public Outcome<LoggedModel> delete(Actor actor, String id) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        return locked(id).then(model -> {
            Optional<Refusal> objection = objection(guard -> guard.objectionToDeleting(actor, model));
            if (objection.isPresent()) {
                return Outcome.refused(objection.get());
            }
            rows.delete(id);
            audit.append(actor, "logged_model.deleted", "logged-model/" + id, Map.of());
            return Outcome.done(model);
        });
    }

    private Optional<Refusal> objection(Function<LoggedModelGuard, Optional<Refusal>> question) {
        return guards.stream().map(question).flatMap(Optional::stream).findFirst();
    }

    /** Notes on the logged model what it was registered as. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteRegistration(String id, String name, int version) {
        rows.lock(id).ifPresent(model -> {
            @Nullable String before = model.tags().get(RegistrationsTag.KEY);
            rows.putTag(id, RegistrationsTag.KEY, RegistrationsTag.with(before, name, version));
            rows.touch(id);
        });
    }

    private void putTag(String id, String key, String value) {
        boolean registrations = key.equals(RegistrationsTag.KEY);
        rows.putTag(id, key, registrations ? RegistrationsTag.withoutRepeats(value) : shortened(value, LONGEST_TAG));
    }

    private Outcome<LoggedModel> touched(String id) {
        rows.touch(id);
        return Outcome.of(rows.find(id, false), unknown(id));
    }

    private Outcome<LoggedModel> locked(String id) {
        return Outcome.of(rows.lock(id), unknown(id));
    }

    private static Optional<Refusal> refusedName(String name) {
        Optional<Refusal> tooLong = tooLong("Logged model name", name, LONGEST_NAME);
        if (tooLong.isPresent()) {
            return tooLong;
        }
        boolean bad = name.isBlank() || name.chars().anyMatch(c -> c < 0x20 || FORBIDDEN_IN_NAMES.indexOf(c) >= 0);
        return bad ? Optional.of(Refusal.invalid("logged.model.name", "name", name)) : Optional.empty();
    }

    private static Optional<Refusal> tooLong(String what, @Nullable String value, int longest) {
        return value == null || value.length() <= longest
                ? Optional.empty()
                : Optional.of(Refusal.invalid("registry.too.long", "what", what, "longest", longest));
    }

    private static Optional<Refusal> refusedPairs(Map<String, String> params, Map<String, String> tags) {
        for (Map<String, String> pairs : List.of(params, tags)) {
            for (String key : pairs.keySet()) {
                if (key.isBlank() || key.length() > LONGEST_KEY) {
                    return Optional.of(Refusal.invalid("tag.key.invalid", "key", key, "longest", LONGEST_KEY));
                }
            }
        }
        return Optional.empty();
    }

    /** As much as fits, in which H2 counts an emoji as two; none is cut in two. */
    private static String shortened(String value, int longest) {
        if (value.length() <= longest) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static Refusal unknown(String id) {
        return Refusal.unknown("logged.model.unknown", "id", id);
    }
}
