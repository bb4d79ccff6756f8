package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import java.sql.SQLException;

/** Counts challenger and champion on the test rows that carry both scores. */
final class PairTables {

    private final ConfinedDuckDb duckDb;
    private final SegmentTables segments;

    PairTables(ConfinedDuckDb duckDb, SegmentTables segments) {
        this.duckDb = duckDb;
        this.segments = segments;
    }

    /** @param testRows of the challenger, those without the champion's score included */
    EvidenceStatistics.Pairs count(long testRows) throws SQLException {
        PairedDecisionCounts decisions = decisions();
        long rows = decisions.challenger().total();
        return new EvidenceStatistics.Pairs(rows, testRows - rows, placements(), decisions, segments.ofChampion());
    }

    private PairedPlacementSums placements() throws SQLException {
        PlacementTable challenger = PlacementTable.create(duckDb, "of_challenger", "score", ScoredRows.PAIRED);
        PlacementTable champion = PlacementTable.create(duckDb, "of_champion", "champion", ScoredRows.PAIRED);
        return new PairedPlacementSums(
                challenger.sums(),
                champion.sums(),
                PlacementTable.crossProduct(duckDb, challenger, champion, true),
                PlacementTable.crossProduct(duckDb, challenger, champion, false));
    }

    private PairedDecisionCounts decisions() throws SQLException {
        return new PairedDecisionCounts(cells("y"), cells("NOT y"));
    }

    private PairedDecisionCounts.Cells cells(String label) throws SQLException {
        return duckDb.one(
                "SELECT count(*) FILTER (flagged AND champion_flagged), count(*) FILTER (flagged AND NOT champion_flagged),"
                        + " count(*) FILTER (NOT flagged AND champion_flagged),"
                        + " count(*) FILTER (NOT flagged AND NOT champion_flagged) FROM scored WHERE "
                        + ScoredRows.PAIRED
                        + " AND " + label,
                row -> new PairedDecisionCounts.Cells(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
