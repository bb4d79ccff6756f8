package io.gatehouse.scoring;

import io.gatehouse.fairness.discrimination.PlacementSums;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Who is ranked before whom, by definition: how many rows each one beats, and the tenths of the ranking. */
final class ReferenceRanks {
    private ReferenceRanks() {}

    /** Twice the rows of the other label that this one beats, and the tied ones once. */
    private static long doubledPlacement(Row row, List<Row> rows, ToDoubleFunction<Row> score) {
        long placement = 0;
        for (Row other : rows) {
            if (other.positive() != row.positive()) {
                int order = Double.compare(score.applyAsDouble(row), score.applyAsDouble(other));
                placement += 1 + (row.positive() ? order : -order);
            }
        }
        return placement;
    }

    static PlacementSums placements(List<Row> rows, ToDoubleFunction<Row> score) {
        List<Row> positives = rows.stream().filter(Row::positive).toList();
        return new PlacementSums(
                positives.size(),
                rows.size() - positives.size(),
                positives.stream()
                        .map(row -> BigInteger.valueOf(doubledPlacement(row, rows, score)))
                        .reduce(BigInteger.ZERO, BigInteger::add),
                products(rows, true, score, score),
                products(rows, false, score, score));
    }

    static BigInteger products(
            List<Row> rows, boolean positive, ToDoubleFunction<Row> first, ToDoubleFunction<Row> second) {
        return rows.stream()
                .filter(row -> row.positive() == positive)
                .map(row -> BigInteger.valueOf(doubledPlacement(row, rows, first))
                        .multiply(BigInteger.valueOf(doubledPlacement(row, rows, second))))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * The first n mod 10 bands hold one row more, as numpy.array_split cuts; empty ones are left out. Without ids a tie never flatters:
     * negatives come first, and then those who are worth less.
     */
    static List<List<Row>> tenths(List<Row> rows) {
        Comparator<Row> byId = Comparator.comparing(
                row -> String.valueOf(row.id()).getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
        List<Row> ranked = rows.stream()
                .sorted(Comparator.comparingDouble(Row::score)
                        .reversed()
                        .thenComparing(byId)
                        .thenComparing(Row::positive)
                        .thenComparing(row -> ReferenceValues.counts(row) ? row.value() : -1.0))
                .toList();
        List<List<Row>> bands = new ArrayList<>();
        int from = 0;
        for (int band = 0; band < 10; band++) {
            int to = from + ranked.size() / 10 + (band < ranked.size() % 10 ? 1 : 0);
            if (to > from) {
                bands.add(ranked.subList(from, to));
            }
            from = to;
        }
        return bands;
    }
}
