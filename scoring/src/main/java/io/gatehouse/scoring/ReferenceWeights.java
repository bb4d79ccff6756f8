package io.gatehouse.scoring;

import static io.gatehouse.scoring.ReferenceWeightSums.placements;
import static io.gatehouse.scoring.ReferenceWeightSums.products;
import static io.gatehouse.scoring.ReferenceWeightSums.sum;
import static io.gatehouse.scoring.ReferenceWeightSums.weight;
import static io.gatehouse.scoring.ReferenceWeightSums.weights;

import io.gatehouse.fairness.calibration.WeightedBand;
import io.gatehouse.fairness.calibration.WeightedCalibration;
import io.gatehouse.fairness.discrimination.WeightedPairedPlacementSums;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.WeightedCounts;
import io.gatehouse.fairness.segments.WeightedHistogram;
import io.gatehouse.fairness.value.WeightedDecisions;
import io.gatehouse.fairness.value.WeightedHistograms;
import io.gatehouse.fairness.weights.WeightSum;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statistics of weighted rows by their definitions. */
final class ReferenceWeights {

    private final Predicate<Row> flagged;
    private final Predicate<Row> onChampionsList;

    private final ReferenceWeightedValues values;

    ReferenceWeights(double threshold) {
        this.flagged = row -> row.score() >= threshold;
        this.onChampionsList = row -> row.champion() >= threshold;
        this.values = new ReferenceWeightedValues(flagged, onChampionsList);
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
                withValues ? values.values(test, withPairs) : null);
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
        BigInteger all = sum(rows.stream(), ReferenceWeightSums::weight);
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
            BigInteger below = sum(rows.stream().filter(row -> row.score() < score), ReferenceWeightSums::weight);
            BigInteger tied = sum(rows.stream().filter(row -> row.score() == score), ReferenceWeightSums::weight);
            BigInteger part = cut.subtract(below.multiply(BigInteger.TEN));
            if (part.compareTo(tied.multiply(BigInteger.TEN)) <= 0) {
                Stream<Row> positives = rows.stream().filter(Row::positive);
                BigInteger ofTied = weights(rows, row -> row.positive() && row.score() == score)
                        .sum();
                return sum(positives.filter(row -> row.score() < score), ReferenceWeightSums::weight)
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

    private WeightedDecisions.Cells decisions(List<Row> paired, boolean positive) {
        List<WeightSum> sums = values.cells(positive).stream()
                .map(cell -> weights(paired, cell))
                .toList();
        return new WeightedDecisions.Cells(sums.get(0), sums.get(1), sums.get(2), sums.get(3));
    }
}
