package io.gatehouse.fairness.rows;

import io.gatehouse.fairness.calibration.WeightedBand;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.WeightedPairedPlacementSums;
import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.value.WeightedMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.fairness.weights.WeightSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Labelled rows with a score, a weight and a value, reduced row by row and pair by pair: slow, and too plain to be wrong.
 *
 * @param labels whether the label is positive
 * @param scores in the same order
 * @param weights in the same order, in whole units
 * @param values in the same order
 */
public record WeightedRows(boolean[] labels, double[] scores, long[] weights, double[] values) {

    private static final boolean[] TWELVE = {
        true, false, true, true, false, false, true, false, true, false, false, true
    };
    private static final double[] VALUES = {10, 0, 25.5, 40, 12, 7, 33.25, 5, 18, 60, 2, 90};
    /** 1.5, 2, 0.25, 3, 1, 4, 2.5, 0.5, 1, 2, 3.75, 0.5 in quarters. */
    private static final long[] QUARTERS = {6, 8, 1, 12, 4, 16, 10, 2, 4, 8, 15, 2};

    /** Twelve customers as model A scores them. */
    public static final WeightedRows A =
            new WeightedRows(TWELVE, new double[] {.9, .8, .7, .7, .7, .2, .4, .4, .6, .1, .3, .2}, QUARTERS, VALUES);

    /** The same customers as model B scores them. */
    public static final WeightedRows B =
            new WeightedRows(TWELVE, new double[] {.8, .7, .9, .5, .5, .3, .5, .2, .4, .2, .6, .1}, QUARTERS, VALUES);

    /** The same rows with other weights. */
    public WeightedRows weighing(long... other) {
        return new WeightedRows(labels, scores, other, values);
    }

    /** The same rows, every weight multiplied. */
    public WeightedRows times(long factor) {
        return weighing(Arrays.stream(weights).map(weight -> factor * weight).toArray());
    }

    /** The same rows, each of them once. */
    public ScoredRows plain() {
        return new ScoredRows(labels, scores);
    }

    private long[] placements() {
        long[] placements = new long[labels.length];
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                if (labels[i] != labels[j]) {
                    double above = labels[i] ? scores[i] - scores[j] : scores[j] - scores[i];
                    placements[i] += above > 0 ? 2 * weights[j] : above == 0 ? weights[j] : 0;
                }
            }
        }
        return placements;
    }

    private BigInteger sum(IntPredicate chosen, IntToLongFunction... factors) {
        return IntStream.range(0, labels.length)
                .filter(chosen)
                .mapToObj(i -> Arrays.stream(factors)
                        .map(factor -> BigInteger.valueOf(factor.applyAsLong(i)))
                        .reduce(BigInteger.ONE, BigInteger::multiply))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private WeightSum weightSum(IntPredicate chosen) {
        return new WeightSum(
                IntStream.range(0, labels.length).filter(chosen).count(),
                sum(chosen, i -> weights[i]),
                sum(chosen, i -> weights[i], i -> weights[i]));
    }

    public WeightedPlacementSums sums() {
        long[] a = placements();
        return new WeightedPlacementSums(
                weightSum(i -> labels[i]),
                weightSum(i -> !labels[i]),
                sum(i -> labels[i], i -> weights[i], i -> a[i]),
                squares(i -> labels[i], a),
                squares(i -> !labels[i], a));
    }

    private WeightedPlacementSums.Squares squares(IntPredicate chosen, long[] a) {
        return new WeightedPlacementSums.Squares(
                sum(chosen, i -> weights[i], i -> weights[i], i -> a[i]),
                sum(chosen, i -> weights[i], i -> weights[i], i -> a[i], i -> a[i]));
    }

    public WeightedPairedPlacementSums beside(WeightedRows other) {
        long[] mine = placements();
        long[] theirs = other.placements();
        return new WeightedPairedPlacementSums(
                sums(),
                other.sums(),
                sum(i -> labels[i], i -> weights[i], i -> weights[i], i -> mine[i], i -> theirs[i]),
                sum(i -> !labels[i], i -> weights[i], i -> weights[i], i -> mine[i], i -> theirs[i]));
    }

    public WeightedCounts at(double threshold) {
        return cells(threshold).counts();
    }

    public WeightedValueCells cells(double threshold) {
        return new WeightedValueCells(
                moments(i -> labels[i] && scores[i] >= threshold),
                moments(i -> !labels[i] && scores[i] >= threshold),
                moments(i -> labels[i] && scores[i] < threshold),
                moments(i -> !labels[i] && scores[i] < threshold));
    }

    public WeightedPairedCells cellsBeside(WeightedRows other, double threshold) {
        return new WeightedPairedCells(
                pairedCells(other, threshold, i -> labels[i]), pairedCells(other, threshold, i -> !labels[i]));
    }

    private WeightedPairedCells.Cells pairedCells(WeightedRows other, double threshold, IntPredicate label) {
        IntPredicate mine = i -> label.test(i) && scores[i] >= threshold;
        IntPredicate not = i -> label.test(i) && scores[i] < threshold;
        IntPredicate theirs = i -> other.scores[i] >= threshold;
        return new WeightedPairedCells.Cells(
                moments(mine.and(theirs)),
                moments(mine.and(theirs.negate())),
                moments(not.and(theirs)),
                moments(not.and(theirs.negate())));
    }

    private WeightedMoments moments(IntPredicate chosen) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal tilted = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i : IntStream.range(0, labels.length).filter(chosen).toArray()) {
            BigDecimal weight = BigDecimal.valueOf(weights[i]);
            BigDecimal value = BigDecimal.valueOf(values[i]);
            sum = sum.add(weight.multiply(value));
            tilted = tilted.add(weight.multiply(weight).multiply(value));
            squares = squares.add(weight.multiply(weight).multiply(value).multiply(value));
        }
        return new WeightedMoments(weightSum(chosen), sum, tilted, squares);
    }

    /** In ten bands of scores. */
    public WeightedCalibration calibration() {
        BigDecimal errors = BigDecimal.ZERO;
        for (int i = 0; i < labels.length; i++) {
            BigDecimal error = BigDecimal.valueOf(scores[i]).subtract(labels[i] ? BigDecimal.ONE : BigDecimal.ZERO);
            errors = errors.add(error.multiply(error).multiply(BigDecimal.valueOf(weights[i])));
        }
        return new WeightedCalibration(
                IntStream.range(0, 10)
                        .mapToObj(this::band)
                        .filter(band -> band.all().rows() > 0)
                        .toList(),
                errors);
    }

    private WeightedBand band(int number) {
        IntPredicate inside = i -> (int) Math.min(9, Math.floor(scores[i] * 10 + 1e-9)) == number;
        BigDecimal scored = IntStream.range(0, labels.length)
                .filter(inside)
                .mapToObj(i -> BigDecimal.valueOf(scores[i]).multiply(BigDecimal.valueOf(weights[i])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WeightedBand(weightSum(inside.and(i -> labels[i])), weightSum(inside.and(i -> !labels[i])), scored);
    }
}
