package io.gatehouse.scoring;

import io.gatehouse.scoring.DecileCut.DividedScore;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells what the rows of the test split are worth that share a score which a cut between deciles divides: in order of their ids; without
 * ids negatives first and then the lower values, so that a tie never flatters the model.
 */
final class TiedValues {
    private final ConfinedDuckDb duckDb;
    private final String positive;
    private final boolean byId;

    TiedValues(ConfinedDuckDb duckDb, List<String> positiveLabels, boolean byId) {
        this.duckDb = duckDb;
        this.positive = "label IN (" + Sql.literals(positiveLabels) + ")";
        this.byId = byId;
    }

    /** Adds the rows of these scores. */
    void addTo(DecileValues deciles, List<DividedScore> cuts) throws SQLException {
        if (cuts.isEmpty()) {
            return;
        }
        String scores = cuts.stream().map(cut -> Sql.number(cut.score())).collect(Collectors.joining(", "));
        duckDb.forEach(
                "SELECT abs(score), " + positive
                        + ", coalesce(value, CAST('NaN' AS DOUBLE)) FROM evidence WHERE split = "
                        + EvidenceTable.TEST + " AND " + EvidenceTable.COUNTED + " AND abs(score) IN (" + scores
                        + ") ORDER BY abs(score), " + (byId ? "id" : positive + ", " + counted()),
                row -> deciles.addDivided(row.getDouble(1), row.getBoolean(2), row.getDouble(3)));
    }

    /** The value, or less than any where it does not count. NaN sorts above every number. */
    private static String counted() {
        return "CASE WHEN value BETWEEN 0 AND " + Sql.number(FixedPoint.MOST_VALUE) + " THEN value ELSE -1 END";
    }
}
