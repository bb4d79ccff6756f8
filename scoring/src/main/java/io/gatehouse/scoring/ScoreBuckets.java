package io.gatehouse.scoring;

/**
 * Divides 0..1 into equal parts, so many that each holds few enough rows to be sorted and counted within a processor's cache. A power of
 * two, so that scaling a score to it is exact and every engine finds the same part.
 *
 * @param count of parts
 */
record ScoreBuckets(int count) {

    private static final int ROWS_OF_ONE = 1024;
    private static final int MOST = 1 << 14;

    static ScoreBuckets of(long rows) {
        return new ScoreBuckets((int) Math.min(MOST, Long.highestOneBit(Math.max(1, rows / ROWS_OF_ONE))));
    }

    /** @param score in 0..1 */
    int of(double score) {
        return Math.min((int) (score * count), count - 1);
    }

    /** The same in SQL; the last where the score is not in 0..1. */
    String sql(String score) {
        return "CASE WHEN " + score + " BETWEEN 0 AND 1 THEN least(CAST(floor(" + score + " * " + count
                + ") AS INTEGER), " + (count - 1) + ") ELSE " + (count - 1) + " END";
    }

    /** Where each bucket begins if it holds so many rows; changes the array. */
    static int[] starts(int[] counts) {
        int next = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            int count = counts[bucket];
            counts[bucket] = next;
            next += count;
        }
        return counts;
    }
}
