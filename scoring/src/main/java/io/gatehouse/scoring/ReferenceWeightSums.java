package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.weights.WeightSum;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Sums over the weights of rows, and who beats whom by weight, by their definitions. */
final class ReferenceWeightSums {
    private ReferenceWeightSums() {}

    static BigInteger weight(Row row) {
        return BigInteger.valueOf(FixedPoint.weight(row.weight()));
    }

    static BigInteger square(Row row) {
        return weight(row).multiply(weight(row));
    }

    static BigInteger sum(Stream<Row> rows, Function<Row, BigInteger> term) {
        return rows.map(term).reduce(BigInteger.ZERO, BigInteger::add);
    }

    static WeightSum weights(List<Row> rows, Predicate<Row> condition) {
        List<Row> some = rows.stream().filter(condition).toList();
        return new WeightSum(
                some.size(),
                sum(some.stream(), ReferenceWeightSums::weight),
                sum(some.stream(), ReferenceWeightSums::square));
    }

    /** Twice the weight of the rows of the other label that this one beats, and that of the tied ones once. */
    static BigInteger placement(Row row, List<Row> rows, ToDoubleFunction<Row> score) {
        return sum(rows.stream().filter(other -> other.positive() != row.positive()), other -> {
            int order = Double.compare(score.applyAsDouble(row), score.applyAsDouble(other));
            return weight(other).multiply(BigInteger.valueOf(1L + (row.positive() ? order : -order)));
        });
    }

    static WeightedPlacementSums placements(List<Row> rows, ToDoubleFunction<Row> score) {
        return new WeightedPlacementSums(
                weights(rows, Row::positive),
                weights(rows, row -> !row.positive()),
                sum(rows.stream().filter(Row::positive), row -> weight(row).multiply(placement(row, rows, score))),
                squares(rows, true, score),
                squares(rows, false, score));
    }

    static WeightedPlacementSums.Squares squares(List<Row> rows, boolean positive, ToDoubleFunction<Row> score) {
        return new WeightedPlacementSums.Squares(
                sum(
                        rows.stream().filter(row -> row.positive() == positive),
                        row -> square(row).multiply(placement(row, rows, score))),
                products(rows, positive, score, score));
    }

    static BigInteger products(
            List<Row> rows, boolean positive, ToDoubleFunction<Row> first, ToDoubleFunction<Row> second) {
        return sum(
                rows.stream().filter(row -> row.positive() == positive),
                row -> square(row).multiply(placement(row, rows, first)).multiply(placement(row, rows, second)));
    }
}
