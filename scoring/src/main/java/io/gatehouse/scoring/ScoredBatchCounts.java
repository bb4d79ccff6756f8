package io.gatehouse.scoring;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts a scored population that was found good, and ranks its flagged rows. */
final class ScoredBatchCounts {

    private final ConfinedDuckDb duckDb;
    private final ScoredBatchDescription description;
    private final ScoredBatchTable batch;
    private final String flagged;

    ScoredBatchCounts(ConfinedDuckDb duckDb, ScoredBatchDescription description, ScoredBatchTable batch) {
        this.duckDb = duckDb;
        this.description = description;
        this.batch = batch;
        this.flagged = "score >= " + Sql.number(description.threshold());
    }

    private record Flagged(
            long population, long rows, @Nullable BigDecimal value) {}

    BatchTotals totals(String sha256) throws SQLException {
        Flagged sums = duckDb.one(
                "SELECT count(*), count(*) FILTER (" + flagged + "), coalesce(sum(value) FILTER (" + flagged
                        + "), 0) FROM batch",
                row -> new Flagged(
                        row.getLong(1), row.getLong(2), batch.valueColumn() == null ? null : row.getBigDecimal(3)));
        return new BatchTotals(sha256, sums.population, sums.rows, deciles(), sums.value, segments());
    }

    private List<BatchTotals.Decile> deciles() throws SQLException {
        return duckDb.list(
                "SELECT count(*), sum(units), min(score), max(score) FROM (SELECT score, units,"
                        + " ntile(10) OVER (ORDER BY score DESC, id) AS band FROM batch) GROUP BY band ORDER BY band",
                row -> new BatchTotals.Decile(
                        row.getLong(1), Sql.decimal(row.getString(2)), row.getDouble(3), row.getDouble(4)));
    }

    private List<BatchTotals.Segment> segments() throws SQLException {
        List<BatchTotals.Segment> segments = new ArrayList<>();
        for (int i = 0; i < description.segments().size(); i++) {
            String column = EvidenceTable.segmentColumn(i);
            segments.add(new BatchTotals.Segment(
                    description.segments().get(i),
                    duckDb.list(
                            "SELECT " + column + ", count(*), count(*) FILTER (" + flagged + ") FROM batch GROUP BY "
                                    + column + " ORDER BY " + column,
                            row -> new BatchTotals.Group(row.getString(1), row.getLong(2), row.getLong(3)))));
        }
        return segments;
    }

    void flaggedRows(Reasons reasons, Consumer<ScoredRow> sink) throws SQLException {
        List<@Nullable Double> typical = typicalValues();
        duckDb.forEach(
                "SELECT *, row_number() OVER (ORDER BY score DESC, id) AS place FROM batch WHERE " + flagged
                        + " ORDER BY score DESC, id",
                row -> sink.accept(new ScoredRow(
                        row.getInt("place"),
                        row.getString("id"),
                        row.getDouble("score"),
                        segmentsOf(row),
                        row.getBigDecimal("value"),
                        reasons.top(contributionsOf(row, typical)))));
    }

    void scores(Consumer<CustomerScore> sink) throws SQLException {
        duckDb.forEach(
                "SELECT id, score FROM batch",
                row -> sink.accept(new CustomerScore(row.getString(1), row.getDouble(2))));
    }

    /** The median of each feature over the whole population, absent where no row has a number. */
    private List<@Nullable Double> typicalValues() throws SQLException {
        String medians = IntStream.range(0, batch.features().size())
                .mapToObj(i -> "median(f" + i + ") FILTER (isfinite(f" + i + "))")
                .collect(Collectors.joining(", "));
        return duckDb.one("SELECT " + medians + " FROM batch", row -> {
            List<@Nullable Double> values = new ArrayList<>();
            for (int i = 1; i <= batch.features().size(); i++) {
                values.add(number(row, i));
            }
            return values;
        });
    }

    private Map<String, String> segmentsOf(ResultSet row) throws SQLException {
        Map<String, String> segments = new LinkedHashMap<>();
        for (int i = 0; i < description.segments().size(); i++) {
            segments.put(description.segments().get(i), row.getString(EvidenceTable.segmentColumn(i)));
        }
        return segments;
    }

    private List<Contribution> contributionsOf(ResultSet row, List<@Nullable Double> typical) throws SQLException {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < batch.features().size(); i++) {
            contributions.add(new Contribution(
                    batch.features().get(i),
                    row.getDouble("c" + i),
                    number(row, row.findColumn("f" + i)),
                    typical.get(i)));
        }
        return contributions;
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double number = row.getDouble(column);
        return row.wasNull() || !Double.isFinite(number) ? null : number;
    }
}
