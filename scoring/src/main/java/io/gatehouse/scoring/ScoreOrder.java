package io.gatehouse.scoring;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Rows in rising order of a score, equal scores by row. Doubles of 0..1 are ordered as their bits are; the upper bits and the number of
 * the row fit one long together, which primitives sort fast, and the few rows that share the upper bits are sorted again by the lower.
 */
final class ScoreOrder {

    /** 1.0 needs so many bits; no double below has more. */
    private static final int SCORE_BITS = 62;

    private final long[] packed;
    private final int rowBits;

    private final double[] scores;

    private ScoreOrder(long[] packed, int rowBits, double[] scores) {
        this.packed = packed;
        this.rowBits = rowBits;
        this.scores = scores;
    }

    /** @param scores in 0..1 without the negative zero, where the row is chosen */
    static ScoreOrder of(double[] scores, ScoreBuckets buckets, IntPredicate chosen) {
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, scores.length - 1));
        int lowBits = Math.max(0, SCORE_BITS + rowBits - (Long.SIZE - 1));
        int[] counts = new int[buckets.count()];
        int size = 0;
        for (int row = 0; row < scores.length; row++) {
            if (chosen.test(row)) {
                counts[buckets.of(scores[row])]++;
                size++;
            }
        }
        long[] packed = new long[size];
        int[] next = ScoreBuckets.starts(counts);
        for (int row = 0; row < scores.length; row++) {
            if (chosen.test(row)) {
                packed[next[buckets.of(scores[row])]++] =
                        (Double.doubleToLongBits(scores[row]) >>> lowBits) << rowBits | row;
            }
        }
        // Each has moved on to where the next bucket begins.
        int from = 0;
        for (int to : next) {
            Arrays.sort(packed, from, to);
            from = to;
        }
        ScoreOrder order = new ScoreOrder(packed, rowBits, scores);
        if (lowBits > 0) {
            order.refine((1L << lowBits) - 1);
        }
        return order;
    }

    private void refine(long lowMask) {
        for (int from = 0; from < packed.length; ) {
            long upper = packed[from] >>> rowBits;
            int to = from + 1;
            boolean alike = true;
            while (to < packed.length && packed[to] >>> rowBits == upper) {
                alike = alike && scores[row(to)] == scores[row(from)];
                to++;
            }
            if (!alike) {
                sortByLowBits(lowMask, from, to);
            }
            from = to;
        }
    }

    private void sortByLowBits(long lowMask, int from, int to) {
        long upper = packed[from] >>> rowBits;
        for (int i = from; i < to; i++) {
            packed[i] = (Double.doubleToLongBits(scores[row(i)]) & lowMask) << rowBits | row(i);
        }
        Arrays.sort(packed, from, to);
        for (int i = from; i < to; i++) {
            packed[i] = upper << rowBits | row(i);
        }
    }

    /** The same order of some of the rows. */
    ScoreOrder onlyRows(IntPredicate chosen) {
        int count = 0;
        for (int at = 0; at < packed.length; at++) {
            count += chosen.test(row(at)) ? 1 : 0;
        }
        if (count == packed.length) {
            return this;
        }
        long[] some = new long[count];
        int next = 0;
        for (int at = 0; at < packed.length; at++) {
            if (chosen.test(row(at))) {
                some[next++] = packed[at];
            }
        }
        return new ScoreOrder(some, rowBits, scores);
    }

    int size() {
        return packed.length;
    }

    /** Whether the row at a position has the score of the one before. The scores themselves are looked at where their upper bits agree. */
    boolean ties(int position) {
        return position > 0
                && packed[position] >>> rowBits == packed[position - 1] >>> rowBits
                && scores[row(position)] == scores[row(position - 1)];
    }

    double score(int position) {
        return scores[row(position)];
    }

    /** The row at a position. */
    int row(int position) {
        return (int) (packed[position] & ((1L << rowBits) - 1));
    }
}
