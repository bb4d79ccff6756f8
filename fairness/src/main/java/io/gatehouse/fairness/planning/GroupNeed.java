package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.segments.Rate;

/**
 * What one group needs for a verdict on a model that is perfectly fair, with 80 % power.
 *
 * @param attribute that divides the subscribers
 * @param group value of the attribute
 * @param reference value of the group that it is compared with
 * @param rate that is judged
 * @param denominatorRows labelled rows of the group with the rate's denominator, such as leavers; infinite where no number will do
 * @param groupSubscribers labelled members that the group has then
 * @param allSubscribers labelled rows that the test set has then
 * @param obstacle why no number will do, {@link Obstacle#NONE} where one will
 * @param blocks whether the policy lets the group block a promotion if it cannot be judged
 */
public record GroupNeed(
        String attribute,
        String group,
        String reference,
        Rate rate,
        double denominatorRows,
        double groupSubscribers,
        double allSubscribers,
        Obstacle obstacle,
        boolean blocks) {

    /** What no amount of data removes. */
    public enum Obstacle {
        /** Nothing: a number will do. */
        NONE,
        /** The group is under the least share of all subscribers, and stays so however many there are. */
        SHARE_TOO_SMALL,
        /** The group's rate is beyond the tolerance even for a model with the same true and false positive rates everywhere. */
        BASE_RATES_DIFFER,
        /** The rate is 0 or undefined. */
        NO_EVENTS
    }
}
