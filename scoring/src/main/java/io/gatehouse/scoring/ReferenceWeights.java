package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.WeightedBand;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.WeightedPairedPlacementSums;
import io.gatehouse.fairness.discrimination.WeightedPlacementSums;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.segments.WeightedHistogram;
import io.gatehouse.fairness.value.WeightedDecisions;
import io.gatehouse.fairness.value.WeightedHistograms;
import io.gatehouse.fairness.value.WeightedMoments;
import io.gatehouse.fairness.value.WeightedPairedCells;
import io.gatehouse.fairness.value.WeightedValueCells;
import io.gatehouse.fairness.weights.WeightSum;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statistics of weighted rows by their definitions. */
final class ReferenceWeights {

    private final Predicate<Row> flagged;
    private final Predicate<Row> onChampionsList;

    ReferenceWeights(double threshold) {
        this.flagged = row -> row.score() >= threshold;
        this.onChampionsList = row -> row.champion() >= threshold;
    }

    WeightedStatistics statistics(
            String column,
            List<Row> test,
            List<Row> validation,
            int attributes,
            boolean withPairs,
            boolean withValues) {
        return new WeightedStatistics(
                column,
                split(test),
                validation.isEmpty() ? null : split(validation),
                IntStream.range(0, attributes)
                        .mapToObj(i -> groups(values(test, i).stream().map(value -> of(test, i, value))))
                        .toList(),
                crossings(test, attributes),
                withPairs ? pairs(test.stream().filter(Row::paired).toList()) : null,
                withValues ? values(test, withPairs) : null);
    }

    private static BigInteger weight(Row row) {
        return BigInteger.valueOf(FixedPoint.weight(row.weight()));
    }

    private static BigInteger square(Row row) {
        return weight(row).multiply(weight(row));
    }

    private static BigInteger sum(Stream<Row> rows, Function<Row, BigInteger> term) {
        return rows.map(term).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static WeightSum weights(List<Row> rows, Predicate<Row> condition) {
        List<Row> some = rows.stream().filter(condition).toList();
        return new WeightSum(
                some.size(),
                sum(some.stream(), ReferenceWeights::weight),
                sum(some.stream(), ReferenceWeights::square));
    }

    private WeightedStatistics.Group group(List<Row> rows) {
        return new WeightedStatistics.Group(
                new WeightedCounts(
                        weights(rows, flagged.and(Row::positive)),
                        weights(rows, flagged.and(row -> !row.positive())),
                        weights(rows, flagged.negate().and(Row::positive)),
                        weights(rows, flagged.negate().and(row -> !row.positive()))),
                histogram(rows));
    }

    private static WeightedHistogram histogram(List<Row> rows) {
        return new WeightedHistogram(bins(rows, Row::positive), bins(rows, row -> !row.positive()));
    }

    private static List<WeightSum> bins(List<Row> rows, Predicate<Row> condition) {
        return IntStream.range(0, ScoreHistogram.BINS)
                .mapToObj(bin -> weights(rows, condition.and(row -> bin(row) == bin)))
                .toList();
    }

    /** How many of the thresholds are at or below the score. */
    private static int bin(Row row) {
        return (int) IntStream.rangeClosed(1, 99)
                .filter(percent -> row.score() >= percent / 100.0)
                .count();
    }

    private static List<String> values(List<Row> rows, int attribute) {
        return rows.stream()
                .map(row -> row.groups().get(attribute))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Row> of(List<Row> rows, int attribute, String value) {
        return rows.stream()
                .filter(row -> row.groups().get(attribute).equals(value))
                .toList();
    }

    private WeightedStatistics.Groups groups(Stream<List<Row>> members) {
        return new WeightedStatistics.Groups(members.map(this::group).toList());
    }

    private List<WeightedStatistics.Groups> crossings(List<Row> rows, int attributes) {
        List<WeightedStatistics.Groups> crossings = new ArrayList<>();
        for (int i = 0; i < attributes; i++) {
            for (int j = i + 1; j < attributes; j++) {
                int first = i;
                int second = j;
                boolean leftOut = values(rows, i).size() * values(rows, j).size() > CrossingTally.MOST_COMBINATIONS;
                crossings.add(groups((leftOut ? Stream.<String>of() : values(rows, i).stream()).flatMap(one -> {
                    List<Row> some = of(rows, first, one);
                    return values(some, second).stream().map(other -> of(some, second, other));
                })));
            }
        }
        return crossings;
    }

    private WeightedStatistics.Split split(List<Row> rows) {
        return new WeightedStatistics.Split(group(rows), placements(rows, Row::score), calibration(rows), tenths(rows));
    }

    /** Twice the weight of the rows of the other label that this one beats, and that of the tied ones once. */
    private static BigInteger placement(Row row, List<Row> rows, ToDoubleFunction<Row> score) {
        return sum(rows.stream().filter(other -> other.positive() != row.positive()), other -> {
            int order = Double.compare(score.applyAsDouble(row), score.applyAsDouble(other));
            return weight(other).multiply(BigInteger.valueOf(1L + (row.positive() ? order : -order)));
        });
    }

    private static WeightedPlacementSums placements(List<Row> rows, ToDoubleFunction<Row> score) {
        return new WeightedPlacementSums(
                weights(rows, Row::positive),
                weights(rows, row -> !row.positive()),
                sum(rows.stream().filter(Row::positive), row -> weight(row).multiply(placement(row, rows, score))),
                squares(rows, true, score),
                squares(rows, false, score));
    }

    private static WeightedPlacementSums.Squares squares(
            List<Row> rows, boolean positive, ToDoubleFunction<Row> score) {
        return new WeightedPlacementSums.Squares(
                sum(
                        rows.stream().filter(row -> row.positive() == positive),
                        row -> square(row).multiply(placement(row, rows, score))),
                products(rows, positive, score, score));
    }

    private static BigInteger products(
            List<Row> rows, boolean positive, ToDoubleFunction<Row> first, ToDoubleFunction<Row> second) {
        return sum(
                rows.stream().filter(row -> row.positive() == positive),
                row -> square(row).multiply(placement(row, rows, first)).multiply(placement(row, rows, second)));
    }

    private static BigDecimal decimal(double score) {
        return BigDecimal.valueOf(FixedPoint.of(score), FixedPoint.PLACES);
    }

    private static BigDecimal decimals(List<Row> rows, Function<Row, BigDecimal> term, int places) {
        return rows.stream()
                .map(row -> term.apply(row).multiply(new BigDecimal(weight(row))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(places);
    }

    private static WeightedCalibration calibration(List<Row> rows) {
        List<WeightedBand> bands = IntStream.range(0, 10)
                .mapToObj(band ->
                        rows.stream().filter(row -> bin(row) / 10 == band).toList())
                .filter(members -> !members.isEmpty())
                .map(members -> new WeightedBand(
                        weights(members, Row::positive),
                        weights(members, row -> !row.positive()),
                        decimals(members, row -> decimal(row.score()), FixedPoint.PLACES)))
                .toList();
        return new WeightedCalibration(
                bands,
                decimals(
                        rows,
                        row -> decimal(row.score())
                                .subtract(row.positive() ? BigDecimal.ONE : BigDecimal.ZERO)
                                .pow(2),
                        2 * FixedPoint.PLACES));
    }

    /** Positives below each cut are all below its score, and of the rows of its score as large a part as lies below the cut, rounded down. */
    private static List<BigInteger> tenths(List<Row> rows) {
        BigInteger all = sum(rows.stream(), ReferenceWeights::weight);
        List<BigInteger> below = IntStream.rangeClosed(0, 10)
                .mapToObj(cut -> positivesBelow(rows, all.multiply(BigInteger.valueOf(cut))))
                .toList();
        return IntStream.range(0, 10)
                .mapToObj(tenth -> below.get(10 - tenth).subtract(below.get(9 - tenth)))
                .toList();
    }

    private static BigInteger positivesBelow(List<Row> rows, BigInteger cut) {
        for (double score :
                rows.stream().mapToDouble(Row::score).distinct().sorted().toArray()) {
            BigInteger below = sum(rows.stream().filter(row -> row.score() < score), ReferenceWeights::weight);
            BigInteger tied = sum(rows.stream().filter(row -> row.score() == score), ReferenceWeights::weight);
            BigInteger part = cut.subtract(below.multiply(BigInteger.TEN));
            if (part.compareTo(tied.multiply(BigInteger.TEN)) <= 0) {
                Stream<Row> positives = rows.stream().filter(Row::positive);
                BigInteger ofTied = weights(rows, row -> row.positive() && row.score() == score)
                        .sum();
                return sum(positives.filter(row -> row.score() < score), ReferenceWeights::weight)
                        .multiply(BigInteger.TEN)
                        .add(part.multiply(ofTied).divide(tied));
            }
        }
        throw new IllegalStateException("A cut lies above all rows: " + cut);
    }

    private WeightedStatistics.Pairs pairs(List<Row> paired) {
        return new WeightedStatistics.Pairs(
                new WeightedPairedPlacementSums(
                        placements(paired, Row::score),
                        placements(paired, Row::champion),
                        products(paired, true, Row::score, Row::champion),
                        products(paired, false, Row::score, Row::champion)),
                new WeightedDecisions(decisions(paired, true), decisions(paired, false)),
                new WeightedHistograms(
                        histogram(paired.stream().filter(onChampionsList).toList()),
                        histogram(
                                paired.stream().filter(onChampionsList.negate()).toList())));
    }

    /** By who flags a row: both, the challenger, the champion, nobody. */
    private List<Predicate<Row>> cells(boolean positive) {
        Predicate<Row> label = row -> row.positive() == positive;
        return List.of(
                label.and(flagged).and(onChampionsList),
                label.and(flagged).and(onChampionsList.negate()),
                label.and(flagged.negate()).and(onChampionsList),
                label.and(flagged.negate()).and(onChampionsList.negate()));
    }

    private WeightedDecisions.Cells decisions(List<Row> paired, boolean positive) {
        List<WeightSum> sums =
                cells(positive).stream().map(cell -> weights(paired, cell)).toList();
        return new WeightedDecisions.Cells(sums.get(0), sums.get(1), sums.get(2), sums.get(3));
    }

    private WeightedStatistics.Values values(List<Row> rows, boolean withPairs) {
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
