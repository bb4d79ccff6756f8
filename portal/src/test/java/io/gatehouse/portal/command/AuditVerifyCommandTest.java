package io.gatehouse.portal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import io.gatehouse.ids.Digests;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifyCommandTest {
    private static final KeyPair KEYS = newKeys();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void writeLog() throws IOException {
        String previous = "0".repeat(64);
        for (int seq = 1; seq <= 20; seq++) {
            log.add(line(seq, previous));
            previous = Digests.sha256(previous + event(seq));
        }
        SignedCheckpoint checkpoint =
                SignedCheckpoint.sign(1, 20, previous, Instant.EPOCH, Pem.sha256(KEYS.getPublic()), KEYS.getPrivate());
        Files.writeString(folder.resolve("checkpoint.json"), checkpoint.text() + "\n");
        Files.writeString(folder.resolve("key.pem"), Pem.of(KEYS.getPublic()));
    }

    @Test
    void anIntactLogIsToldByZero() throws IOException {
        assertThat(verify(log)).isZero();
        assertThat(out.toString()).contains("events 1 to 20").contains("No checkpoint was met");
    }

    @Test
    void aCheckpointThatTheLogPassesThroughIsNamed() throws IOException {
        assertThat(verifyWithCheckpoint(log)).isZero();
        assertThat(out.toString()).contains("passes through checkpoint 1 (event 20)");
    }

    @Test
    void aChangedLineIsNamed() throws IOException {
        assertFault(lines -> replaced(lines, 6, lines.get(6).replace("probe", "other")), 7, "CHANGED");
    }

    @Test
    void aMissingLineIsNamed() throws IOException {
        assertFault(lines -> without(lines, 6), 7, "MISSING");
    }

    @Test
    void aLineThatWasPutInIsNamed() throws IOException {
        assertFault(lines -> with(lines, 6, line(7, "a".repeat(64))), 7, "INSERTED");
    }

    @Test
    void linesOutOfOrderAreNamed() throws IOException {
        assertFault(AuditVerifyCommandTest::swapped, 7, "REORDERED");
    }

    @Test
    void aMissingEndIsNamed() throws IOException {
        assertFault(lines -> lines.subList(0, 15), 16, "TRUNCATED");
    }

    @Test
    void aForgedCheckpointIsNotBelieved() throws IOException {
        Path checkpoint = folder.resolve("checkpoint.json");
        Files.writeString(checkpoint, Files.readString(checkpoint).replace("\"seq\":20", "\"seq\":15"));

        assertThat(verifyWithCheckpoint(log.subList(0, 15))).isEqualTo(1);
        assertThat(out.toString()).contains("not signed with this key");
    }

    @Test
    void aPartOfALogIsVerifiedAsOne() throws IOException {
        assertThat(verify(log.subList(4, 9))).isEqualTo(1);
        assertThat(verify(log.subList(4, 9), "--part")).isZero();
        assertThat(out.toString()).contains("events 5 to 9");
    }

    @Test
    void aCheckpointWithoutItsKeyIsNotUnderstood() throws IOException {
        assertThat(verify(log, "--checkpoint", folder.resolve("checkpoint.json").toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("go together");
    }

    @Test
    void wrongOptionsAndFilesAreToldApart() {
        assertThat(run("audit", "verify", "--nonsense")).isEqualTo(64);
        assertThat(run("audit", "verify", folder.resolve("nothing.ndjson").toString()))
                .isEqualTo(3);
        assertThat(run("audit", "verify", folder.toString())).isEqualTo(3);
    }

    @Test
    void theWordIsMeantAsACommand() {
        assertThat(CommandLineDoor.isMeant(new String[] {"audit", "verify"})).isTrue();
    }

    @Test
    void aLongLogTakesNoMoreMemoryThanAShortOne() throws IOException {
        Path export = folder.resolve("long.ndjson");
        String previous = "0".repeat(64);
        try (BufferedWriter file = Files.newBufferedWriter(export)) {
            for (int seq = 1; seq <= 300_000; seq++) {
                file.write(line(seq, previous) + "\n");
                previous = Digests.sha256(previous + event(seq));
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatehouse.portal.command.VerifyAlone",
                        export.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("events 1 to 300000");
    }

    private void assertFault(UnaryOperator<List<String>> tampering, int line, String kind) throws IOException {
        assertThat(verifyWithCheckpoint(tampering.apply(new ArrayList<>(log)))).isEqualTo(1);
        Matcher said = Pattern.compile("TAMPERED, line (\\d+), (\\w+): .+\\.").matcher(out.toString());
        assertThat(said.find()).as(out.toString()).isTrue();
        assertThat(said.group(1) + " " + said.group(2)).isEqualTo(line + " " + kind);
    }

    private int verifyWithCheckpoint(List<String> lines) throws IOException {
        return verify(
                lines,
                "--checkpoint",
                folder.resolve("checkpoint.json").toString(),
                "--public-key",
                folder.resolve("key.pem").toString());
    }

    private int verify(List<String> lines, String... options) throws IOException {
        Path export = folder.resolve("export.ndjson");
        Files.writeString(export, String.join("\n", lines) + "\n");
        List<String> arguments = new ArrayList<>(List.of("audit", "verify", export.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return CommandLineDoor.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private static List<String> replaced(List<String> lines, int at, String line) {
        lines.set(at, line);
        return lines;
    }

    private static List<String> without(List<String> lines, int at) {
        lines.remove(at);
        return lines;
    }

    private static List<String> with(List<String> lines, int at, String line) {
        lines.add(at, line);
        return lines;
    }

    private static List<String> swapped(List<String> lines) {
        Collections.swap(lines, 6, 7);
        return lines;
    }

    private static String event(int seq) {
        return "{\"action\":\"probe\",\"details\":{},\"seq\":" + seq + ",\"v\":1}";
    }

    private static String line(int seq, String previous) {
        return "{\"event\":" + event(seq) + ",\"hash\":\"" + Digests.sha256(previous + event(seq))
                + "\",\"prev_hash\":\"" + previous + "\"}";
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
