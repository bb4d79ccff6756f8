package io.gatehouse.scoring;

import io.gatehouse.fairness.calibration.CalibrationSums;
import io.gatehouse.fairness.calibration.ScoreBand;
import io.gatehouse.fairness.discrimination.PairedPlacementSums;
import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.fairness.segments.SegmentCounts;
import io.gatehouse.fairness.value.PairedDecisionCounts;
import io.gatehouse.scoring.ReferenceRows.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The statistics by their definitions. */
final class ReferenceCounts {

    private final double threshold;

    ReferenceCounts(double threshold) {
        this.threshold = threshold;
    }

    private static long count(List<Row> rows, Predicate<Row> condition) {
        return rows.stream().filter(condition).count();
    }

    static BigDecimal sum(List<Row> rows, Function<Row, BigDecimal> term) {
        return rows.stream().map(term).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(double score) {
        return BigDecimal.valueOf(FixedPoint.of(score), FixedPoint.PLACES);
    }

    private ConfusionCounts confusion(List<Row> rows, ToDoubleFunction<Row> score) {
        Predicate<Row> flagged = row -> score.applyAsDouble(row) >= threshold;
        return new ConfusionCounts(
                count(rows, flagged.and(Row::positive)),
                count(rows, flagged.and(row -> !row.positive())),
                count(rows, flagged.negate().and(Row::positive)),
                count(rows, flagged.negate().and(row -> !row.positive())));
    }

    ScoreStatistics statistics(List<Row> rows) {
        return new ScoreStatistics(
                confusion(rows, Row::score),
                ReferenceRanks.placements(rows, Row::score),
                calibration(rows),
                histogram(rows),
                IntStream.range(0, 10)
                        .mapToObj(band -> rows.stream()
                                .filter(row -> bin(row) / 10 == band)
                                .toList())
                        .filter(members -> !members.isEmpty())
                        .map(ReferenceCounts::band)
                        .toList());
    }

    /** How many of the thresholds are at or below the score. */
    static int bin(Row row) {
        return (int) IntStream.rangeClosed(1, 99)
                .filter(percent -> row.score() >= percent / 100.0)
                .count();
    }

    private static ScoreHistogram histogram(List<Row> rows) {
        return new ScoreHistogram(bins(rows, Row::positive), bins(rows, row -> !row.positive()));
    }

    private static List<Long> bins(List<Row> rows, Predicate<Row> condition) {
        long[] bins = new long[ScoreHistogram.BINS];
        rows.stream().filter(condition).forEach(row -> bins[bin(row)]++);
        return Arrays.stream(bins).boxed().toList();
    }

    private static CalibrationSums calibration(List<Row> rows) {
        BigDecimal variances =
                sum(rows, row -> decimal(row.score()).multiply(BigDecimal.ONE.subtract(decimal(row.score()))));
        BigDecimal errors = sum(rows, row -> {
            BigDecimal error = decimal(row.score()).subtract(row.positive() ? BigDecimal.ONE : BigDecimal.ZERO);
            return error.multiply(error);
        });
        return new CalibrationSums(
                rows.size(),
                count(rows, Row::positive),
                scaled(sum(rows, row -> decimal(row.score())), FixedPoint.PLACES),
                scaled(variances, 2 * FixedPoint.PLACES),
                scaled(errors, 2 * FixedPoint.PLACES),
                scaled(errors.subtract(variances), 2 * FixedPoint.PLACES),
                scaled(
                        sum(
                                rows,
                                row -> BigDecimal.valueOf(
                                        FixedPoint.spiegelhalterVariance(row.score()), FixedPoint.PLACES)),
                        FixedPoint.PLACES));
    }

    static BigDecimal scaled(BigDecimal exact, int places) {
        return exact.setScale(places);
    }

    EvidenceStatistics.Split split(List<Row> rows) {
        BigDecimal losses = sum(
                rows,
                row -> BigDecimal.valueOf(
                        FixedPoint.logLoss(row.positive() ? row.score() : 1 - row.score()), FixedPoint.LOG_PLACES));
        BigDecimal precisions =
                sum(rows.stream().filter(Row::positive).toList(), row -> decimal(precisionAt(row.score(), rows)));
        return new EvidenceStatistics.Split(
                statistics(rows),
                deciles(rows),
                scaled(losses, FixedPoint.LOG_PLACES),
                scaled(precisions, FixedPoint.PLACES));
    }

    private static double precisionAt(double score, List<Row> rows) {
        List<Row> above = rows.stream().filter(row -> row.score() >= score).toList();
        return (double) count(above, Row::positive) / above.size();
    }

    private static List<ScoreBand> deciles(List<Row> rows) {
        return ReferenceRanks.tenths(rows).stream().map(ReferenceCounts::band).toList();
    }

    private static ScoreBand band(List<Row> members) {
        return new ScoreBand(
                members.size(),
                count(members, Row::positive),
                scaled(sum(members, row -> decimal(row.score())), FixedPoint.PLACES),
                members.stream().mapToDouble(Row::score).min().orElseThrow(),
                members.stream().mapToDouble(Row::score).max().orElseThrow());
    }

    private static List<String> groups(List<Row> rows, int attribute) {
        TreeSet<String> groups = new TreeSet<>();
        rows.forEach(row -> groups.add(row.groups().get(attribute)));
        return List.copyOf(groups);
    }

    private static List<Row> of(List<Row> rows, int attribute, String group) {
        return rows.stream()
                .filter(row -> row.groups().get(attribute).equals(group))
                .toList();
    }

    EvidenceStatistics.Attribute attribute(String name, List<Row> rows, int attribute) {
        return new EvidenceStatistics.Attribute(
                name,
                groups(rows, attribute).stream()
                        .map(group -> new EvidenceStatistics.Group(group, statistics(of(rows, attribute, group))))
                        .toList());
    }

    List<EvidenceStatistics.Crossing> crossings(List<String> names, List<Row> rows) {
        List<EvidenceStatistics.Crossing> crossings = new ArrayList<>();
        for (int first = 0; first < names.size(); first++) {
            for (int second = first + 1; second < names.size(); second++) {
                long combinations =
                        (long) groups(rows, first).size() * groups(rows, second).size();
                boolean leftOut = combinations > CrossingTally.MOST_COMBINATIONS;
                crossings.add(new EvidenceStatistics.Crossing(
                        names.get(first),
                        names.get(second),
                        combinations,
                        leftOut,
                        leftOut ? List.of() : crossed(rows, first, second)));
            }
        }
        return crossings;
    }

    private List<EvidenceStatistics.CrossedGroup> crossed(List<Row> rows, int first, int second) {
        List<EvidenceStatistics.CrossedGroup> crossed = new ArrayList<>();
        for (String one : groups(rows, first)) {
            List<Row> some = of(rows, first, one);
            for (String other : groups(some, second)) {
                List<Row> both = of(some, second, other);
                crossed.add(
                        new EvidenceStatistics.CrossedGroup(one, other, confusion(both, Row::score), histogram(both)));
            }
        }
        return crossed;
    }

    EvidenceStatistics.Pairs pairs(List<String> names, List<Row> rows) {
        List<Row> paired = rows.stream().filter(Row::paired).toList();
        Predicate<Row> onChampionsList = row -> row.champion() >= threshold;
        return new EvidenceStatistics.Pairs(
                paired.size(),
                rows.size() - paired.size(),
                new PairedPlacementSums(
                        ReferenceRanks.placements(paired, Row::score),
                        ReferenceRanks.placements(paired, Row::champion),
                        ReferenceRanks.products(paired, true, Row::score, Row::champion),
                        ReferenceRanks.products(paired, false, Row::score, Row::champion)),
                new PairedDecisionCounts(decisions(paired, true), decisions(paired, false)),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new SegmentCounts(
                                names.get(i),
                                groups(paired, i).stream()
                                        .map(group -> new SegmentCounts.Group(
                                                group, confusion(of(paired, i, group), Row::champion)))
                                        .toList()))
                        .toList(),
                histogram(paired.stream().filter(onChampionsList).toList()),
                histogram(paired.stream().filter(onChampionsList.negate()).toList()));
    }

    /** The rows of a label by who flags them: both, the challenger, the champion, nobody. */
    List<List<Row>> byDecisions(List<Row> rows, boolean positive) {
        Predicate<Row> challenger = row -> row.score() >= threshold;
        Predicate<Row> champion = row -> row.champion() >= threshold;
        return List.of(
                        challenger.and(champion),
                        challenger.and(champion.negate()),
                        challenger.negate().and(champion),
                        challenger.negate().and(champion.negate()))
                .stream()
                .map(cell -> rows.stream()
                        .filter(row -> row.positive() == positive)
                        .filter(cell)
                        .toList())
                .toList();
    }

    private PairedDecisionCounts.Cells decisions(List<Row> paired, boolean positive) {
        List<List<Row>> cells = byDecisions(paired, positive);
        return new PairedDecisionCounts.Cells(
                cells.get(0).size(),
                cells.get(1).size(),
                cells.get(2).size(),
                cells.get(3).size());
    }
}
