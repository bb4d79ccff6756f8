package io.gatehouse.tracking;

import io.gatehouse.search.Condition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of experiments and their tags. */
@Component
class ExperimentRows {
    private static final int CHUNK = 500;
    private static final int MOST_KNOWN = 10_000;

    private final JdbcClient jdbc;
    private final ConcurrentHashMap<Long, String> locations = new ConcurrentHashMap<>();

    ExperimentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static TrackingRefusal unknown(long id) {
        return TrackingRefusal.unknown("No Experiment with id=" + id + " exists");
    }

    Optional<Long> idOf(String name) {
        return jdbc.sql("select id from experiment where name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    Optional<Experiment> find(long id) {
        return all(List.of(id)).stream().findFirst();
    }

    /** Experiments in the order of their ids; unknown ones are left out. */
    List<Experiment> all(List<Long> ids) {
        Map<Long, Experiment> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            Map<Long, List<Tag>> tags = tags(chunk);
            Condition which = Condition.in("id", chunk);
            jdbc.sql("select * from experiment where " + which.sql())
                    .params(which.parameters())
                    .query((row, index) -> experiment(row, tags))
                    .list()
                    .forEach(experiment -> found.put(experiment.id(), experiment));
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Waits for whoever is deleting it, and keeps others from doing so until the transaction ends. */
    Experiment requireActive(long id) {
        locationOfActive(id);
        return find(id).orElseThrow(() -> unknown(id));
    }

    /** As {@link #requireActive(long)}, for those who only ask where its files lie. */
    String locationOfActive(long id) {
        record Found(String lifecycle, String location) {}
        Found found = jdbc.sql("select lifecycle, artifact_location from experiment where id = ? for update")
                .param(id)
                .query((row, index) -> new Found(row.getString(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> unknown(id));
        if (Lifecycle.of(found.lifecycle) != Lifecycle.ACTIVE) {
            throw TrackingRefusal.invalid("The experiment " + id + " must be in the 'active' state. Current state is "
                    + found.lifecycle + ".");
        }
        locations.put(id, found.location);
        if (locations.size() > MOST_KNOWN) {
            locations.clear();
        }
        return found.location;
    }

    /** Where the files of an experiment lay when somebody last looked, for those who have it confirmed when they make use of it. */
    Optional<String> likelyLocation(long id) {
        return Optional.ofNullable(locations.get(id));
    }

    void setTag(long id, Tag tag) {
        int updated = jdbc.sql("update experiment_tag set tag_value = ? where experiment_id = ? and tag_key = ?")
                .params(tag.value(), id, tag.key())
                .update();
        if (updated == 0) {
            jdbc.sql("insert into experiment_tag (experiment_id, tag_key, tag_value) values (?, ?, ?)")
                    .params(id, tag.key(), tag.value())
                    .update();
        }
    }

    boolean deleteTag(long id, String key) {
        return jdbc.sql("delete from experiment_tag where experiment_id = ? and tag_key = ?")
                        .params(id, key)
                        .update()
                > 0;
    }

    private Map<Long, List<Tag>> tags(List<Long> ids) {
        Condition which = Condition.in("experiment_id", ids);
        Map<Long, List<Tag>> tags = new HashMap<>();
        jdbc.sql("select experiment_id, tag_key, tag_value from experiment_tag where " + which.sql()
                        + " order by tag_key")
                .params(which.parameters())
                .query(row -> {
                    tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Tag(row.getString(2), row.getString(3)));
                });
        return tags;
    }

    private static Experiment experiment(ResultSet row, Map<Long, List<Tag>> tags) throws SQLException {
        long id = row.getLong("id");
        return new Experiment(
                id,
                row.getString("name"),
                row.getString("artifact_location"),
                Lifecycle.of(row.getString("lifecycle")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                tags.getOrDefault(id, List.of()));
    }
}
