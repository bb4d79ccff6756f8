package io.gatehouse.scoring;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB's complaints mean for the person who logged the table. Its own words are not passed on: they quote lines of the file, and
 * those hold personal data.
 */
final class EngineFaults {

    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");

    /** All that DuckDB says when it fails while it hands over rows: the cause is lost. */
    private static final String GAVE_UP = "Invalid result set";

    private EngineFaults() {}

    /** Whether the fault lies in what was asked, not in the file. */
    static boolean isOurs(SQLException fault) {
        String message = messageOf(fault);
        return message.startsWith("Binder Error")
                || message.startsWith("Parser Error")
                || message.startsWith("Catalog Error");
    }

    /** The refusal of a file that could not be read. */
    static Refusal whileReading(SQLException fault, TableFile file, ReductionLimits limits) {
        Refusal exceeded = limitExceeded(fault, limits);
        if (exceeded != null) {
            return exceeded;
        }
        String message = messageOf(fault);
        Matcher line = CSV_LINE.matcher(message);
        return Refusal.of(
                RefusalCode.TABLE_UNREADABLE,
                "format",
                file.format().words(),
                "place",
                line.find() ? " at line " + line.group(1) : "",
                "fault",
                whatIsWrong(message, limits));
    }

    /** The refusal of a table that costs too much; null if the fault is another one. */
    static @Nullable Refusal limitExceeded(SQLException fault, ReductionLimits limits) {
        if (fault instanceof SQLTimeoutException) {
            return Refusal.of(
                    RefusalCode.TABLE_TOO_DEMANDING,
                    "resource",
                    "time",
                    "limit",
                    limits.time().toMillis() + " ms for one step");
        }
        return messageOf(fault).contains("Out of Memory")
                ? Refusal.of(
                        RefusalCode.TABLE_TOO_DEMANDING,
                        "resource",
                        "memory",
                        "limit",
                        limits.memoryMegabytes() + " MB")
                : null;
    }

    private static String whatIsWrong(String message, ReductionLimits limits) {
        if (message.contains(GAVE_UP)) {
            return "its contents are damaged, or need more than " + limits.memoryMegabytes() + " MB of memory";
        }
        if (message.contains("unterminated quote") || message.contains("quote should be followed")) {
            return "a quotation mark is not closed";
        }
        if (message.contains("Expected Number of Columns")) {
            return "it has more or fewer columns than the header line";
        }
        if (message.contains("not utf-8")) {
            return "it is not text in UTF-8";
        }
        if (message.contains("Maximum line size")) {
            return "the line is longer than " + CsvHeader.LONGEST_LINE + " bytes";
        }
        return "its contents are damaged";
    }

    private static String messageOf(SQLException fault) {
        return fault.getMessage() == null ? "" : fault.getMessage();
    }
}
