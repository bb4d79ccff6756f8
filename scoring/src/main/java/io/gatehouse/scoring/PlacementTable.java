package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.PlacementSums;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The doubled placement of every distinct score: {@code score, positives, negatives, of_positives, of_negatives}. Rows are grouped by
 * score first, so that ties need no order, and all sums are whole numbers of 128 bits: for 10⁹ rows a squared placement reaches 4·10¹⁸
 * and their sum 4·10²⁷, where HUGEINT ends at 1.7·10³⁸.
 */
final class PlacementTable {

    private final ConfinedDuckDb duckDb;
    private final String name;

    private PlacementTable(ConfinedDuckDb duckDb, String name) {
        this.duckDb = duckDb;
        this.name = name;
    }

    /**
     * @param name of the temporary table to make
     * @param score column of {@code scored}
     * @param rows condition on {@code scored}
     */
    static PlacementTable create(ConfinedDuckDb duckDb, String name, String score, String rows) throws SQLException {
        duckDb.execute("CREATE TEMP TABLE " + name + " AS SELECT score, positives, negatives,"
                + " CAST(2 * (sum(negatives) OVER upwards - negatives) + negatives AS HUGEINT) AS of_positives,"
                + " CAST(2 * (sum(positives) OVER () - sum(positives) OVER upwards) + positives AS HUGEINT) AS of_negatives"
                + " FROM (SELECT " + score + " AS score, count(*) FILTER (y) AS positives,"
                + " count(*) FILTER (NOT y) AS negatives FROM scored WHERE " + rows + " GROUP BY " + score + ")"
                + " WINDOW upwards AS (ORDER BY score ROWS UNBOUNDED PRECEDING)");
        return new PlacementTable(duckDb, name);
    }

    PlacementSums sums() throws SQLException {
        return duckDb.one(
                "SELECT " + sum("positives") + ", " + sum("negatives") + ", " + sum("positives * of_positives") + ", "
                        + sum("positives * of_positives * of_positives") + ", "
                        + sum("negatives * of_negatives * of_negatives") + " FROM " + name,
                row -> new PlacementSums(
                        whole(row, 1).longValueExact(),
                        whole(row, 2).longValueExact(),
                        whole(row, 3),
                        whole(row, 4),
                        whole(row, 5)));
    }

    /** Σ of the product of the placements of score and of champion over the paired rows with a positive, or a negative, label. */
    static BigInteger crossProduct(
            ConfinedDuckDb duckDb, PlacementTable challenger, PlacementTable champion, boolean positives)
            throws SQLException {
        String placement = positives ? "of_positives" : "of_negatives";
        return duckDb.one(
                "SELECT " + sum("a." + placement + " * b." + placement) + " FROM scored JOIN " + challenger.name
                        + " a ON a.score = scored.score JOIN " + champion.name
                        + " b ON b.score = scored.champion WHERE "
                        + ScoredRows.PAIRED + " AND " + (positives ? "y" : "NOT y"),
                row -> whole(row, 1));
    }

    void drop() throws SQLException {
        duckDb.execute("DROP TABLE " + name);
    }

    private static String sum(String expression) {
        return "coalesce(sum(CAST(" + expression + " AS HUGEINT)), 0)";
    }

    private static BigInteger whole(ResultSet row, int column) throws SQLException {
        return new BigInteger(row.getString(column));
    }
}
