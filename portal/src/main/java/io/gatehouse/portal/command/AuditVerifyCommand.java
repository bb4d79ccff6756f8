package io.gatehouse.portal.command;

import io.gatehouse.audit.ChainMark;
import io.gatehouse.audit.ChainReader;
import io.gatehouse.audit.ChainVerdict;
import io.gatehouse.audit.ChainVerifier;
import io.gatehouse.audit.Pem;
import io.gatehouse.audit.SignedCheckpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies an export line by line, with checkpoints that were kept elsewhere. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Verifies an export of the audit log and names the first line that is not as it was written.",
        footer = {
            "",
            "Exit code: 0 intact, 1 tampered with, 3 a file cannot be read, 64 the line was not understood.",
            "",
            "Without a checkpoint, a missing end and a log that was rewritten as a whole cannot be noticed.",
            "docs/AUDIT.md has the rule, to be followed without this program."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private static final int TAMPERED = 1;
    private static final int UNREADABLE = 3;

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            paramLabel = "EXPORT",
            description = "The export, as GET /api/gatehouse/v1/audit-events/export gives it.")
    Path export = Path.of("audit.ndjson");

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Checkpoints that were kept outside of the server, one a line; may be given several times.")
    List<Path> checkpoints = new ArrayList<>();

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description =
                    "The key that checkpoints must be signed with, as PEM; needed with --checkpoint. May be given several times.")
    List<Path> publicKeys = new ArrayList<>();

    @Option(
            names = "--part",
            description = "The export is a part of the log, such as that of some days: it may begin and end anywhere.")
    boolean part;

    @Override
    public Integer call() throws IOException {
        if (checkpoints.isEmpty() != publicKeys.isEmpty()) {
            throw new UnusableInputException(
                    CommandLineDoor.USAGE,
                    "--checkpoint and --public-key go together: a checkpoint proves nothing without the key that signed it.");
        }
        List<SignedCheckpoint> known = new ArrayList<>();
        for (Path file : checkpoints) {
            known.addAll(read(file));
        }
        List<SignedCheckpoint> forged = forged(known);
        if (!forged.isEmpty()) {
            out().println("TAMPERED: checkpoint " + forged.getFirst().number()
                    + " is not signed with this key: it was changed, or another key signed it.");
            out().flush();
            return TAMPERED;
        }
        ChainVerdict verdict = verify(known.stream().map(SignedCheckpoint::mark).toList());
        tell(verdict);
        return verdict.intact() ? 0 : TAMPERED;
    }

    private List<SignedCheckpoint> forged(List<SignedCheckpoint> known) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : publicKeys) {
            keys.add(Pem.publicKey(text(file))
                    .orElseThrow(() -> unreadable(file, "is no public key for Ed25519 in PEM")));
        }
        return known.stream()
                .filter(checkpoint -> keys.stream().noneMatch(checkpoint::isSignedBy))
                .toList();
    }

    private ChainVerdict verify(List<ChainMark> marks) throws IOException {
        if (!Files.isReadable(export) || Files.isDirectory(export)) {
            throw unreadable(export, "cannot be read");
        }
        try (InputStream file = Files.newInputStream(export)) {
            return ChainReader.verify(file, new ChainVerifier(part, marks));
        }
    }

    private void tell(ChainVerdict verdict) {
        PrintWriter out = out();
        verdict.fault()
                .ifPresentOrElse(
                        fault -> out.println("TAMPERED, line " + fault.line() + ", " + fault.kind() + ": "
                                + fault.sentence().english()),
                        () -> intact(out, verdict));
        out.flush();
    }

    private static void intact(PrintWriter out, ChainVerdict verdict) {
        if (verdict.events() == 0) {
            out.println("INTACT: there are no events.");
        } else {
            out.println("INTACT: events " + verdict.first() + " to " + verdict.last()
                    + ", each with the hash of the one before.");
            out.println("Last hash: " + verdict.lastHash());
        }
        if (verdict.confirmed().isEmpty()) {
            out.println("No checkpoint was met, so a missing end or a log rewritten as a whole would not show.");
        } else {
            out.println("It passes through " + numbers(verdict.confirmed()) + ".");
        }
        if (!verdict.outside().isEmpty()) {
            out.println("Of events outside of this part, and not looked at: " + numbers(verdict.outside()) + ".");
        }
    }

    private static String numbers(List<ChainMark> marks) {
        return marks.stream()
                .map(mark -> "checkpoint " + mark.checkpoint() + " (event " + mark.seq() + ")")
                .collect(Collectors.joining(", "));
    }

    private static List<SignedCheckpoint> read(Path file) throws IOException {
        String text = text(file);
        List<SignedCheckpoint> whole = SignedCheckpoint.read(text).stream().toList();
        if (!whole.isEmpty() && text.strip().lines().count() == 1) {
            return whole;
        }
        List<SignedCheckpoint> lines = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            lines.add(SignedCheckpoint.read(line).orElseThrow(() -> unreadable(file, "is no file of checkpoints")));
        }
        if (lines.isEmpty()) {
            throw unreadable(file, "is no file of checkpoints");
        }
        return lines;
    }

    private static String text(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw unreadable(file, "cannot be read");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static UnusableInputException unreadable(Path file, String why) {
        return new UnusableInputException(UNREADABLE, file + " " + why + ".");
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
