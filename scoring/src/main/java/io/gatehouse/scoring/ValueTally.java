package io.gatehouse.scoring;

import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueMoments;
import java.math.BigDecimal;

/** Adds up what rows are worth, by label and decision. */
final class ValueTally {

    private final LoadedRows rows;
    private final double threshold;
    private final Cell[] single = cells(4);
    private final Cell[] paired = cells(8);
    private long withoutValue;

    ValueTally(LoadedRows rows, double threshold) {
        this.rows = rows;
        this.threshold = threshold;
    }

    /** Rows, Σ of their values and of the squares, in units of 10⁻⁶ and 10⁻¹². */
    private static final class Cell {
        private long count;
        private final Sum128 sum = new Sum128();
        private final Sum128 squares = new Sum128();

        void add(long units) {
            count++;
            sum.add(units);
            squares.addProduct(units, units);
        }

        ValueMoments moments() {
            return new ValueMoments(
                    count,
                    new BigDecimal(sum.value(), FixedPoint.VALUE_PLACES),
                    new BigDecimal(squares.value(), 2 * FixedPoint.VALUE_PLACES));
        }
    }

    private static Cell[] cells(int count) {
        Cell[] cells = new Cell[count];
        for (int i = 0; i < count; i++) {
            cells[i] = new Cell();
        }
        return cells;
    }

    EvidenceStatistics.Values count() {
        for (int row = 0; row < rows.size(); row++) {
            double value = rows.value(row);
            if (FixedPoint.countsAsValue(value)) {
                add(row, FixedPoint.value(value));
            } else {
                withoutValue++;
            }
        }
        return new EvidenceStatistics.Values(
                new ValueCells(single[0].moments(), single[1].moments(), single[2].moments(), single[3].moments()),
                withoutValue,
                rows.hasChampions() ? new PairedValueCells(pairedCells(0), pairedCells(1)) : null);
    }

    private void add(int row, long units) {
        boolean flagged = rows.score(row) >= threshold;
        int label = rows.positive(row) ? 0 : 1;
        single[(flagged ? 0 : 2) + label].add(units);
        if (rows.paired(row)) {
            boolean championFlagged = rows.champion(row) >= threshold;
            paired[label * 4 + (flagged ? 0 : 2) + (championFlagged ? 0 : 1)].add(units);
        }
    }

    private PairedValueCells.Cells pairedCells(int label) {
        int base = label * 4;
        return new PairedValueCells.Cells(
                paired[base].moments(),
                paired[base + 1].moments(),
                paired[base + 2].moments(),
                paired[base + 3].moments());
    }
}
