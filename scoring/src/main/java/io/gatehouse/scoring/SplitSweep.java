package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Goes once over the rows of a split in rising order of their score and adds up everything that hangs on label, group and score. Rows of
 * one score are counted together, so that the order among them cannot matter.
 */
final class SplitSweep {

    private final LoadedRows rows;
    private final ScoreOrder order;
    private final double threshold;
    private final ScoreTally all = new ScoreTally();
    private final ScoreTally[][] groups;
    private final CrossingTally crossings;
    private final DecileCut deciles;
    private final long positives;
    private final Sum128 logLosses = new Sum128();
    private final Sum128 precisions = new Sum128();
    private final ScoreTally[] touched;

    /**
     * @param groupsOfAttributes how many groups each attribute of the rows has
     * @param byId whether rows of one score can be told apart by id
     */
    SplitSweep(LoadedRows rows, ScoreOrder order, int[] groupsOfAttributes, boolean byId, double threshold) {
        this.rows = rows;
        this.order = order;
        this.threshold = threshold;
        this.groups = new ScoreTally[groupsOfAttributes.length][];
        for (int attribute = 0; attribute < groups.length; attribute++) {
            groups[attribute] = new ScoreTally[groupsOfAttributes[attribute]];
            for (int group = 0; group < groups[attribute].length; group++) {
                groups[attribute][group] = new ScoreTally();
            }
        }
        this.crossings = new CrossingTally(groupsOfAttributes);
        this.deciles = new DecileCut(rows.size(), byId, threshold);
        this.positives = countPositives(rows);
        this.touched = new ScoreTally[1 + Arrays.stream(groupsOfAttributes).sum()];
    }

    private static long countPositives(LoadedRows rows) {
        long positives = 0;
        for (int row = 0; row < rows.size(); row++) {
            positives += rows.positive(row) ? 1 : 0;
        }
        return positives;
    }

    void run() {
        ScoreRun run = new ScoreRun(threshold);
        for (int at = 0; at < order.size(); ) {
            run.begin(order.score(at));
            int open = 0;
            do {
                open = count(order.row(at), run, open);
                at++;
            } while (at < order.size() && order.ties(at));
            close(run, open);
        }
    }

    /** The number of tallies that have rows of the current score, with this row. */
    private int count(int row, ScoreRun run, int alreadyOpen) {
        int open = alreadyOpen;
        boolean positive = rows.positive(row);
        if (all.add(positive)) {
            touched[open++] = all;
        }
        for (int attribute = 0; attribute < groups.length; attribute++) {
            ScoreTally tally = groups[attribute][rows.groupOf(row, attribute)];
            if (tally.add(positive)) {
                touched[open++] = tally;
            }
        }
        crossings.add(rows, row, positive, run);
        return open;
    }

    private void close(ScoreRun run, int open) {
        long runPositives = all.runPositives();
        long runNegatives = all.runNegatives();
        deciles.add(run, runPositives, runNegatives);
        if (runPositives > 0) {
            logLosses.addProduct(FixedPoint.logLoss(run.score()), runPositives);
            precisions.addProduct(FixedPoint.of(precisionHere()), runPositives);
        }
        if (runNegatives > 0) {
            logLosses.addProduct(FixedPoint.logLoss(1 - run.score()), runNegatives);
        }
        for (int i = 0; i < open; i++) {
            touched[i].close(run);
        }
    }

    /** Of the rows at or above the current score, how many are positive. */
    private double precisionHere() {
        double found = positives - all.positivesSoFar();
        return found / (rows.size() - all.positivesSoFar() - all.negativesSoFar());
    }

    /** Scores whose rows lie in several deciles and are told apart by id. */
    List<DecileCut.DividedScore> divided() {
        return deciles.divided();
    }

    /** All scores whose rows lie in several deciles. */
    List<DecileCut.DividedScore> cuts() {
        return deciles.cuts();
    }

    EvidenceStatistics.Split split(DecileCut.LabelsById labels) {
        List<ScoreBand> bands = deciles.bands(labels);
        return new EvidenceStatistics.Split(
                all.statistics(),
                bands,
                new BigDecimal(logLosses.value(), FixedPoint.LOG_PLACES),
                FixedPoint.decimal(precisions.value()));
    }

    /** By attribute and group. */
    List<ScoreStatistics> statistics(int attribute) {
        return ScoreTally.statisticsOf(groups[attribute]);
    }

    CrossingTally crossings() {
        return crossings;
    }
}
