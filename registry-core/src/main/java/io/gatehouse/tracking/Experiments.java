package io.gatehouse.tracking;

import io.gatehouse.audit.AuditTrail;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The experiments of the house. Every verb throws {@link TrackingRefusal} for what cannot be done as asked. */
@Component
public class Experiments {
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_TAG = 20_000;

    private final JdbcClient jdbc;
    private final ExperimentRows rows;
    private final Deletions deletions;
    private final AuditTrail audit;
    private final Clock clock;

    Experiments(JdbcClient jdbc, ExperimentRows rows, Deletions deletions, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deletions = deletions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds an experiment and returns its id. An empty location means a folder of its own in the house. */
    @Transactional
    public long create(Actor actor, String name, String artifactLocation, List<Tag> tags) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        requireName(name);
        ArtifactLocations.require(artifactLocation);
        tags.forEach(Experiments::requireTag);
        if (rows.idOf(name).isPresent()) {
            throw taken(name);
        }
        long id = jdbc.sql("select nextval('experiment_number')")
                .query(Long.class)
                .single();
        String location = artifactLocation.isEmpty() ? ArtifactLocations.ROOT + id : artifactLocation;
        OffsetDateTime now = now();
        try {
            jdbc.sql("""
                    insert into experiment (id, name, artifact_location, lifecycle, created_at, updated_at, created_by)
                    values (?, ?, ?, 'active', ?, ?, ?)""")
                    .params(id, name, location, now, now, actor.person().id())
                    .update();
        } catch (DuplicateKeyException inTheMeantime) {
            throw taken(name);
        }
        for (Tag tag : tags) {
            rows.setTag(id, tag);
        }
        return id;
    }

    /** An experiment, deleted ones too. */
    @Transactional(readOnly = true)
    public Experiment get(Actor actor, long id) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows.find(id).orElseThrow(() -> ExperimentRows.unknown(id));
    }

    /** An experiment by name, deleted ones too. */
    @Transactional(readOnly = true)
    public Optional<Experiment> byName(Actor actor, String name) {
        Permissions.require(actor, Action.READ_TRACKING);
        return rows.idOf(name).flatMap(rows::find);
    }

    @Transactional
    public void rename(Actor actor, long id, String newName) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        requireName(newName);
        rows.requireActive(id);
        Optional<Long> holder = rows.idOf(newName);
        if (holder.isPresent() && holder.get() != id) {
            throw taken(newName);
        }
        try {
            jdbc.sql("update experiment set name = ?, updated_at = ? where id = ?")
                    .params(newName, now(), id)
                    .update();
        } catch (DuplicateKeyException inTheMeantime) {
            throw taken(newName);
        }
    }

    /** Puts an experiment and all its runs into the bin, unless something in use rests on them. */
    @Transactional
    public void delete(Actor actor, long id) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        move(id, Lifecycle.ACTIVE, Lifecycle.DELETED);
        deletions.requireNoObjectionToExperiment(actor, id);
        audit.append(actor, "experiment.deleted", "experiment/" + id, Map.of());
    }

    /** Brings an experiment and all its runs back. */
    @Transactional
    public void restore(Actor actor, long id) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        move(id, Lifecycle.DELETED, Lifecycle.ACTIVE);
        audit.append(actor, "experiment.restored", "experiment/" + id, Map.of());
    }

    @Transactional
    public void setTag(Actor actor, long id, Tag tag) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        requireTag(tag);
        rows.requireActive(id);
        rows.setTag(id, tag);
    }

    @Transactional
    public void deleteTag(Actor actor, long id, String key) {
        Permissions.require(actor, Action.WRITE_TRACKING);
        rows.requireActive(id);
        if (!rows.deleteTag(id, key)) {
            throw TrackingRefusal.unknown("No tag with name: " + key + " in experiment with id " + id);
        }
    }

    /** The guarded update locks the experiment, so that no run enters while its runs move. */
    private void move(long id, Lifecycle from, Lifecycle to) {
        int moved = jdbc.sql("update experiment set lifecycle = ?, updated_at = ? where id = ? and lifecycle = ?")
                .params(to.written(), now(), id, from.written())
                .update();
        if (moved == 0) {
            throw ExperimentRows.unknown(id);
        }
        if (to == Lifecycle.ACTIVE) {
            jdbc.sql("update run set lifecycle = ?, deleted_at = null where experiment_id = ?")
                    .params(to.written(), id)
                    .update();
        } else {
            jdbc.sql("update run set lifecycle = ?, deleted_at = coalesce(deleted_at, ?) where experiment_id = ?")
                    .params(to.written(), now(), id)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static TrackingRefusal taken(String name) {
        return TrackingRefusal.taken("Experiment(name=" + name + ") already exists. It may be deleted; deleted"
                + " experiments keep their names and can be restored.");
    }

    private static void requireName(String name) {
        if (name.isBlank()) {
            throw TrackingRefusal.invalid("Invalid experiment name: '" + name + "'");
        }
        LoggedText.requireLength(name, LONGEST_NAME, "name");
    }

    private static void requireTag(Tag tag) {
        LoggedText.requireKey(tag.key(), "key");
        LoggedText.requireLength(tag.value(), LONGEST_TAG, "value");
    }
}
