package io.gatehouse.tracking;

import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Experiments as people look for them: what was trained last, when, and by whom. */
@Component
public class ExperimentPages {
    private static final String COUNT = "select cast(? as bigint), count(*) from (select 1 from run r"
            + " where r.experiment_id = ? and r.lifecycle = 'active' and " + RunPages.AT_THE_TOP + " limit ?) counted";

    private final JdbcClient jdbc;

    ExperimentPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One experiment.
     *
     * @param createdBy display name
     * @param latestRun when the newest of its runs started, as its client said; absent if it has none
     */
    public record ExperimentRow(
            long id,
            String name,
            Instant createdAt,
            String createdBy,
            @Nullable Instant latestRun) {}

    /** All that are not deleted, those with the newest runs first; each costs one look into an index. */
    @Transactional(readOnly = true)
    public List<ExperimentRow> all(Actor actor) {
        Permissions.require(actor, Action.READ_TRACKING);
        return jdbc.sql("""
                select e.id, e.name, e.created_at, coalesce(p.display_name, '') as created_by,
                       (select r.start_ms from run r where r.experiment_id = e.id and r.lifecycle = 'active'
                         order by r.experiment_id, r.start_ms desc, r.id limit 1) as latest_run
                from experiment e left join person p on p.id = e.created_by
                where e.lifecycle = 'active'
                order by latest_run desc nulls last, e.id desc""").query(ExperimentPages::row).list();
    }

    /**
     * How many runs each of these has at the top, not nested in others; asked for once for the rows on a page.
     *
     * @param most counted of each
     */
    @Transactional(readOnly = true)
    public Map<Long, RunCount> runs(Actor actor, List<Long> experiments, int most) {
        Permissions.require(actor, Action.READ_TRACKING);
        if (experiments.isEmpty()) {
            return Map.of();
        }
        Map<Long, RunCount> counts = new HashMap<>();
        jdbc.sql(String.join(" union all ", Collections.nCopies(experiments.size(), COUNT)))
                .params(experiments.stream()
                        .flatMap(id -> Stream.<Object>of(id, id, most + 1))
                        .toList())
                .query(row -> {
                    counts.put(row.getLong(1), RunCount.of(row.getInt(2), most));
                });
        return counts;
    }

    private static ExperimentRow row(ResultSet row, int index) throws SQLException {
        Long latest = row.getObject("latest_run", Long.class);
        return new ExperimentRow(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                latest == null ? null : Instant.ofEpochMilli(latest));
    }
}
