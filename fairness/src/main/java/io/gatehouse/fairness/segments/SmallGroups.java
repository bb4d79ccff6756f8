package io.gatehouse.fairness.segments;

import java.util.Set;

/**
 * Which groups block a promotion although they are too small to judge. Where a system acts by itself all do; where a person reviews,
 * those that the policy names.
 *
 * @param every whether every group does
 * @param named those that do in any case
 */
public record SmallGroups(boolean every, Set<Name> named) {

    /**
     * A group by name.
     *
     * @param attribute that divides the rows
     * @param value of the attribute
     */
    public record Name(String attribute, String value) {}

    public SmallGroups {
        named = Set.copyOf(named);
    }

    /** Every group blocks. */
    public static SmallGroups allBlock() {
        return new SmallGroups(true, Set.of());
    }

    /** These groups block, the others are only listed. */
    public static SmallGroups onlyNamedBlock(Name... named) {
        return new SmallGroups(false, Set.of(named));
    }

    /** Whether this group blocks if it is too small to judge. */
    public boolean block(String attribute, String value) {
        return every || named.contains(new Name(attribute, value));
    }
}
