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

    private ScoreOrder(long[] packed, int rowBits) {
        this.packed = packed;
        this.rowBits = rowBits;
    }

    /**
     * @param scores in 0..1 without the negative zero, where the row is chosen
     * @param size rows to choose from
     */
    static ScoreOrder of(double[] scores, int size, IntPredicate chosen) {
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
        int lowBits = Math.max(0, SCORE_BITS + rowBits - (Long.SIZE - 1));
        long[] packed = new long[size];
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (chosen.test(row)) {
                packed[count++] = (Double.doubleToLongBits(scores[row]) >>> lowBits) << rowBits | row;
            }
        }
        Arrays.sort(packed, 0, count);
        ScoreOrder order = new ScoreOrder(count == size ? packed : Arrays.copyOf(packed, count), rowBits);
        if (lowBits > 0) {
            order.refine(scores, (1L << lowBits) - 1);
        }
        return order;
    }

    private void refine(double[] scores, long lowMask) {
        for (int from = 0; from < packed.length; ) {
            long upper = packed[from] >>> rowBits;
            int to = from + 1;
            boolean alike = true;
            while (to < packed.length && packed[to] >>> rowBits == upper) {
                alike = alike && scores[row(to)] == scores[row(from)];
                to++;
            }
            if (!alike) {
                sortByLowBits(scores, lowMask, from, to);
            }
            from = to;
        }
    }

    private void sortByLowBits(double[] scores, long lowMask, int from, int to) {
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
        return new ScoreOrder(some, rowBits);
    }

    int size() {
        return packed.length;
    }

    /** The row at a position. */
    int row(int position) {
        return (int) (packed[position] & ((1L << rowBits) - 1));
    }
}
