package io.gatehouse.portal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.ids.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rule that docs/AUDIT.md gives to auditors, followed by its own example. */
class AuditDocumentTest {
    private static final Path EXAMPLE = Path.of("../clients/verify_audit.py");

    @TempDir
    Path folder;

    @Test
    void theDocumentShowsTheExampleThatIsTried() throws IOException {
        String document = Files.readString(Path.of("../docs/AUDIT.md"));

        assertThat(document).contains("```python\n" + Files.readString(EXAMPLE) + "```");
    }

    @Test
    void theExampleFindsAnIntactLogIntactAndNamesTheLineAtFault() throws IOException, InterruptedException {
        Assumptions.assumeTrue(python(List.of("--version")).status == 0, "There is no python3 on this machine");
        List<String> log = log();

        assertThat(verified(log))
                .isEqualTo(new Said(
                        0,
                        "events 1 to 9, last hash "
                                + log.get(8)
                                        .substring(
                                                log.get(8).length() - 145,
                                                log.get(8).length() - 81)));
        List<String> changed = new ArrayList<>(log);
        changed.set(3, changed.get(3).replace("probe", "other"));
        assertThat(verified(changed)).isEqualTo(new Said(1, "line 4 is not what follows line 3"));
        List<String> missing = new ArrayList<>(log);
        missing.remove(3);
        assertThat(verified(missing)).isEqualTo(new Said(1, "line 4 is not what follows line 3"));
    }

    private record Said(int status, String words) {}

    private Said verified(List<String> log) throws IOException, InterruptedException {
        Path export = folder.resolve("export.ndjson");
        Files.writeString(export, String.join("\n", log) + "\n");
        return python(List.of(EXAMPLE.toString(), export.toString()));
    }

    private static Said python(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Said(process.waitFor(), words);
        } catch (IOException none) {
            return new Said(-1, String.valueOf(none.getMessage()));
        }
    }

    private static List<String> log() {
        List<String> lines = new ArrayList<>();
        String previous = "0".repeat(64);
        for (int seq = 1; seq <= 9; seq++) {
            String event = "{\"action\":\"probe “ü”\",\"details\":{},\"seq\":" + seq + ",\"v\":1}";
            String hash = Digests.sha256(previous + event);
            lines.add("{\"event\":" + event + ",\"hash\":\"" + hash + "\",\"prev_hash\":\"" + previous + "\"}");
            previous = hash;
        }
        return lines;
    }
}
