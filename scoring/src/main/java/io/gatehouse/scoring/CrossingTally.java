package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.fairness.segments.ScoreHistogram;
import io.gatehouse.scoring.EvidenceStatistics.CrossedGroup;
import io.gatehouse.scoring.EvidenceStatistics.Crossing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Counts labels, decisions and scores by the groups of every two attributes. Two that have too many groups together are left out. */
final class CrossingTally {

    /** More combinations than this tell nobody anything: even of a million rows, few would hold enough. */
    static final int MOST_COMBINATIONS = 400;

    private static final int LABELS = 2;
    private static final int CELLS = ScoreHistogram.BINS * LABELS;

    private final List<Pair> pairs = new ArrayList<>();
    private final Pair[] counted;

    /**
     * @param counts by first group, second group, bin of the score and label; empty if left out
     * @param flagged by first group, second group and label
     */
    private record Pair(int first, int second, int groupsOfFirst, int groupsOfSecond, long[] counts, long[] flagged) {
        long combinations() {
            return (long) groupsOfFirst * groupsOfSecond;
        }

        int combination(int groupOfFirst, int groupOfSecond) {
            return groupOfFirst * groupsOfSecond + groupOfSecond;
        }

        /** @param label 0 for positives, 1 for negatives */
        List<Long> byBin(int combination, int label) {
            return IntStream.range(0, ScoreHistogram.BINS)
                    .mapToObj(bin -> counts[combination * CELLS + bin * LABELS + label])
                    .toList();
        }

        ConfusionCounts at(int combination, ScoreHistogram scores) {
            long positives =
                    scores.positives().stream().mapToLong(Long::longValue).sum();
            long flaggedPositives = flagged[combination * LABELS];
            long flaggedNegatives = flagged[combination * LABELS + 1];
            return new ConfusionCounts(
                    flaggedPositives,
                    flaggedNegatives,
                    positives - flaggedPositives,
                    scores.total() - positives - flaggedNegatives);
        }
    }

    CrossingTally(int[] groupsOfAttributes) {
        for (int first = 0; first < groupsOfAttributes.length; first++) {
            for (int second = first + 1; second < groupsOfAttributes.length; second++) {
                int combinations = groupsOfAttributes[first] * groupsOfAttributes[second];
                int kept = combinations <= MOST_COMBINATIONS ? combinations : 0;
                pairs.add(new Pair(
                        first,
                        second,
                        groupsOfAttributes[first],
                        groupsOfAttributes[second],
                        new long[kept * CELLS],
                        new long[kept * LABELS]));
            }
        }
        this.counted = pairs.stream().filter(pair -> pair.counts.length > 0).toArray(Pair[]::new);
    }

    void add(LoadedRows rows, int row, boolean positive, ScoreRun run) {
        int label = positive ? 0 : 1;
        int cell = run.bin() * LABELS + label;
        boolean flagged = run.flagged();
        for (Pair pair : counted) {
            int at = pair.combination(rows.groupOf(row, pair.first), rows.groupOf(row, pair.second));
            pair.counts[at * CELLS + cell]++;
            if (flagged) {
                pair.flagged[at * LABELS + label]++;
            }
        }
    }

    /**
     * @param attributes names by attribute
     * @param groups values by attribute and group
     */
    List<Crossing> crossings(List<String> attributes, List<List<String>> groups) {
        return pairs.stream()
                .map(pair -> new Crossing(
                        attributes.get(pair.first),
                        attributes.get(pair.second),
                        pair.combinations(),
                        pair.counts.length == 0,
                        crossed(pair, groups.get(pair.first), groups.get(pair.second))))
                .toList();
    }

    private static List<CrossedGroup> crossed(Pair pair, List<String> firsts, List<String> seconds) {
        List<CrossedGroup> crossed = new ArrayList<>();
        if (pair.counts.length > 0) {
            for (int first = 0; first < firsts.size(); first++) {
                for (int second = 0; second < seconds.size(); second++) {
                    int at = pair.combination(first, second);
                    ScoreHistogram scores = new ScoreHistogram(pair.byBin(at, 0), pair.byBin(at, 1));
                    if (scores.total() > 0) {
                        crossed.add(
                                new CrossedGroup(firsts.get(first), seconds.get(second), pair.at(at, scores), scores));
                    }
                }
            }
        }
        return crossed;
    }
}
