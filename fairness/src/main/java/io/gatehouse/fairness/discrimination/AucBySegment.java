package io.gatehouse.fairness.discrimination;

import io.gatehouse.fairness.hypotheses.AdjustedPValues;
import io.gatehouse.fairness.intervals.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a score ranks inside each group of an attribute, beside the reference group. Groups are disjoint, so the variances of two AUCs
 * add up. A lower AUC need not be the model's fault: a group that is more alike is harder to rank.
 *
 * @param attribute that divides the rows
 * @param reference value of the group that the others are compared with
 * @param groups in the order given
 */
public record AucBySegment(String attribute, String reference, List<Group> groups) {

    /** Fewest rows of either label for a comparison to mean anything. */
    public static final int ENOUGH = 30;

    public AucBySegment {
        groups = List.copyOf(groups);
    }

    /**
     * What is known of the placements in one group, among its own rows.
     *
     * @param value of the attribute
     * @param sums over the group's rows
     */
    public record Input(String value, PlacementSums sums) {}

    /**
     * One group.
     *
     * @param value of the attribute
     * @param auc in the group; NaN with one class only
     * @param difference group minus reference; parity is 0. z and its p-value are as R {@code pROC::roc.test(paired=FALSE)}
     * @param adjustedPValue Holm's, over the groups that are large enough; NaN for the others and the reference
     * @param tooFewRows whether either class has fewer than 30 rows
     */
    public record Group(String value, Auc auc, AucDifference difference, double adjustedPValue, boolean tooFewRows) {

        /** Interval of the difference. */
        public Interval interval(double confidence) {
            return difference.interval(confidence);
        }
    }

    /**
     * Compares every group with the reference.
     *
     * @throws IllegalArgumentException if no group has the reference's value
     */
    public static AucBySegment of(String attribute, List<Input> inputs, String reference) {
        Auc ofReference = inputs.stream()
                .filter(input -> input.value.equals(reference))
                .findFirst()
                .map(input -> DeLong.auc(input.sums))
                .orElseThrow(() -> new IllegalArgumentException(attribute + " has no group " + reference));
        List<AucDifference> differences = inputs.stream()
                .map(input -> DeLong.unpaired(DeLong.auc(input.sums), ofReference))
                .toList();
        List<Double> pValues = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            AucDifference difference = differences.get(i);
            boolean compared =
                    !inputs.get(i).value.equals(reference) && !tooFew(difference.first()) && !tooFew(ofReference);
            pValues.add(compared ? difference.pValue() : Double.NaN);
        }
        List<Double> adjusted = AdjustedPValues.holm(pValues);
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Auc auc = differences.get(i).first();
            groups.add(new Group(inputs.get(i).value, auc, differences.get(i), adjusted.get(i), tooFew(auc)));
        }
        return new AucBySegment(attribute, reference, groups);
    }

    private static boolean tooFew(Auc auc) {
        return Math.min(auc.positives(), auc.negatives()) < ENOUGH;
    }
}
