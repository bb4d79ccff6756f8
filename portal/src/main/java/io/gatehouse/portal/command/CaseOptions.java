package io.gatehouse.portal.command;

import io.gatehouse.checks.Case;
import io.gatehouse.checks.CaseFile;
import io.gatehouse.checks.Judged;
import io.gatehouse.evidence.Evidence;
import io.gatehouse.policy.PolicyDocument;
import io.gatehouse.policy.PolicyText;
import io.gatehouse.policy.ShippedPolicies;
import io.gatehouse.policy.ValueAssumptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the case comes from: a file that the portal wrote, or options one by one. */
final class CaseOptions {
    @Option(
            names = "--case",
            paramLabel = "FILE",
            description =
                    "A case as the portal writes it, to judge again what it judged; the options below are not looked at then.")
    @Nullable
    Path file;

    @Option(
            names = "--policy",
            paramLabel = "NAME|FILE",
            description = "human-reviewed (the default), assisted, automated, or a file in YAML or JSON.")
    String policy = "human-reviewed";

    @Option(
            names = "--champion",
            paramLabel = "VERSION",
            description = "The version in use, whose scores the evidence carries; left out, none is compared with.")
    @Nullable
    Integer champion;

    @Option(names = "--model", description = "Name of the model, for sentences.")
    String model = "model";

    @Option(names = "--customer-value", paramLabel = "AMOUNT", description = "Of a saved customer; ${DEFAULT-VALUE}.")
    double customerValue = 200;

    @Option(names = "--offer-cost", paramLabel = "AMOUNT", description = "Of an offer taken; ${DEFAULT-VALUE}.")
    double offerCost = 10;

    @Option(names = "--contact-cost", paramLabel = "AMOUNT", description = "Of a contact; ${DEFAULT-VALUE}.")
    double contactCost = 1;

    @Option(names = "--save-rate", paramLabel = "SHARE", description = "Leavers whom an offer keeps; ${DEFAULT-VALUE}.")
    double saveRate = 0.30;

    @Option(names = "--customers-per-month", paramLabel = "COUNT", description = "Scored a month; ${DEFAULT-VALUE}.")
    long customersPerMonth = 50_000;

    /** @param descriptionSha256 of the description at hand, which a case from the portal must have been judged with */
    Case read(String descriptionSha256) throws IOException {
        if (file != null) {
            try {
                Case of = CaseFile.read(Files.readString(file, StandardCharsets.UTF_8));
                requireSame(of.descriptionSha256(), descriptionSha256);
                return of;
            } catch (IllegalArgumentException fault) {
                throw new UnusableInputException(CommandLineDoor.USAGE, file + ": " + fault.getMessage());
            }
        }
        return new Case(
                model,
                0,
                "champion",
                champion,
                policy(),
                assumptions(),
                Judged.TrainingRecord.NONE,
                List.of(),
                null,
                descriptionSha256);
    }

    private static void requireSame(@Nullable String judgedWith, String given) {
        if (judgedWith == null || judgedWith.equals(given)) {
            return;
        }
        throw new UnusableInputException(
                EvaluateCommand.UNUSABLE,
                "The case was judged with " + named(judgedWith) + ", and this is " + named(given)
                        + ". Take the table, its evidence.json and case.json from one evidence pack.");
    }

    private static String named(String sha256) {
        return sha256.equals(Evidence.UNDESCRIBED)
                ? "a table without evidence.json"
                : "the evidence.json with SHA-256 " + sha256;
    }

    private PolicyDocument policy() throws IOException {
        if (ShippedPolicies.NAMES.contains(policy)) {
            return ShippedPolicies.read(policy);
        }
        Path path = Path.of(policy);
        if (!Files.isReadable(path)) {
            throw new UnusableInputException(
                    CommandLineDoor.USAGE,
                    "There is no policy " + policy + ". Name one of " + String.join(", ", ShippedPolicies.NAMES)
                            + ", or a file in YAML.");
        }
        return switch (PolicyText.parse(Files.readString(path, StandardCharsets.UTF_8))) {
            case PolicyText.Reading.Understood(PolicyDocument document) -> document;
            case PolicyText.Reading.Rejected rejected ->
                throw new UnusableInputException(
                        CommandLineDoor.USAGE, path + ": " + rejected.sentence().english());
        };
    }

    private ValueAssumptions assumptions() {
        ValueAssumptions shipped = ShippedPolicies.assumptions();
        try {
            return shipped.with(customerValue, offerCost, contactCost, saveRate, customersPerMonth);
        } catch (IllegalArgumentException fault) {
            throw new UnusableInputException(CommandLineDoor.USAGE, fault.getMessage() + ".");
        }
    }
}
