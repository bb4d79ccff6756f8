package io.gatehouse.scoring;

import io.gatehouse.fairness.segments.ConfusionCounts;
import io.gatehouse.scoring.EvidenceStatistics.CrossedGroup;
import io.gatehouse.scoring.EvidenceStatistics.Crossing;
import java.util.ArrayList;
import java.util.List;

/** Counts labels and decisions by the groups of every two attributes. Two that have too many groups together are left out. */
final class CrossingTally {

    /** More combinations than this tell nobody anything: even of a million rows, few would hold enough. */
    static final int MOST_COMBINATIONS = 400;

    private static final int CELLS = 4;

    private final List<Pair> pairs = new ArrayList<>();
    private final Pair[] counted;

    /** @param counts by first group, second group, label and decision; empty if left out */
    private record Pair(int first, int second, int groupsOfFirst, int groupsOfSecond, long[] counts) {
        long combinations() {
            return (long) groupsOfFirst * groupsOfSecond;
        }

        ConfusionCounts at(int groupOfFirst, int groupOfSecond) {
            int base = (groupOfFirst * groupsOfSecond + groupOfSecond) * CELLS;
            return new ConfusionCounts(counts[base], counts[base + 1], counts[base + 2], counts[base + 3]);
        }
    }

    CrossingTally(int[] groupsOfAttributes) {
        for (int first = 0; first < groupsOfAttributes.length; first++) {
            for (int second = first + 1; second < groupsOfAttributes.length; second++) {
                int combinations = groupsOfAttributes[first] * groupsOfAttributes[second];
                long[] counts = new long[combinations <= MOST_COMBINATIONS ? combinations * CELLS : 0];
                pairs.add(new Pair(first, second, groupsOfAttributes[first], groupsOfAttributes[second], counts));
            }
        }
        this.counted = pairs.stream().filter(pair -> pair.counts.length > 0).toArray(Pair[]::new);
    }

    void add(LoadedRows rows, int row, boolean positive, boolean flagged) {
        // In the order of ConfusionCounts: flagged before not flagged; a positive comes first in both.
        int cell = (flagged ? 0 : 2) + (positive ? 0 : 1);
        for (Pair pair : counted) {
            int at = rows.groupOf(row, pair.first) * pair.groupsOfSecond + rows.groupOf(row, pair.second);
            pair.counts[at * CELLS + cell]++;
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
                    ConfusionCounts counts = pair.at(first, second);
                    if (counts.total() > 0) {
                        crossed.add(new CrossedGroup(firsts.get(first), seconds.get(second), counts));
                    }
                }
            }
        }
        return crossed;
    }
}
