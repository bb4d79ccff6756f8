package io.gatehouse.fairness.parity;

import io.gatehouse.fairness.hypotheses.Significance;
import io.gatehouse.fairness.hypotheses.TwoProportions;
import io.gatehouse.fairness.intervals.Proportion;
import io.gatehouse.fairness.intervals.Tolerant;
import java.util.List;
import java.util.Optional;

/**
 * Selection rates as US employment law looks at them, for those who have to publish them: New York City's impact ratio and the four-fifths
 * rule. Both are information. The first sets no threshold; the second is a rule of thumb that the guidelines themselves qualify in both
 * directions by size and significance, and using it elsewhere is a choice, not the law.
 *
 * <p>Source: 6 RCNY 5-300 and 5-301 (Local Law 144); 29 CFR 1607.4(C) and (D).
 *
 * @param groups in the order given, none left out
 * @param mostSelected value of the group with the highest rate among those of at least 2 % of all rows; empty where there is none with rows
 * @param unknown rows without a value for the attribute, to be published beside the table
 */
public record AdverseImpact(List<GroupImpact> groups, Optional<String> mostSelected, long unknown) {

    /** Groups under this share of all rows are normally not compared. */
    private static final double LEAST_SHARE = 0.02;

    private static final double FOUR_FIFTHS = 0.8;

    public AdverseImpact {
        groups = List.copyOf(groups);
    }

    /**
     * @param value of the attribute
     * @param selected of all members; for a scoring rate those above the median score of the full sample
     */
    public record Selection(String value, Proportion selected) {}

    /**
     * One group.
     *
     * @param value of the attribute
     * @param selected of all members
     * @param impactRatio the group's rate over that of the most selected group; parity is 1, NaN for 0/0. Above 1 only for a group of under
     *     2 %
     * @param belowFourFifths whether the ratio is under 0.8; exactly 80 % is not
     * @param underTwoPercent whether the group is so small a share of all rows that it is normally not compared
     * @param test of equal rates in the group and the most selected one
     */
    public record GroupImpact(
            String value,
            Proportion selected,
            double impactRatio,
            boolean belowFourFifths,
            boolean underTwoPercent,
            Significance test) {}

    /** The table of these groups; those without a value are not among them but counted. */
    public static AdverseImpact of(List<Selection> selections, long unknown) {
        double all = selections.stream()
                .mapToDouble(selection -> selection.selected().trials())
                .sum();
        Optional<Selection> most = selections.stream()
                .filter(selection -> selection.selected().trials() > 0 && !isSmall(selection, all))
                .reduce((best, next) ->
                        next.selected().value() > best.selected().value() ? next : best);
        List<GroupImpact> groups = selections.stream()
                .map(selection ->
                        impact(selection, most.map(Selection::selected).orElse(new Proportion(0, 0)), all))
                .toList();
        return new AdverseImpact(groups, most.map(Selection::value), unknown);
    }

    private static GroupImpact impact(Selection selection, Proportion most, double all) {
        double ratio = selection.selected().value() / most.value();
        return new GroupImpact(
                selection.value(),
                selection.selected(),
                ratio,
                Tolerant.below(ratio, FOUR_FIFTHS),
                isSmall(selection, all),
                TwoProportions.test(selection.selected(), most));
    }

    private static boolean isSmall(Selection selection, double all) {
        return !Tolerant.atLeast(selection.selected().trials() / all, LEAST_SHARE);
    }
}
