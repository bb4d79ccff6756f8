package io.gatehouse.tracking;

import io.gatehouse.house.HouseDatabase;
import io.gatehouse.search.Beginning;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of runs. */
@Component
class RunRows {
    /** Several may start in one experiment at a time; only whoever puts it into the bin waits for them. */
    private static final String START_IN_ACTIVE = """
            with home as (select id from experiment where id = ? and lifecycle = 'active' and artifact_location = ? for share),
            started as (
                insert into run (id, experiment_id, name, name_begins, user_id, status, lifecycle, start_ms, artifact_uri, parent_run_id,
                                 created_by, created_at)
                select cast(? as varchar), home.id, cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),
                       cast(? as varchar),
                       cast(? as bigint), cast(? as varchar), cast(? as varchar), cast(? as uuid), cast(? as timestamp with time zone)
                from home returning id),
            tagged as (
                insert into run_tag (run_id, tag_key, tag_value)
                select started.id, given.tag_key, given.tag_value
                from started cross join unnest(cast(? as varchar array), cast(? as varchar array)) given (tag_key, tag_value))
            select count(*) from started""";

    private final JdbcClient jdbc;
    private final HouseDatabase database;

    RunRows(JdbcClient jdbc, HouseDatabase database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    static TrackingRefusal unknown(String id) {
        return TrackingRefusal.unknown("Run with id=" + id + " not found");
    }

    RunInfo require(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    Optional<RunInfo> find(String id) {
        return jdbc.sql("select * from run where id = ?")
                .param(id)
                .query(RunRows::info)
                .optional();
    }

    /** Writers of one run wait for each other here: its latest values are read and written in one order. */
    RunInfo lock(String id) {
        return jdbc.sql("select * from run where id = ? for update")
                .param(id)
                .query(RunRows::info)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    RunInfo lockActive(String id) {
        RunInfo run = lock(id);
        if (run.lifecycle() != Lifecycle.ACTIVE) {
            throw TrackingRefusal.invalid("The run " + id + " must be in the 'active' state. Current state is "
                    + run.lifecycle().written() + ".");
        }
        return run;
    }

    void insert(RunInfo run, OffsetDateTime createdAt) {
        jdbc.sql("""
                insert into run (id, experiment_id, name, name_begins, user_id, status, lifecycle, start_ms, artifact_uri, parent_run_id,
                                 created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        run.id(),
                        run.experimentId(),
                        run.name(),
                        Beginning.of(run.name()).text(),
                        run.userId(),
                        run.status().name(),
                        run.lifecycle().written(),
                        run.startMs(),
                        run.artifactUri())
                .param(run.parentRunId())
                .params(run.createdBy(), createdAt)
                .update();
    }

    /** Whether the database has the statement of {@link #startAtOnce}. */
    boolean canStartAtOnce() {
        return database.writesToSeveralTablesAtOnce();
    }

    /**
     * Starts a run with its tags in one statement that needs no transaction around it.
     *
     * @param home where the files of its experiment lie, as far as the caller knows
     * @return false if nothing was stored: the experiment is unknown, not active or has its files elsewhere
     */
    boolean startAtOnce(Run run, String home, OffsetDateTime createdAt) {
        RunInfo info = run.info();
        return jdbc.sql(START_IN_ACTIVE)
                        .params(
                                info.experimentId(),
                                home,
                                info.id(),
                                info.name(),
                                Beginning.of(info.name()).text(),
                                info.userId(),
                                info.status().name(),
                                info.lifecycle().written(),
                                info.startMs(),
                                info.artifactUri())
                        .param(info.parentRunId())
                        .params(
                                info.createdBy(),
                                createdAt,
                                run.tags().stream().map(Tag::key).toArray(String[]::new),
                                run.tags().stream().map(Tag::value).toArray(String[]::new))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    Map<String, RunInfo> all(List<String> ids) {
        Map<String, RunInfo> found = new HashMap<>();
        jdbc.sql("select run.* from unnest(cast(? as varchar array)) these (id) join run on run.id = these.id")
                .param(1, ids.toArray(String[]::new))
                .query(RunRows::info)
                .list()
                .forEach(run -> found.put(run.id(), run));
        return found;
    }

    static RunInfo info(ResultSet row, int index) throws SQLException {
        return new RunInfo(
                row.getString("id"),
                row.getLong("experiment_id"),
                row.getString("name"),
                row.getString("user_id"),
                RunStatus.valueOf(row.getString("status")),
                Lifecycle.of(row.getString("lifecycle")),
                row.getLong("start_ms"),
                row.getObject("end_ms", Long.class),
                row.getString("artifact_uri"),
                row.getString("parent_run_id"),
                row.getObject("created_by", UUID.class));
    }
}
