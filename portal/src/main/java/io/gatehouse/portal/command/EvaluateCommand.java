package io.gatehouse.portal.command;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.Judge;
import io.gatehouse.checks.Ruling;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.ids.Digests;
import io.gatehouse.scoring.DuckDbEvidenceReducer;
import io.gatehouse.scoring.EvidenceDescription;
import io.gatehouse.scoring.EvidenceStatistics;
import io.gatehouse.scoring.ReductionLimits;
import io.gatehouse.scoring.ReductionResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges one prediction table. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Judges a prediction table by a policy, as the portal would.",
        footer = {
            "",
            "Exit code: 0 every check passes, 1 one fails, 2 one is too close to call, 3 the evidence cannot be judged,",
            "64 the line was not understood.",
            "",
            "The same evidence and case give the same ruling, to the byte, here and in the portal."
        })
final class EvaluateCommand implements Callable<Integer> {
    /** Exit code of input that cannot be judged. */
    static final int UNUSABLE = 3;

    /** How the ruling is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "Predictions with labels, scores and segments: .parquet or .csv.")
    Path table = Path.of("predictions.parquet");

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "What the columns mean; evidence.json beside the table otherwise.")
    @Nullable
    Path evidence;

    @Mixin
    CaseOptions options = new CaseOptions();

    @Option(names = "--format", description = "text or json; json is the ruling as the portal keeps it.")
    Format format = Format.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Write there instead of to the screen.")
    @Nullable
    Path output;

    @Option(names = "--threads", description = "Cores to use; the ruling does not depend on it.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(table)) {
            throw new UnusableInputException(UNUSABLE, "There is no readable file " + table + ".");
        }
        Described described = description();
        Case of = options.read(described.sha256());
        Ruling ruling = Judge.rule(of, described.meaning(), reduced(of, described.meaning()));
        String text = format == Format.JSON ? ruling.canonical() : RulingInWords.of(ruling);
        if (output == null) {
            java.util.Objects.requireNonNull(spec).commandLine().getOut().println(text.stripTrailing());
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, text, StandardCharsets.UTF_8);
        }
        return exitCode(ruling.verdict());
    }

    private record Described(EvidenceDescription meaning, String sha256) {}

    private Described description() throws IOException {
        Path beside = table.resolveSibling("evidence.json");
        Path file = evidence == null && Files.exists(beside) ? beside : evidence;
        if (file == null) {
            return new Described(EvidenceDescription.ofBareTable(), Evidence.UNDESCRIBED);
        }
        if (!Files.isReadable(file)) {
            throw new UnusableInputException(UNUSABLE, "There is no readable file " + file + ".");
        }
        byte[] bytes = Files.readAllBytes(file);
        return switch (EvidenceDescription.parse(bytes)) {
            case EvidenceDescription.Parsed(EvidenceDescription parsed) -> new Described(parsed, Digests.sha256(bytes));
            case EvidenceDescription.Unreadable(io.gatehouse.scoring.Refusal refusal) ->
                throw new UnusableInputException(UNUSABLE, file + ": " + refusal.sentence());
        };
    }

    private EvidenceStatistics reduced(Case of, EvidenceDescription description) {
        ReductionLimits limits = ReductionLimits.DEFAULT.withThreads(Math.max(1, threads));
        return switch (new DuckDbEvidenceReducer(limits)
                .reduce(table.toAbsolutePath(), description, of.policy().actingThreshold())) {
            case ReductionResult.Reduced(EvidenceStatistics statistics) -> statistics;
            case ReductionResult.Refused(io.gatehouse.scoring.Refusal refusal) ->
                throw new UnusableInputException(UNUSABLE, table + ": " + refusal.sentence());
        };
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case PASS -> 0;
            case FAIL -> 1;
            case INCONCLUSIVE -> 2;
            case NOT_APPLICABLE, ERROR -> UNUSABLE;
        };
    }
}
