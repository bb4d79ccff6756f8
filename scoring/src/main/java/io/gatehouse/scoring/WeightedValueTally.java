package io.gatehouse.scoring;

import io.gatehouse.fairness.value.WeightedMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** The counterpart of {@link ValueTally} for weighted rows. */
final class WeightedValueTally {

    private static final int SINGLE = 4;
    private static final int PAIRED = 8;

    private final LoadedRows rows;
    private final double threshold;
    private final WeightTally weights = new WeightTally(SINGLE + PAIRED);
    private final BigInteger[] sums = zeros();
    private final BigInteger[] tilted = zeros();
    private final BigInteger[] squares = zeros();

    WeightedValueTally(LoadedRows rows, double threshold) {
        this.rows = rows;
        this.threshold = threshold;
    }

    private static BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[SINGLE + PAIRED];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    WeightedStatistics.Values count() {
        for (int row = 0; row < rows.size(); row++) {
            if (FixedPoint.countsAsValue(rows.value(row))) {
                add(row);
            }
        }
        return new WeightedStatistics.Values(
                new WeightedValueCells(moments(0), moments(1), moments(2), moments(3)),
                rows.hasChampions() ? new WeightedPairedCells(paired(SINGLE), paired(SINGLE + 4)) : null);
    }

    private void add(int row) {
        long weight = rows.weight(row);
        BigInteger once = BigInteger.valueOf(weight);
        BigInteger value = BigInteger.valueOf(FixedPoint.value(rows.value(row)));
        BigInteger weighted = once.multiply(value);
        BigInteger twice = once.multiply(weighted);
        BigInteger square = weighted.multiply(weighted);
        boolean flagged = rows.score(row) >= threshold;
        int label = rows.positive(row) ? 0 : 1;
        add((flagged ? 0 : 2) + label, weight, weighted, twice, square);
        if (rows.paired(row)) {
            boolean championFlagged = rows.champion(row) >= threshold;
            int cell = SINGLE + label * 4 + (flagged ? 0 : 2) + (championFlagged ? 0 : 1);
            add(cell, weight, weighted, twice, square);
        }
    }

    private void add(int cell, long weight, BigInteger weighted, BigInteger twice, BigInteger square) {
        weights.add(cell, weight);
        sums[cell] = sums[cell].add(weighted);
        tilted[cell] = tilted[cell].add(twice);
        squares[cell] = squares[cell].add(square);
    }

    private WeightedMoments moments(int cell) {
        return new WeightedMoments(
                weights.at(cell),
                new BigDecimal(sums[cell], FixedPoint.VALUE_PLACES),
                new BigDecimal(tilted[cell], FixedPoint.VALUE_PLACES),
                new BigDecimal(squares[cell], 2 * FixedPoint.VALUE_PLACES));
    }

    private WeightedPairedCells.Cells paired(int from) {
        return new WeightedPairedCells.Cells(moments(from), moments(from + 1), moments(from + 2), moments(from + 3));
    }
}
