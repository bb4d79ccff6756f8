package io.gatehouse.portal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must not succeed, of the packaged portal: each ends with one sentence, and without a stack trace. */
class StartIT {
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
        assertThat(said("--gatehouse.demo.enabled=false"))
                .startsWith("Gatehouse did not start. This is the StreamFlow demo, which must not become a real");
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
