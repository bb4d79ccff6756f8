package io.gatehouse.portal.start;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Why a database cannot be opened, and what to do about it, for the failures that people meet when they connect one. */
class DatabaseFailures extends AbstractFailureAnalyzer<SQLException> {
    private static final int H2_DAMAGED = 90030;
    private static final int H2_IN_USE = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        String remedy = remedy(cause);
        return remedy == null
                ? null
                : new FailureAnalysis("The database cannot be used: " + firstLine(cause) + ".", remedy, cause);
    }

    /** The states are those of SQL:2023 and of PostgreSQL's appendix A; H2 has numbers of its own. */
    private static @Nullable String remedy(SQLException cause) {
        if (cause.getErrorCode() == H2_IN_USE) {
            return "Close the other program that has its file open.";
        }
        if (cause.getErrorCode() == H2_DAMAGED) {
            return "Bring the data folder back from a backup.";
        }
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08")) {
            return "Start the database, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.startsWith("28")) {
            return "Correct SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";
        }
        if (state.equals("3D000")) {
            return "Create it, or correct SPRING_DATASOURCE_URL.";
        }
        if (state.equals("42501")) {
            return "Let the role own its database: ALTER DATABASE … OWNER TO ….";
        }
        return null;
    }

    private static String firstLine(SQLException cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return message.lines().findFirst().orElse(message).strip().replaceAll("[.\\s]+$", "");
    }
}
