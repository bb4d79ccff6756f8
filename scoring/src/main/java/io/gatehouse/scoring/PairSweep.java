package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * Goes over the rows that carry both scores twice: by the challenger's score to note every row's placement, by the champion's to multiply
 * it with the champion's own.
 */
final class PairSweep {

    private final LoadedRows rows;
    private final double threshold;
    /** By row, twice the challenger's doubled placement, plus 1 if the label is positive: one look-up tells both. */
    private final int[] noted;

    private final PlacementTally challenger = new PlacementTally();
    private final PlacementTally champion = new PlacementTally();
    private final Sum128 productOfPositives = new Sum128();
    private final Sum128 productOfNegatives = new Sum128();
    private final DecisionTally[][] championGroups;
    private final long[][] decisions = new long[2][4];
    private final long[][][] binsByChampion = new long[2][2][ScoreHistogram.BINS];
    private long positives;

    PairSweep(LoadedRows rows, int[] groupsOfAttributes, double threshold) {
        this.rows = rows;
        this.threshold = threshold;
        this.noted = new int[rows.size()];
        this.championGroups = new DecisionTally[groupsOfAttributes.length][];
        for (int attribute = 0; attribute < groupsOfAttributes.length; attribute++) {
            championGroups[attribute] = new DecisionTally[groupsOfAttributes[attribute]];
            for (int group = 0; group < groupsOfAttributes[attribute]; group++) {
                championGroups[attribute][group] = new DecisionTally();
            }
        }
    }

    /** Takes the rows of one score: positions from..to of an order, with their doubled placements. */
    @FunctionalInterface
    private interface Ties {
        void accept(int from, int to, long ofPositives, long ofNegatives);
    }

    /** @param order of all rows by the challenger's score */
    void run(ScoreOrder order) {
        ScoreOrder paired = order.onlyRows(rows::paired);
        for (int at = 0; at < paired.size(); at++) {
            positives += rows.positive(paired.row(at)) ? 1 : 0;
        }
        sweep(paired, challenger, rows::positive, (from, to, ofPositives, ofNegatives) -> {
            for (int at = from; at < to; at++) {
                note(paired.row(at), ofPositives, ofNegatives);
            }
        });
        ScoreOrder byChampion = rows.byChampion();
        sweep(byChampion, champion, row -> (noted[row] & 1) != 0, (from, to, ofPositives, ofNegatives) -> {
            for (int at = from; at < to; at++) {
                multiply(noted[byChampion.row(at)], ofPositives, ofNegatives);
            }
        });
    }

    private void sweep(ScoreOrder order, PlacementTally tally, IntPredicate positive, Ties ties) {
        for (int from = 0; from < order.size(); ) {
            int tiedPositives = 0;
            int to = from;
            do {
                tiedPositives += positive.test(order.row(to)) ? 1 : 0;
                to++;
            } while (to < order.size() && order.ties(to));
            int tiedNegatives = to - from - tiedPositives;
            ties.accept(
                    from,
                    to,
                    2 * tally.negatives() + tiedNegatives,
                    2 * (positives - tally.positives()) - tiedPositives);
            tally.add(tiedPositives, tiedNegatives);
            from = to;
        }
    }

    private void note(int row, long ofPositives, long ofNegatives) {
        boolean positive = rows.positive(row);
        noted[row] = (int) (positive ? ofPositives << 1 | 1 : ofNegatives << 1);
        boolean flagged = rows.score(row) >= threshold;
        boolean championFlagged = rows.champion(row) >= threshold;
        int label = positive ? 0 : 1;
        decisions[label][(flagged ? 0 : 2) + (championFlagged ? 0 : 1)]++;
        binsByChampion[championFlagged ? 0 : 1][label][ScoreRun.bin(rows.score(row))]++;
        for (int attribute = 0; attribute < championGroups.length; attribute++) {
            championGroups[attribute][rows.groupOf(row, attribute)].add(positive, championFlagged, 1);
        }
    }

    private void multiply(int challengers, long ofPositives, long ofNegatives) {
        if ((challengers & 1) != 0) {
            productOfPositives.addProduct(challengers >>> 1, ofPositives);
        } else {
            productOfNegatives.addProduct(challengers >>> 1, ofNegatives);
        }
    }

    PairedPlacementSums placements() {
        return new PairedPlacementSums(
                challenger.sums(), champion.sums(), productOfPositives.value(), productOfNegatives.value());
    }

    PairedDecisionCounts decisions() {
        return new PairedDecisionCounts(cells(decisions[0]), cells(decisions[1]));
    }

    private static PairedDecisionCounts.Cells cells(long[] counts) {
        return new PairedDecisionCounts.Cells(counts[0], counts[1], counts[2], counts[3]);
    }

    /** The challenger's scores of the rows that the champion flags, or does not. */
    ScoreHistogram histogram(boolean championFlagged) {
        long[][] bins = binsByChampion[championFlagged ? 0 : 1];
        return new ScoreHistogram(
                LongStream.of(bins[0]).boxed().toList(),
                LongStream.of(bins[1]).boxed().toList());
    }

    /** The champion's counts by group. */
    List<ConfusionCounts> championCounts(int attribute) {
        return Arrays.stream(championGroups[attribute])
                .map(DecisionTally::counts)
                .toList();
    }
}
