package io.gatehouse.scoring;

import static io.gatehouse.scoring.ReferenceWeightSums.square;
import static io.gatehouse.scoring.ReferenceWeightSums.sum;
import static io.gatehouse.scoring.ReferenceWeightSums.weight;
import static io.gatehouse.scoring.ReferenceWeightSums.weights;

import io.gatehouse.fairness.value.WeightedMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;

/** What weighted rows are worth by who flags them, by its definition. */
final class ReferenceWeightedValues {
    private final Predicate<Row> flagged;
    private final Predicate<Row> onChampionsList;

    ReferenceWeightedValues(Predicate<Row> flagged, Predicate<Row> onChampionsList) {
        this.flagged = flagged;
        this.onChampionsList = onChampionsList;
    }

    /** By who flags a row: both, the challenger, the champion, nobody. */
    List<Predicate<Row>> cells(boolean positive) {
        Predicate<Row> label = row -> row.positive() == positive;
        return List.of(
                label.and(flagged).and(onChampionsList),
                label.and(flagged).and(onChampionsList.negate()),
                label.and(flagged.negate()).and(onChampionsList),
                label.and(flagged.negate()).and(onChampionsList.negate()));
    }

    WeightedStatistics.Values values(List<Row> rows, boolean withPairs) {
        List<Row> valued = rows.stream()
                .filter(row -> row.value() >= 0 && row.value() <= FixedPoint.MOST_VALUE)
                .toList();
        List<Row> paired = valued.stream().filter(Row::paired).toList();
        return new WeightedStatistics.Values(
                new WeightedValueCells(
                        moments(valued, flagged.and(Row::positive)),
                        moments(valued, flagged.and(row -> !row.positive())),
                        moments(valued, flagged.negate().and(Row::positive)),
                        moments(valued, flagged.negate().and(row -> !row.positive()))),
                withPairs ? new WeightedPairedCells(pairedCells(paired, true), pairedCells(paired, false)) : null);
    }

    private WeightedPairedCells.Cells pairedCells(List<Row> paired, boolean positive) {
        List<WeightedMoments> moments =
                cells(positive).stream().map(cell -> moments(paired, cell)).toList();
        return new WeightedPairedCells.Cells(moments.get(0), moments.get(1), moments.get(2), moments.get(3));
    }

    private static WeightedMoments moments(List<Row> rows, Predicate<Row> cell) {
        List<Row> some = rows.stream().filter(cell).toList();
        return new WeightedMoments(
                weights(rows, cell),
                new BigDecimal(sum(some.stream(), row -> weight(row).multiply(value(row))), FixedPoint.VALUE_PLACES),
                new BigDecimal(sum(some.stream(), row -> square(row).multiply(value(row))), FixedPoint.VALUE_PLACES),
                new BigDecimal(
                        sum(
                                some.stream(),
                                row -> square(row).multiply(value(row)).multiply(value(row))),
                        2 * FixedPoint.VALUE_PLACES));
    }

    private static BigInteger value(Row row) {
        return BigInteger.valueOf(FixedPoint.value(row.value()));
    }
}
