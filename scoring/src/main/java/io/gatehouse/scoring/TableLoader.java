package io.gatehouse.scoring;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The steps that touch the untrusted file: what fails in them is the file's fault, and is said so. */
final class TableLoader {

    private final ConfinedDuckDb duckDb;
    private final TableFile file;
    private final ReductionLimits limits;

    TableLoader(ConfinedDuckDb duckDb, TableFile file, ReductionLimits limits) {
        this.duckDb = duckDb;
        this.file = file;
        this.limits = limits;
    }

    sealed interface Reading {}

    record Found(TableColumns columns) implements Reading {}

    record Unreadable(Refusal refusal) implements Reading {}

    /** Reads rows of the file into the engine. */
    @FunctionalInterface
    interface Load {
        void run() throws SQLException;
    }

    Reading columns() {
        try {
            long rows = TableColumns.announcedRows(duckDb, file);
            return rows > limits.rows() ? new Unreadable(tooManyRows(rows)) : new Found(TableColumns.of(duckDb, file));
        } catch (SQLException fault) {
            return new Unreadable(EngineFaults.whileReading(fault, file, limits));
        }
    }

    /** What is wrong with the file's rows; null if they were read. */
    @Nullable
    Refusal load(Load load) {
        try {
            load.run();
            return null;
        } catch (SQLException fault) {
            return EngineFaults.whileReading(fault, file, limits);
        }
    }

    /** What is wrong with the number of rows loaded: a CSV file announces none. */
    @Nullable
    Refusal overRowLimit(String table) throws SQLException {
        long rows = duckDb.one("SELECT count(*) FROM " + table, row -> row.getLong(1));
        return rows > limits.rows() ? tooManyRows(rows) : null;
    }

    private Refusal tooManyRows(long rows) {
        return Refusal.of(RefusalCode.TABLE_TOO_MANY_ROWS, "rows", rows, "limit", limits.rows());
    }
}
