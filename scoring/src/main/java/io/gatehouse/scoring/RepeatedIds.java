package io.gatehouse.scoring;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Looks for ids that occur more than once, in whatever split: nobody may be in two. */
final class RepeatedIds {

    private static final int PARTS = 1 << 12;

    /** Hashes have 63 bits. */
    private static final int PART_SHIFT = 63 - 12;

    /** Standard deviations of a part's size that it has room for. */
    private static final int SPREAD = 10;

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

    /**
     * Hashes are spread evenly, so each of many parts of an array takes those that begin alike; within one, sorted, equal hashes lie side
     * by side. Ids that differ can share a hash, and a part can overflow: a find is looked into.
     */
    private boolean hashesRepeat(int rows) throws SQLException {
        int room = rows / PARTS + (int) (SPREAD * Math.sqrt((double) rows / PARTS)) + SPREAD;
        long[] hashes = new long[Math.multiplyExact(PARTS, room)];
        int[] filled = new int[PARTS];
        AtomicBoolean overflow = new AtomicBoolean();
        duckDb.forEach("SELECT CAST(hash(id) >> 1 AS BIGINT) FROM evidence", row -> {
            long hash = row.getLong(1);
            int part = (int) (hash >>> PART_SHIFT);
            if (filled[part] < room) {
                hashes[part * room + filled[part]++] = hash;
            } else {
                overflow.set(true);
            }
        });
        for (int part = 0; part < PARTS; part++) {
            if (overflow.get() || repeats(hashes, part * room, part * room + filled[part])) {
                return true;
            }
        }
        return false;
    }

    private static boolean repeats(long[] hashes, int from, int to) {
        Arrays.sort(hashes, from, to);
        for (int i = from + 1; i < to; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
