package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.value.BandValues;
import io.gatehouse.fairness.value.ChallengerValues;
import io.gatehouse.fairness.value.PairedValueCells;
import io.gatehouse.fairness.value.ValueCells;
import io.gatehouse.fairness.value.ValueHistogram;
import io.gatehouse.fairness.value.ValueMoments;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What rows are worth, by the definitions. */
final class ReferenceValues {

    private final ReferenceCounts counts;
    private final double threshold;

    ReferenceValues(double threshold) {
        this.counts = new ReferenceCounts(threshold);
        this.threshold = threshold;
    }

    /** Whether the row has a value that can be counted. */
    static boolean counts(Row row) {
        return row.value() >= 0 && row.value() <= FixedPoint.MOST_VALUE;
    }

    /** @param rows of the test split */
    EvidenceStatistics.Values values(List<Row> rows, boolean withPairs) {
        List<Row> valued = rows.stream().filter(ReferenceValues::counts).toList();
        List<Row> paired = valued.stream().filter(Row::paired).toList();
        Predicate<Row> onChampionsList = row -> row.champion() >= threshold;
        return new EvidenceStatistics.Values(
                new ValueCells(
                        cell(valued, true, true),
                        cell(valued, false, true),
                        cell(valued, true, false),
                        cell(valued, false, false)),
                rows.size() - valued.size(),
                withPairs ? new PairedValueCells(cells(paired, true), cells(paired, false)) : null,
                byScore(valued),
                withPairs
                        ? new ChallengerValues(
                                byScore(paired.stream().filter(onChampionsList).toList()),
                                byScore(paired.stream()
                                        .filter(onChampionsList.negate())
                                        .toList()))
                        : null,
                ReferenceRanks.tenths(rows).stream().map(this::band).toList());
    }

    private ValueMoments cell(List<Row> rows, boolean positive, boolean flagged) {
        return moments(rows, row -> row.positive() == positive && row.score() >= threshold == flagged);
    }

    private PairedValueCells.Cells cells(List<Row> paired, boolean positive) {
        List<ValueMoments> moments = counts.byDecisions(paired, positive).stream()
                .map(rows -> moments(rows, row -> true))
                .toList();
        return new PairedValueCells.Cells(moments.get(0), moments.get(1), moments.get(2), moments.get(3));
    }

    private static ValueHistogram byScore(List<Row> rows) {
        return new ValueHistogram(bins(rows, true), bins(rows, false));
    }

    private static List<ValueMoments> bins(List<Row> rows, boolean positive) {
        return IntStream.range(0, ScoreHistogram.BINS)
                .mapToObj(bin -> moments(rows, row -> row.positive() == positive && ReferenceCounts.bin(row) == bin))
                .toList();
    }

    private BandValues band(List<Row> members) {
        return new BandValues(
                moments(members, row -> counts(row) && row.positive()),
                moments(members, row -> counts(row) && !row.positive()));
    }

    private static ValueMoments moments(List<Row> rows, Predicate<Row> condition) {
        List<Row> some = rows.stream().filter(condition).toList();
        Function<Row, BigDecimal> value =
                row -> BigDecimal.valueOf(FixedPoint.value(row.value()), FixedPoint.VALUE_PLACES);
        return new ValueMoments(
                some.size(),
                ReferenceCounts.scaled(ReferenceCounts.sum(some, value), FixedPoint.VALUE_PLACES),
                ReferenceCounts.scaled(
                        ReferenceCounts.sum(some, row -> value.apply(row).multiply(value.apply(row))),
                        2 * FixedPoint.VALUE_PLACES));
    }
}
