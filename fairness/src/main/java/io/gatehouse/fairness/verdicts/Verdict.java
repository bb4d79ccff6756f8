package io.gatehouse.fairness.verdicts;

import java.util.Collection;

/** What a check concludes. Only {@link #PASS}, {@link #FAIL} and {@link #INCONCLUSIVE} are judgements. */
public enum Verdict {
    /** The data shows that the requirement is met. */
    PASS,
    /** The data shows that the requirement is broken. */
    FAIL,
    /** The data shows neither. Too little data is never a pass. */
    INCONCLUSIVE,
    /** The question does not arise, for example with a single group. */
    NOT_APPLICABLE,
    /** The question could not be asked: its inputs are broken. It is never a pass. */
    ERROR;

    /**
     * The verdict on a whole whose parts must all pass: ERROR before FAIL before INCONCLUSIVE before PASS. Parts that do not apply are
     * left out; where none applies, nor does the whole. No correction for many parts is needed, since all must pass (intersection–union
     * test).
     */
    public static Verdict ofAll(Collection<Verdict> parts) {
        for (Verdict verdict : new Verdict[] {ERROR, FAIL, INCONCLUSIVE, PASS}) {
            if (parts.contains(verdict)) {
                return verdict;
            }
        }
        return NOT_APPLICABLE;
    }
}
