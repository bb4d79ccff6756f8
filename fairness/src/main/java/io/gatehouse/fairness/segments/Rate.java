package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.weights.WeightSum;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rate of a group, as so many of so many out of its {@link ConfusionCounts}. Parity between two groups is a ratio of 1 or a difference
 * of 0. A rate whose denominator is 0 is NaN; scikit-learn and fairlearn answer 0 there.
 */
public enum Rate {
    /** (TP+FP)/n. fairlearn {@code selection_rate}; Aequitas {@code pprev}. */
    SELECTION_RATE(Side.LOW, Cell.flagged(), Cell.all()),
    /** TP/(TP+FN), recall: of those who leave, how many are found. fairlearn {@code true_positive_rate}. */
    TRUE_POSITIVE_RATE(Side.LOW, Set.of(Cell.TRUE_POSITIVE), Cell.positive()),
    /** FN/(TP+FN): of those who leave, how many are missed. fairlearn {@code false_negative_rate}. */
    FALSE_NEGATIVE_RATE(Side.HIGH, Set.of(Cell.FALSE_NEGATIVE), Cell.positive()),
    /** FP/(FP+TN): of those who stay, how many are flagged. fairlearn {@code false_positive_rate}. */
    FALSE_POSITIVE_RATE(Side.HIGH, Set.of(Cell.FALSE_POSITIVE), Cell.negative()),
    /** TN/(FP+TN): of those who stay, how many are left alone. fairlearn {@code true_negative_rate}. */
    TRUE_NEGATIVE_RATE(Side.LOW, Set.of(Cell.TRUE_NEGATIVE), Cell.negative()),
    /** TP/(TP+FP), positive predictive value: of those flagged, how many leave. scikit-learn {@code precision_score}. */
    PRECISION(Side.LOW, Set.of(Cell.TRUE_POSITIVE), Cell.flagged()),
    /** FP/(TP+FP): of those flagged, how many stay. Aequitas {@code fdr}. */
    FALSE_DISCOVERY_RATE(Side.HIGH, Set.of(Cell.FALSE_POSITIVE), Cell.flagged()),
    /** TN/(TN+FN): of those not flagged, how many stay. Aequitas {@code npv}. */
    NEGATIVE_PREDICTIVE_VALUE(Side.LOW, Set.of(Cell.TRUE_NEGATIVE), Cell.leftAlone()),
    /** FN/(TN+FN): of those not flagged, how many leave. Aequitas {@code for}. */
    FALSE_OMISSION_RATE(Side.HIGH, Set.of(Cell.FALSE_NEGATIVE), Cell.leftAlone()),
    /** (TP+TN)/n. scikit-learn {@code accuracy_score}. */
    ACCURACY(Side.LOW, Set.of(Cell.TRUE_POSITIVE, Cell.TRUE_NEGATIVE), Cell.all()),
    /** (TP+FN)/n: how many leave, whatever the model says. Shown beside the others; it says nothing about the model. */
    BASE_RATE(Side.HIGH, Cell.positive(), Cell.all());

    /** Which side of parity is the worse one for the group, where being flagged is to its benefit, as with an offer to stay. */
    enum Side {
        LOW,
        HIGH
    }

    /** One of the four cells that a threshold and the labels divide rows into. */
    private enum Cell {
        TRUE_POSITIVE,
        FALSE_POSITIVE,
        FALSE_NEGATIVE,
        TRUE_NEGATIVE;

        static Set<Cell> all() {
            return EnumSet.allOf(Cell.class);
        }

        static Set<Cell> flagged() {
            return EnumSet.of(TRUE_POSITIVE, FALSE_POSITIVE);
        }

        static Set<Cell> leftAlone() {
            return EnumSet.of(FALSE_NEGATIVE, TRUE_NEGATIVE);
        }

        static Set<Cell> positive() {
            return EnumSet.of(TRUE_POSITIVE, FALSE_NEGATIVE);
        }

        static Set<Cell> negative() {
            return EnumSet.of(FALSE_POSITIVE, TRUE_NEGATIVE);
        }

        long of(ConfusionCounts counts) {
            return switch (this) {
                case TRUE_POSITIVE -> counts.truePositives();
                case FALSE_POSITIVE -> counts.falsePositives();
                case FALSE_NEGATIVE -> counts.falseNegatives();
                case TRUE_NEGATIVE -> counts.trueNegatives();
            };
        }

        WeightSum of(WeightedCounts counts) {
            return switch (this) {
                case TRUE_POSITIVE -> counts.truePositives();
                case FALSE_POSITIVE -> counts.falsePositives();
                case FALSE_NEGATIVE -> counts.falseNegatives();
                case TRUE_NEGATIVE -> counts.trueNegatives();
            };
        }
    }

    private final Side disadvantage;
    private final Set<Cell> counted;
    private final Set<Cell> among;

    Rate(Side disadvantage, Set<Cell> counted, Set<Cell> among) {
        this.disadvantage = disadvantage;
        this.counted = counted;
        this.among = among;
    }

    /** Numerator and denominator of this rate among the counts. */
    public Proportion of(ConfusionCounts counts) {
        return new Proportion(rows(counted, counts), rows(among, counts));
    }

    /**
     * The weighted rate, out of the effective rows of its own denominator: the true positive rate of weighted rows is as sure as that of so
     * many equal leavers.
     */
    public Proportion of(WeightedCounts counts) {
        return weights(counted, counts).in(weights(among, counts));
    }

    private static long rows(Set<Cell> cells, ConfusionCounts counts) {
        long rows = 0;
        for (Cell cell : cells) {
            rows += cell.of(counts);
        }
        return rows;
    }

    private static WeightSum weights(Set<Cell> cells, WeightedCounts counts) {
        return cells.stream().map(cell -> cell.of(counts)).reduce(WeightSum.NONE, WeightSum::plus);
    }

    Side disadvantage() {
        return disadvantage;
    }
}
