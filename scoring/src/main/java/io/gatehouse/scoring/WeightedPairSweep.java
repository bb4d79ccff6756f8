package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.WeightedPairedPlacementSums;
import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.value.WeightedDecisions;
import io.gatehouse.fairness.value.WeightedHistograms;
import java.math.BigInteger;

/** The counterpart of {@link PairSweep} for weighted rows. */
final class WeightedPairSweep {

    private final LoadedRows rows;
    private final double threshold;
    /** The challenger's doubled placement by row. */
    private final long[] noted;

    private final WeightTally decisions = new WeightTally(8);
    private final WeightedGroupTally byChampion = new WeightedGroupTally(2);
    private final BigInteger[] products = {BigInteger.ZERO, BigInteger.ZERO};
    private long positives;

    WeightedPairSweep(LoadedRows rows, double threshold) {
        this.rows = rows;
        this.threshold = threshold;
        this.noted = new long[rows.size()];
    }

    /** Takes a row of both scores with its doubled placement by the one at hand. */
    @FunctionalInterface
    private interface Placed {
        void accept(int row, long placement);
    }

    /** @param order of all rows by the challenger's score */
    WeightedStatistics.Pairs run(ScoreOrder order) {
        ScoreOrder paired = order.onlyRows(rows::paired);
        for (int at = 0; at < paired.size(); at++) {
            int row = paired.row(at);
            positives += rows.positive(row) ? rows.weight(row) : 0;
            decide(row);
        }
        WeightedPlacementSums challenger = sweep(paired, (row, placement) -> noted[row] = placement);
        WeightedPlacementSums champion = sweep(rows.byChampion(), this::multiply);
        return new WeightedStatistics.Pairs(
                new WeightedPairedPlacementSums(challenger, champion, products[0], products[1]),
                new WeightedDecisions(cells(0), cells(4)),
                new WeightedHistograms(byChampion.histogram(0), byChampion.histogram(1)));
    }

    private WeightedPlacementSums sweep(ScoreOrder order, Placed placed) {
        WeightedPlacementTally tally = new WeightedPlacementTally(positives);
        for (int from = 0; from < order.size(); ) {
            int to = from;
            do {
                tally.add(rows.positive(order.row(to)), rows.weight(order.row(to)));
                to++;
            } while (to < order.size() && order.ties(to));
            for (int at = from; at < to; at++) {
                int row = order.row(at);
                placed.accept(row, rows.positive(row) ? tally.placementOfPositives() : tally.placementOfNegatives());
            }
            tally.close();
            from = to;
        }
        return tally.sums();
    }

    private void decide(int row) {
        boolean positive = rows.positive(row);
        boolean flagged = rows.score(row) >= threshold;
        boolean championFlagged = rows.champion(row) >= threshold;
        decisions.add((positive ? 0 : 4) + (flagged ? 0 : 2) + (championFlagged ? 0 : 1), rows.weight(row));
        byChampion.add(championFlagged ? 0 : 1, positive, ScoreRun.bin(rows.score(row)), flagged, rows.weight(row));
    }

    private void multiply(int row, long placement) {
        BigInteger weight = BigInteger.valueOf(rows.weight(row));
        int label = rows.positive(row) ? 0 : 1;
        products[label] = products[label].add(weight.multiply(weight)
                .multiply(BigInteger.valueOf(noted[row]))
                .multiply(BigInteger.valueOf(placement)));
    }

    private WeightedDecisions.Cells cells(int from) {
        return new WeightedDecisions.Cells(
                decisions.at(from), decisions.at(from + 1), decisions.at(from + 2), decisions.at(from + 3));
    }
}
