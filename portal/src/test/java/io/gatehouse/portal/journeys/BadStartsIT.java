package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts that must not succeed, of the packaged portal: each ends with one sentence, and without a stack trace. */
class BadStartsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test.
    private Path data;

    @Test
    void aFolderBelongsToOnePortalAtATimeAndADemoFolderToTheDemo() throws IOException, InterruptedException {
        RunningPortal first = RunningPortal.withPeopleOnly(data);
        try {
            assertThat(said("--gatehouse.demo.enabled=true"))
                    .startsWith("Gatehouse did not start. Another Gatehouse is running on the folder " + data);
        } finally {
            first.close();
        }
        madeByANewerRelease();
        assertThat(said("--gatehouse.demo.enabled=true"))
                .startsWith("Gatehouse did not start. The database was made by a newer release: it is at step 99999,");
        unmade();
        assertThat(said("--gatehouse.demo.enabled=false"))
                .startsWith("Gatehouse did not start. This is the StreamFlow demo, which must not become a real");
    }

    private void madeByANewerRelease() {
        database().sql("""
                        insert into flyway_schema_history
                        select max(installed_rank) + 1, '99999', 'later', 'SQL', 'V99999__later.sql', 1, 'sa', now(), 1, true
                        from flyway_schema_history""").update();
    }

    private void unmade() {
        database()
                .sql("delete from flyway_schema_history where version = '99999'")
                .update();
    }

    private JdbcClient database() {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("gatehouse")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                ""));
    }

    /** What a portal on the same folder says on the error channel before it gives up. */
    private String said(String setting) throws IOException, InterruptedException {
        List<String> command = RunningPortal.command(data, setting);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said.lines()).hasSize(1);
        return said;
    }
}
