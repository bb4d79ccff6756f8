package io.gatehouse.fairness.verdicts;

/** Why a verdict is what it is. The sentence that people read is written elsewhere from the code and the numbers beside it. */
public enum ReasonCode {
    /** PASS: ratio and difference, with their intervals, lie inside the tolerance. */
    WITHIN_TOLERANCE,
    /** FAIL: the family-wise interval of the ratio lies outside the tolerance, to the disadvantage of the group. */
    RATIO_OUTSIDE,
    /** FAIL: the family-wise interval of the difference lies beyond the cap, to the disadvantage of the group. */
    DIFFERENCE_OUTSIDE,
    /** FAIL: as far outside, but it is the reference group that is worse off. */
    REVERSE_DISPARITY,
    /** INCONCLUSIVE: too few members, too few with the denominator's property, or too few expected events. */
    SMALL_GROUP,
    /** INCONCLUSIVE: a pair of two attributes' values has fewer rows than a verdict needs; published, and it never blocks. */
    INTERSECTION_TOO_SMALL,
    /** INCONCLUSIVE: the group that all others are compared with is itself too small. */
    REFERENCE_TOO_SMALL,
    /** INCONCLUSIVE: the rate is 0/0 in the group or in the reference. */
    ZERO_DENOMINATOR,
    /** INCONCLUSIVE: the reference's rate is 0, so there is no ratio to it; only the difference says something. */
    REFERENCE_RATE_ZERO,
    /** INCONCLUSIVE: the estimate is outside the tolerance, but chance may have put it there. */
    POINT_OUTSIDE,
    /** INCONCLUSIVE: the estimate is inside the tolerance, but the interval is too wide to be sure. */
    POINT_INSIDE_LOW_POWER,
    /** INCONCLUSIVE: the reference's rate is under 2 %, where ratios are erratic. */
    RARE_EVENT,
    /** NOT_APPLICABLE: this is the group that the others are compared with. */
    REFERENCE_GROUP,
    /** ERROR: the policy names a reference group that the data does not have. */
    REFERENCE_MISSING,
    /** NOT_APPLICABLE: the attribute has one group, so there is nothing to compare. */
    SINGLE_GROUP,
    /** INCONCLUSIVE: every group is too small, so nothing was judged. */
    NOTHING_JUDGED,
    /** PASS: the threshold is met. */
    MET,
    /** FAIL: the AUC is below the floor. */
    BELOW_FLOOR,
    /** FAIL: validation is above test by more than the limit, and not by chance. */
    GAP_TOO_LARGE,
    /** FAIL: acting on the model is not worth more than contacting nobody. */
    VALUE_NOT_POSITIVE,
    /** FAIL: worse than the champion by more than the margin, and not by chance. */
    INFERIOR,
    /** INCONCLUSIVE: fewer rows than any statement needs, or the figure is undefined. */
    TOO_FEW_ROWS,
    /** PASS: better than the champion, not only as good. */
    SUPERIOR,
    /** PASS: not worse than the champion by more than the margin. */
    NON_INFERIOR,
    /** PASS with a finding: the test figure is above the validation figure by more than chance, a suspicion of leakage. */
    TEST_ABOVE_VALIDATION
}
