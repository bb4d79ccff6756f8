package io.gatehouse.fairness.segments;

import java.util.List;

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
     */
    public record Group(String value, ConfusionCounts counts) {}

    /** @throws IllegalArgumentException if a value occurs twice */
    public SegmentCounts {
        groups = List.copyOf(groups);
        if (groups.stream().map(Group::value).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("A value of " + attribute + " occurs twice: " + groups);
        }
    }

    /** All rows, of all groups. */
    public long total() {
        return groups.stream().mapToLong(group -> group.counts().total()).sum();
    }
}
