package io.gatehouse.fairness.planning;

import io.gatehouse.fairness.intervals.Interval;
import io.gatehouse.fairness.segments.Rate;
import java.util.List;

/**
 * How often a perfectly fair model passes the whole gate, by simulation.
 *
 * @param rows labelled subscribers in the test set
 * @param probability of PASS
 * @param interval of the probability, 95 % Wilson: how far the simulation may be off
 * @param replicates that were simulated
 * @param seed that repeats them
 * @param groups what became of each group of each single attribute, in the order of attributes, rules and groups
 */
public record PassChance(
        long rows, double probability, Interval interval, int replicates, long seed, List<GroupChance> groups) {

    public PassChance {
        groups = List.copyOf(groups);
    }

    /**
     * One group under one rule.
     *
     * @param attribute that divides the subscribers
     * @param group value of the attribute
     * @param rate that is judged
     * @param passes how often it passed, in 0..1; 0 for the reference, which is not judged
     * @param tooFew how often it was too few to judge, in 0..1
     */
    public record GroupChance(String attribute, String group, Rate rate, double passes, double tooFew) {

        /** Whether the group will mostly stay too few to judge. */
        public boolean staysTooFewToJudge() {
            return tooFew > 0.5;
        }
    }

    /** The groups that will mostly stay too few to judge, whether or not they block. */
    public List<GroupChance> tooFewToJudge() {
        return groups.stream().filter(GroupChance::staysTooFewToJudge).toList();
    }
}
