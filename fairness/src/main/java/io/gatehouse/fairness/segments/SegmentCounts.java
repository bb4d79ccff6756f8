package io.gatehouse.fairness.segments;

import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.weights.WeightSum;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attribute that divides the rows, such as the age band, and the counts of each of its groups at one threshold. Every row is in
 * exactly one group; rows without a value form the group {@link #UNKNOWN}.
 *
 * @param attribute name of the segment column
 * @param groups in order of their value, each value once
 */
public record SegmentCounts(String attribute, List<Group> groups) {

    /** The group of rows that carry no value for the attribute. It is reported and never imputed. */
    public static final String UNKNOWN = "UNKNOWN";

    /**
     * @param value of the attribute
     * @param counts of the members
     * @param weights of the members; absent where every row counts once
     */
    public record Group(
            String value, ConfusionCounts counts, @Nullable WeightedCounts weights) {

        /** Of members that count once each. */
        public Group(String value, ConfusionCounts counts) {
            this(value, counts, null);
        }

        /** A rate of the group, out of effective members where they are weighted. */
        public Proportion rate(Rate rate) {
            return weights == null ? rate.of(counts) : rate.of(weights);
        }
    }

    /** @throws IllegalArgumentException if a value occurs twice */
    public SegmentCounts {
        groups = List.copyOf(groups);
        if (groups.stream().map(Group::value).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("A value of " + attribute + " occurs twice: " + groups);
        }
    }

    /** Members of the group over those of all groups, by weight where there are weights. */
    double shareOf(Group group) {
        WeightSum all = groups.stream()
                .map(Group::weights)
                .filter(Objects::nonNull)
                .map(WeightedCounts::total)
                .reduce(WeightSum.NONE, WeightSum::plus);
        return group.weights == null
                ? (double) group.counts.total() / total()
                : group.weights.total().shareOf(all);
    }

    /** All rows, of all groups. */
    public long total() {
        return groups.stream().mapToLong(group -> group.counts().total()).sum();
    }
}
