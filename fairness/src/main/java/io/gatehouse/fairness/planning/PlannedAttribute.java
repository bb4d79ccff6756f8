package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.intervals.Arguments;
import java.util.List;

/**
 * An attribute as it is known before any model: how large its groups are and how many of each leave.
 *
 * @param name of the segment column
 * @param groups whose shares add up to 1
 */
public record PlannedAttribute(String name, List<Group> groups) {

    private static final double ROUNDING = 1e-3;

    /**
     * @param value of the attribute
     * @param share of all subscribers, above 0 and at most 1
     * @param baseRate share of the group's members that leave, in 0..1
     */
    public record Group(String value, double share, double baseRate) {

        /** @throws IllegalArgumentException if a parameter lies outside its range */
        public Group {
            Arguments.positive("share of " + value, Arguments.share("share of " + value, share));
            Arguments.share("base rate of " + value, baseRate);
        }
    }

    /** @throws IllegalArgumentException if there is no group, a value occurs twice, or the shares do not add up to 1 within a thousandth */
    public PlannedAttribute {
        groups = List.copyOf(groups);
        double sum = groups.stream().mapToDouble(Group::share).sum();
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new IllegalArgumentException("The shares of " + name + " must add up to 1: " + sum);
        }
        if (groups.stream().map(Group::value).distinct().count() < groups.size()) {
            throw new IllegalArgumentException("A value of " + name + " occurs twice: " + groups);
        }
    }

    /** Share of all subscribers that leave. */
    double baseRate() {
        return groups.stream()
                .mapToDouble(group -> group.share() * group.baseRate())
                .sum();
    }
}
