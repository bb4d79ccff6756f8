package io.gatehouse.scoring;

import java.util.ArrayList;
import java.util.List;

/** The counterpart of {@link CrossingTally} for weighted rows: the same pairs, the same combinations, in the same order. */
final class WeightedCrossingTally {

    private final List<Pair> pairs = new ArrayList<>();

    /** @param weights by first group and second group; of no groups if left out */
    private record Pair(int first, int second, int groupsOfSecond, int combinations, WeightedGroupTally weights) {}

    WeightedCrossingTally(int[] groupsOfAttributes) {
        for (int first = 0; first < groupsOfAttributes.length; first++) {
            for (int second = first + 1; second < groupsOfAttributes.length; second++) {
                int combinations = groupsOfAttributes[first] * groupsOfAttributes[second];
                int kept = combinations <= CrossingTally.MOST_COMBINATIONS ? combinations : 0;
                pairs.add(new Pair(first, second, groupsOfAttributes[second], kept, new WeightedGroupTally(kept)));
            }
        }
    }

    void add(LoadedRows rows, int row, ScoreRun run) {
        for (Pair pair : pairs) {
            if (pair.combinations > 0) {
                int at = rows.groupOf(row, pair.first) * pair.groupsOfSecond + rows.groupOf(row, pair.second);
                pair.weights.add(at, rows.positive(row), run.bin(), run.flagged(), rows.weight(row));
            }
        }
    }

    /** Combinations that no row belongs to are left out. */
    List<WeightedStatistics.Groups> crossings() {
        List<WeightedStatistics.Groups> crossings = new ArrayList<>();
        for (Pair pair : pairs) {
            List<WeightedStatistics.Group> groups = new ArrayList<>();
            for (int at = 0; at < pair.combinations; at++) {
                WeightedStatistics.Group group = pair.weights.at(at);
                if (group.counts().total().rows() > 0) {
                    groups.add(group);
                }
            }
            crossings.add(new WeightedStatistics.Groups(groups));
        }
        return crossings;
    }
}
