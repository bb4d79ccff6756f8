package io.gatehouse.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs that an earlier release nested in each other, so that they were nowhere, can be seen after an upgrade. */
@Tag("database")
class RunsNestedByUpgradeTest {
    private final DataSource database = new TestDatabase().dataSource("runs_nested");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void oneOfTwoRunsNestedInEachOtherStandsAtTheTop() {
        TestDatabase.flyway(database, "638").migrate();
        run("own", "own");
        run("first", "second");
        run("second", "first");
        run("parent", null);
        run("child", "parent");
        run("stray", "never came here");

        TestDatabase.flyway(database, "latest").migrate();

        assertThat(jdbc.sql("select id, parent_run_id from run order by id")
                        .query((row, index) -> tuple(row.getString(1), row.getString(2)))
                        .list())
                .containsExactly(
                        tuple("child", "parent"),
                        tuple("first", null),
                        tuple("own", null),
                        tuple("parent", null),
                        tuple("second", "first"),
                        tuple("stray", "never came here"));
    }

    private void run(String id, @Nullable String parent) {
        jdbc.sql("""
                insert into run (id, experiment_id, name, user_id, status, lifecycle, start_ms, artifact_uri, parent_run_id, created_by,
                                 created_at)
                values (?, 0, ?, 'dana', 'FINISHED', 'active', 0, '', ?, ?, ?)""")
                .param(id)
                .param(id)
                .param(parent)
                .param(UUID.fromString("11111111-aaaa-4bbb-8ccc-000000000001"))
                .param(Instant.parse("2026-03-14T05:10:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }
}
