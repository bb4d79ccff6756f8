package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of the weights of the rows that are counted. */
final class WeightChecks {

    private final ConfinedDuckDb duckDb;
    private final EvidenceTable table;
    private final String column;

    WeightChecks(ConfinedDuckDb duckDb, EvidenceTable table, String column) {
        this.duckDb = duckDb;
        this.table = table;
        this.column = column;
    }

    /**
     * @param rows counted
     * @param invalid of them without a weight in the range
     * @param units of the weights of the others
     */
    private record Found(int split, long rows, long invalid, double units) {}

    @Nullable
    Refusal refusal() throws SQLException {
        List<Found> found = duckDb.list(
                "SELECT split, count(*), count(*) FILTER (NOT good), coalesce(sum(weight) FILTER (good), 0) FROM"
                        + " (SELECT split, weight, coalesce(weight BETWEEN " + Sql.number(FixedPoint.LEAST_WEIGHT)
                        + " AND " + Sql.number(FixedPoint.MOST_WEIGHT)
                        + ", false) AS good FROM evidence WHERE split <= "
                        + EvidenceTable.TEST + " AND " + EvidenceTable.COUNTED + ") GROUP BY split",
                row -> new Found(row.getInt(1), row.getLong(2), row.getLong(3), row.getDouble(4)));
        long invalid = found.stream().mapToLong(Found::invalid).sum();
        if (invalid > 0) {
            long rows = found.stream().mapToLong(Found::rows).sum();
            return invalid(column, invalid, rows, table.weightOutside(column));
        }
        return found.stream().anyMatch(split -> split.units > FixedPoint.MOST_WEIGHTS) ? tooLarge(column) : null;
    }

    static Refusal invalid(String column, long invalid, long rows, String example) {
        return Refusal.of(
                RefusalCode.WEIGHTS_INVALID, "column", column, "rows", invalid, "of", rows, "example", example);
    }

    static Refusal tooLarge(String column) {
        return Refusal.of(RefusalCode.WEIGHTS_TOO_LARGE, "column", column);
    }
}
