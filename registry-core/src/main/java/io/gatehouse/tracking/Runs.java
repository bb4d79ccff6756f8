package io.gatehouse.tracking;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.ids.Ids;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The life of runs: created, updated, put into the bin, brought back. {@link RunLog} takes what they log. */
@Component
public class Runs {
    private static final String NAME_TAG = "mlflow.runName";
    private static final int LONGEST_USER = 256;

    private final JdbcClient jdbc;
    private final ExperimentRows experiments;
    private final RunRows rows;
    private final RunReader reader;
    private final RunTags tags;
    private final Deletions deletions;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final RunActivity activity;
    private final TransactionTemplate transaction;

    Runs(
            JdbcClient jdbc,
            ExperimentRows experiments,
            RunRows rows,
            RunReader reader,
            RunTags tags,
            Deletions deletions,
            AuditTrail audit,
            Ids ids,
            Clock clock,
            RunActivity activity,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.experiments = experiments;
        this.rows = rows;
        this.reader = reader;
        this.tags = tags;
        this.deletions = deletions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.activity = activity;
        this.transaction = transaction;
    }

    /**
     * A run that is to start.
     *
     * @param userId as the client tells
     * @param name if absent, the tag {@code mlflow.runName}, or else a name is made up
     * @param startMs if absent, now
     */
    public record NewRun(
            long experimentId, String userId, Optional<String> name, OptionalLong startMs, List<Tag> tags) {}

    /**
     * What is to change about a run; what is absent stays.
     *
     * @param name also becomes the tag {@code mlflow.runName}
     */
    public record Change(Optional<RunStatus> status, OptionalLong endMs, Optional<String> name) {}

    /** Starts a run. The actor is its trainer, whatever its tags claim. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Run create(Actor actor, NewRun wanted) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        Run run = startedAtOnce(actor, wanted).orElseGet(() -> started(actor, wanted));
        activity.changed(run.info());
        return run;
    }

    /** Empty if nothing was stored. */
    private Optional<Run> startedAtOnce(Actor actor, NewRun wanted) {
        Optional<String> location = experiments.likelyLocation(wanted.experimentId);
        if (location.isEmpty() || !rows.canStartAtOnce()) {
            return Optional.empty();
        }
        Run run = drafted(actor, wanted, location.get());
        return rows.startAtOnce(run, location.get(), now()) ? Optional.of(run) : Optional.empty();
    }

    private Run started(Actor actor, NewRun wanted) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Run run = drafted(actor, wanted, experiments.locationOfActive(wanted.experimentId));
            rows.insert(run.info(), now());
            tags.start(run);
            return run;
        }));
    }

    private Run drafted(Actor actor, NewRun wanted, String location) {
        for (int i = 0; i < wanted.tags.size(); i++) {
            LoggedText.requireKey(wanted.tags.get(i).key(), "tags[" + i + "].key");
        }
        String name = name(wanted);
        String id = ids.hex32();
        RunInfo run = new RunInfo(
                id,
                wanted.experimentId,
                name,
                LoggedText.cut(wanted.userId, LONGEST_USER),
                RunStatus.RUNNING,
                Lifecycle.ACTIVE,
                wanted.startMs.orElse(clock.millis()),
                null,
                ArtifactLocations.below(location, id + "/artifacts"),
                RunTags.parent(wanted.tags),
                actor.person().id());
        return new Run(run, List.of(), List.of(), RunTags.first(name, wanted.tags), List.of(), List.of(), List.of());
    }

    /**
     * The runs behind versions, deleted ones too, in the order of their ids; unknown ones are left out. Whoever may read models may
     * know how they were made.
     */
    @Transactional(readOnly = true)
    public List<Run> behindVersions(Actor actor, List<String> ids) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return reader.all(ids);
    }

    /** As {@link #behindVersions}, without what they logged; by their ids. */
    @Transactional(readOnly = true)
    public Map<String, RunInfo> infosBehindVersions(Actor actor, List<String> ids) {
        Permissions.require(actor, Action.READ_REGISTRY);
        return rows.all(ids);
    }

    /** A run, deleted ones too. */
    @Transactional(readOnly = true)
    public Run get(Actor actor, String id) {
        Permissions.require(actor, Action.READ_TRACKING);
        return reader.require(id);
    }

    @Transactional
    public RunInfo update(Actor actor, String id, Change change) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        activity.changed(rows.lockActive(id));
        change.status.ifPresent(status -> jdbc.sql("update run set status = ? where id = ?")
                .params(status.name(), id)
                .update());
        change.endMs.ifPresent(end -> jdbc.sql("update run set end_ms = ? where id = ?")
                .params(end, id)
                .update());
        change.name.filter(name -> !name.isEmpty()).ifPresent(name -> tags.set(id, List.of(new Tag(NAME_TAG, name))));
        return rows.require(id);
    }

    /** Puts a run into the bin, unless something in use rests on it. Deleting it again changes nothing. */
    @Transactional
    public void delete(Actor actor, String id) {
        move(actor, id, Lifecycle.DELETED, "run.deleted");
    }

    /** Brings a run back. Restoring it again changes nothing. */
    @Transactional
    public void restore(Actor actor, String id) {
        move(actor, id, Lifecycle.ACTIVE, "run.restored");
    }

    private void move(Actor actor, String id, Lifecycle to, String action) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        RunInfo run = rows.lock(id);
        if (run.lifecycle() == to) {
            return;
        }
        if (to == Lifecycle.DELETED) {
            deletions.requireNoObjectionToRun(actor, id);
        }
        jdbc.sql("update run set lifecycle = ?, deleted_at = ? where id = ?")
                .param(1, to.written())
                .param(2, to == Lifecycle.DELETED ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param(3, id)
                .update();
        activity.changed(run);
        audit.append(actor, action, "run/" + id, Map.of("experiment", String.valueOf(run.experimentId())));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private String name(NewRun wanted) {
        Optional<String> tagged = wanted.tags.stream()
                .filter(tag -> tag.key().equals(NAME_TAG))
                .map(Tag::value)
                .filter(name -> !name.isEmpty())
                .reduce((first, last) -> last);
        Optional<String> named = wanted.name.filter(name -> !name.isEmpty());
        if (named.isPresent() && tagged.isPresent() && !named.equals(tagged)) {
            throw TrackingRefusal.invalid("Both 'run_name' argument and 'mlflow.runName' tag are specified, but with"
                    + " different values (run_name='" + named.get() + "', mlflow.runName='" + tagged.get() + "').");
        }
        String name = named.or(() -> tagged).orElseGet(() -> RunNames.of(ids.hex32()));
        return LoggedText.cut(name, LoggedText.LONGEST_RUN_TAG);
    }
}
