package io.gatehouse.fairness.rows;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled rows with a score, reduced row by row and pair by pair: slow, and too plain to be wrong.
 *
 * @param labels whether the label is positive
 * @param scores in the same order
 */
public record ScoredRows(boolean[] labels, double[] scores) {

    private static final boolean[] TWELVE = {
        true, true, false, true, false, true, false, false, true, false, false, false
    };

    /** Twelve customers as model A scores them, by falling score. */
    public static final ScoredRows A =
            new ScoredRows(TWELVE, new double[] {.90, .80, .70, .65, .60, .55, .50, .40, .35, .30, .20, .10});

    /** The same customers as model B scores them. */
    public static final ScoredRows B =
            new ScoredRows(TWELVE, new double[] {.85, .90, .40, .70, .55, .30, .60, .45, .65, .20, .25, .15});

    /** Doubled placement of each row among the rows of the other label. */
    public long[] placements() {
        long[] placements = new long[labels.length];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] != labels[j]) {
                    double above = labels[i] ? scores[i] - scores[j] : scores[j] - scores[i];
                    placements[i] += above > 0 ? 2 : above == 0 ? 1 : 0;
                }
            }
        }
        return placements;
    }

    public PlacementSums sums() {
        long[] placements = placements();
        return new PlacementSums(
                count(true),
                count(false),
                BigInteger.valueOf(products(placements, onesLike(placements), true)),
                BigInteger.valueOf(products(placements, placements, true)),
                BigInteger.valueOf(products(placements, placements, false)));
    }

    public PairedPlacementSums beside(ScoredRows other) {
        long[] mine = placements();
        long[] theirs = other.placements();
        return new PairedPlacementSums(
                sums(),
                other.sums(),
                BigInteger.valueOf(products(mine, theirs, true)),
                BigInteger.valueOf(products(mine, theirs, false)));
    }

    public ConfusionCounts at(double threshold) {
        return pairedWith(this, threshold).challenger();
    }

    public PairedDecisionCounts pairedWith(ScoredRows champion, double threshold) {
        return new PairedDecisionCounts(cells(champion, threshold, true), cells(champion, threshold, false));
    }

    /** Equally wide bands, the last one closed; empty ones included. */
    public List<ScoreBand> uniformBands(int number) {
        List<ScoreBand> bands = new ArrayList<>();
        for (int band = 0; band < number; band++) {
            int wanted = band;
            bands.add(band(i -> Math.min(number - 1, (int) (scores[i] * number)) == wanted));
        }
        return bands;
    }

    /** Rows from one position to another. */
    public ScoreBand rows(int from, int to) {
        return band(i -> i >= from && i < to);
    }

    private ScoreBand band(java.util.function.IntPredicate chosen) {
        long rows = 0;
        long positives = 0;
        BigDecimal sum = BigDecimal.ZERO;
        double lowest = 1;
        double highest = 0;
        for (int i = 0; i < scores.length; i++) {
            if (chosen.test(i)) {
                rows++;
                positives += labels[i] ? 1 : 0;
                sum = sum.add(BigDecimal.valueOf(scores[i]));
                lowest = Math.min(lowest, scores[i]);
                highest = Math.max(highest, scores[i]);
            }
        }
        return new ScoreBand(rows, positives, sum, lowest, highest);
    }

    private PairedDecisionCounts.Cells cells(ScoredRows champion, double threshold, boolean label) {
        long[] cells = new long[4];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == label) {
                cells[(scores[i] >= threshold ? 0 : 2) + (champion.scores[i] >= threshold ? 0 : 1)]++;
            }
        }
        return new PairedDecisionCounts.Cells(cells[0], cells[1], cells[2], cells[3]);
    }

    private long count(boolean label) {
        return products(onesLike(new long[labels.length]), onesLike(new long[labels.length]), label);
    }

    private long products(long[] first, long[] second, boolean label) {
        long sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += labels[i] == label ? first[i] * second[i] : 0;
        }
        return sum;
    }

    private static long[] onesLike(long[] values) {
        long[] ones = new long[values.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
