package io.gatehouse.scoring;

import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Adds up weights and their squares in many cells, in columns of primitives. */
final class WeightTally {

    private final long[] rows;
    private final long[] sums;
    private final long[] squaresHigh;
    private final long[] squaresLow;

    WeightTally(int cells) {
        this.rows = new long[cells];
        this.sums = new long[cells];
        this.squaresHigh = new long[cells];
        this.squaresLow = new long[cells];
    }

    /** Adds a row; the weights of a split together stay within 63 bits. */
    void add(int cell, long weight) {
        rows[cell]++;
        sums[cell] += weight;
        long low = weight * weight;
        squaresLow[cell] += low;
        squaresHigh[cell] +=
                Math.multiplyHigh(weight, weight) + (Long.compareUnsigned(squaresLow[cell], low) < 0 ? 1 : 0);
    }

    long sum(int cell) {
        return sums[cell];
    }

    /** Forgets a cell, so that it can be used for other rows. */
    void clear(int cell) {
        rows[cell] = 0;
        sums[cell] = 0;
        squaresHigh[cell] = 0;
        squaresLow[cell] = 0;
    }

    BigInteger squares(int cell) {
        return BigInteger.valueOf(squaresHigh[cell])
                .shiftLeft(Long.SIZE)
                .add(new BigInteger(Long.toUnsignedString(squaresLow[cell])));
    }

    WeightSum at(int cell) {
        return rows[cell] == 0
                ? WeightSum.NONE
                : new WeightSum(rows[cell], BigInteger.valueOf(sums[cell]), squares(cell));
    }

    /** Every step-th cell. */
    List<WeightSum> each(int from, int step, int count) {
        List<WeightSum> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(at(from + i * step));
        }
        return some;
    }
}
