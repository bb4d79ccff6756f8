package io.gatehouse.portal.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands that need no portal. Each is the first word of the line. */
@Command(
        name = "gatehouse",
        description = "Judges evidence and verifies audit logs without a server.",
        subcommands = {EvaluateCommand.class, AuditCommand.class, CommandLine.HelpCommand.class})
public final class CommandLineDoor {
    private static final List<String> WORDS = List.of("evaluate", "audit", "help", "--help", "-h");

    /** Exit code of a line that was not understood. */
    static final int USAGE = 64;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this page.")
    private boolean help;

    private CommandLineDoor() {}

    /** Whether these arguments name a command; anything else starts the portal. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && WORDS.contains(arguments[0]);
    }

    /** Runs the command and answers with its exit code. */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return line().setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine line() {
        return new CommandLine(new CommandLineDoor())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((fault, arguments) -> {
                    fault.getCommandLine().getErr().println(fault.getMessage());
                    fault.getCommandLine()
                            .getErr()
                            .println(fault.getCommandLine().getCommandSpec().qualifiedName()
                                    + " --help lists the options.");
                    return USAGE;
                })
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    if (fault instanceof UnusableInputException unusable) {
                        line.getErr().println(unusable.getMessage());
                        return unusable.exitCode();
                    }
                    throw fault;
                });
    }
}
