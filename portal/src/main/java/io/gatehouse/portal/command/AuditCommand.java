package io.gatehouse.portal.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an auditor does with an export of the audit log. */
@Command(
        name = "audit",
        description = "Verifies exports of the audit log.",
        subcommands = {AuditVerifyCommand.class, CommandLine.HelpCommand.class})
final class AuditCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this page.")
    private boolean help;
}
