package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Counts one split of the view {@code scored}. */
final class SplitCounts {

    private static final String LAST_CALIBRATION_BAND = "9";
    private static final String TENTH_IN_UNITS = "10000000000000000";

    private final ConfinedDuckDb duckDb;
    private final String rows;

    /** @param rows condition on {@code scored} */
    SplitCounts(ConfinedDuckDb duckDb, String rows) {
        this.duckDb = duckDb;
        this.rows = rows;
    }

    EvidenceStatistics.Split count() throws SQLException {
        ConfusionCounts counts = confusion();
        PlacementTable placements = PlacementTable.create(duckDb, "placements", "score", rows);
        PlacementSums sums = placements.sums();
        placements.drop();
        return new EvidenceStatistics.Split(
                counts.total(), counts, sums, sumOfSquaredErrors(), deciles(), calibration());
    }

    ConfusionCounts confusion() throws SQLException {
        DecisionTally tally = new DecisionTally();
        duckDb.forEach(
                "SELECT y, flagged, count(*) FROM scored WHERE " + rows + " GROUP BY ALL",
                row -> tally.add(row.getBoolean(1), row.getBoolean(2), row.getLong(3)));
        return tally.counts();
    }

    /**
     * Squares of errors in units of 10⁻¹⁷ would overflow 128 bits within 17,000 rows, so each error is split into a high and a low half
     * of nine digits, whose products are summed apart and put together here.
     */
    private BigDecimal sumOfSquaredErrors() throws SQLException {
        BigInteger half = BigInteger.TEN.pow(9);
        return duckDb.one(
                "SELECT coalesce(sum(high * high), 0), coalesce(sum(high * low), 0), coalesce(sum(low * low), 0) FROM ("
                        + "SELECT error // 1000000000 AS high, error % 1000000000 AS low FROM ("
                        + "SELECT abs(units - CASE WHEN y THEN " + Sql.ONE
                        + " ELSE 0 END) AS error FROM scored WHERE " + rows + "))",
                row -> {
                    BigInteger squares = new BigInteger(row.getString(1))
                            .multiply(half)
                            .add(new BigInteger(row.getString(2)).shiftLeft(1))
                            .multiply(half)
                            .add(new BigInteger(row.getString(3)));
                    return new BigDecimal(squares, 2 * Sql.PLACES);
                });
    }

    /** Without ids, rows of one score are told apart by their label, negatives first: a tie never flatters the model. */
    private List<ScoreBand> deciles() throws SQLException {
        return bands("ntile(10) OVER (ORDER BY score DESC, id, y)");
    }

    private List<ScoreBand> calibration() throws SQLException {
        return bands("least(units // " + TENTH_IN_UNITS + ", " + LAST_CALIBRATION_BAND + ")");
    }

    private List<ScoreBand> bands(String band) throws SQLException {
        return duckDb.list(
                "SELECT count(*), count(*) FILTER (y), sum(units), min(score), max(score) FROM (SELECT y, units, score, "
                        + band + " AS band FROM scored WHERE " + rows + ") GROUP BY band ORDER BY band",
                SplitCounts::band);
    }

    private static ScoreBand band(ResultSet row) throws SQLException {
        return new ScoreBand(
                row.getLong(1), row.getLong(2), Sql.decimal(row.getString(3)), row.getDouble(4), row.getDouble(5));
    }
}
