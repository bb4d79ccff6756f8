package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import io.gatehouse.scoring.PredictionTable.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The statistics of a table by their definitions, every row against every other: slow, and easy to believe. */
final class NaiveCounts {

    private NaiveCounts() {}

    static ConfusionCounts confusion(List<Row> rows, ToDoubleFunction<Row> score, double threshold) {
        return new ConfusionCounts(
                count(rows, row -> row.positive() && score.applyAsDouble(row) >= threshold),
                count(rows, row -> !row.positive() && score.applyAsDouble(row) >= threshold),
                count(rows, row -> row.positive() && score.applyAsDouble(row) < threshold),
                count(rows, row -> !row.positive() && score.applyAsDouble(row) < threshold));
    }

    static long count(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }

    /** Twice the rows of the other label that this one beats, and the tied ones once. */
    private static BigInteger doubledPlacement(Row row, List<Row> rows, ToDoubleFunction<Row> score) {
        long placement = 0;
        for (Row other : rows) {
            if (other.positive() != row.positive()) {
                int order = Double.compare(score.applyAsDouble(row), score.applyAsDouble(other));
                placement += 1 + (row.positive() ? order : -order);
            }
        }
        return BigInteger.valueOf(placement);
    }

    static PlacementSums placements(List<Row> rows, ToDoubleFunction<Row> score) {
        return new PlacementSums(
                count(rows, Row::positive),
                count(rows, row -> !row.positive()),
                rows.stream()
                        .filter(Row::positive)
                        .map(row -> doubledPlacement(row, rows, score))
                        .reduce(BigInteger.ZERO, BigInteger::add),
                crossProduct(rows, true, score, score),
                crossProduct(rows, false, score, score));
    }

    static BigInteger crossProduct(
            List<Row> rows, boolean positive, ToDoubleFunction<Row> first, ToDoubleFunction<Row> second) {
        return rows.stream()
                .filter(row -> row.positive() == positive)
                .map(row -> doubledPlacement(row, rows, first).multiply(doubledPlacement(row, rows, second)))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    static PairedDecisionCounts.Cells cells(List<Row> rows, boolean positive, double threshold) {
        List<Row> some = rows.stream().filter(row -> row.positive() == positive).toList();
        return new PairedDecisionCounts.Cells(
                count(some, row -> row.score() >= threshold && row.champion() >= threshold),
                count(some, row -> row.score() >= threshold && row.champion() < threshold),
                count(some, row -> row.score() < threshold && row.champion() >= threshold),
                count(some, row -> row.score() < threshold && row.champion() < threshold));
    }

    static BigDecimal sumOfSquaredErrors(List<Row> rows) {
        return rows.stream()
                .map(row -> decimal(row)
                        .subtract(row.positive() ? BigDecimal.ONE : BigDecimal.ZERO)
                        .pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The first n mod 10 bands hold one row more, as numpy.array_split cuts. */
    static List<ScoreBand> deciles(List<Row> rows) {
        List<Row> ranked = rows.stream()
                .sorted(Comparator.comparingDouble(Row::score).reversed().thenComparing(Row::id))
                .toList();
        List<ScoreBand> bands = new ArrayList<>();
        int from = 0;
        for (int band = 0; band < 10; band++) {
            int to = from + ranked.size() / 10 + (band < ranked.size() % 10 ? 1 : 0);
            bands.add(band(ranked.subList(from, to)));
            from = to;
        }
        return bands;
    }

    static List<ScoreBand> calibration(List<Row> rows) {
        List<ScoreBand> bands = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            int band = k;
            List<Row> members = rows.stream()
                    .filter(row -> Math.min(decimal(row).movePointRight(1).intValue(), 9) == band)
                    .toList();
            if (!members.isEmpty()) {
                bands.add(band(members));
            }
        }
        return bands;
    }

    private static ScoreBand band(List<Row> members) {
        return new ScoreBand(
                members.size(),
                count(members, Row::positive),
                members.stream().map(NaiveCounts::decimal).reduce(BigDecimal.ZERO.setScale(15), BigDecimal::add),
                members.stream().mapToDouble(Row::score).min().orElseThrow(),
                members.stream().mapToDouble(Row::score).max().orElseThrow());
    }

    private static BigDecimal decimal(Row row) {
        return new BigDecimal(Double.toString(row.score())).setScale(15);
    }
}
