package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks for ids that occur more than once, in whatever split: nobody may be in two. */
final class RepeatedIds {

    private final ConfinedDuckDb duckDb;
    private final String column;

    /** @param column name of the id column, for the sentence */
    RepeatedIds(ConfinedDuckDb duckDb, String column) {
        this.duckDb = duckDb;
        this.column = column;
    }

    private record Repeated(
            long ids,
            @Nullable String example,
            long acrossSplits,
            @Nullable String exampleAcross) {}

    /** @param rows of the table */
    @Nullable
    Refusal refusal(int rows) throws SQLException {
        if (!hashesRepeat(rows)) {
            return null;
        }
        Repeated repeated = duckDb.one(
                "SELECT count(*), min(id), count(*) FILTER (splits > 1), min(id) FILTER (splits > 1) FROM ("
                        + "SELECT id, count(DISTINCT split) AS splits FROM evidence WHERE hash(id) IN ("
                        + "SELECT hash(id) FROM evidence GROUP BY hash(id) HAVING count(*) > 1)"
                        + " GROUP BY id HAVING count(*) > 1)",
                row -> new Repeated(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
        if (repeated.exampleAcross != null) {
            return Refusal.of(
                    RefusalCode.LEAKAGE,
                    "column",
                    column,
                    "ids",
                    repeated.acrossSplits,
                    "example",
                    repeated.exampleAcross);
        }
        return repeated.example == null
                ? null
                : Refusal.of(
                        RefusalCode.DUPLICATE_IDS, "column", column, "ids", repeated.ids, "example", repeated.example);
    }

    /** Sorted, equal hashes lie side by side. Ids that differ can share a hash too, so a find is looked into. */
    private boolean hashesRepeat(int rows) throws SQLException {
        long[] hashes = new long[rows];
        int[] count = {0};
        duckDb.forEach(
                "SELECT CAST(hash(id) >> 1 AS BIGINT) FROM evidence", row -> hashes[count[0]++] = row.getLong(1));
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
