package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.Collection;

/**
 * The view {@code scored}: the rows of both judged splits that carry label and score, with y (the label is positive), flagged and
 * champion_flagged (score ≥ threshold).
 */
final class ScoredRows {

    static final String TEST = "split = " + EvidenceTable.TEST;
    static final String VALIDATION = "split = " + EvidenceTable.VALIDATION;
    static final String PAIRED = TEST + " AND champion IS NOT NULL";

    private ScoredRows() {}

    static void define(ConfinedDuckDb duckDb, Collection<String> positiveLabels, double threshold) throws SQLException {
        String positive = positiveLabels.isEmpty() ? "false" : "label IN (" + Sql.literals(positiveLabels) + ")";
        duckDb.execute("CREATE TEMP VIEW scored AS SELECT *, " + positive + " AS y, score >= " + Sql.number(threshold)
                + " AS flagged, champion >= " + Sql.number(threshold)
                + " AS champion_flagged FROM evidence WHERE label IS NOT NULL AND score IS NOT NULL");
    }
}
