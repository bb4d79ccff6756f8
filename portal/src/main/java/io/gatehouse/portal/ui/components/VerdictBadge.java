package io.gatehouse.portal.ui.components;

import io.gatehouse.fairness.verdicts.Verdict;

/** What a check found: passed, failed, too close to call, not applicable, could not run. */
public class VerdictBadge extends StatusBadge {
    public VerdictBadge(Verdict verdict) {
        super(tone(verdict), word(verdict));
    }

    public static String word(Verdict verdict) {
        return Reader.word(verdict);
    }
}
