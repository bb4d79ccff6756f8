package io.gatehouse.checks;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check looked at.
 *
 * @param verdict of this part alone
 * @param reasonCode stable code, such as {@code BELOW_FLOOR} or {@code MET}
 * @param figure where the part is a number
 * @param sentence in plain words
 */
public record Finding(
        Verdict verdict, String reasonCode, @Nullable Figure figure, Sentence sentence) {
    /** The model was made with another value than its run logged; the sentence has {@code name}, {@code said} and {@code done}. */
    public static final String SAID_AND_NOT_DONE = "SAID_AND_NOT_DONE";

    /** Codes of parts that were to be judged and for which there is nothing to judge, such as the first champion of a model. */
    private static final Set<String> NOTHING_TO_JUDGE = Set.of(
            "FIRST_CHAMPION",
            "REFERENCE_GROUP",
            "SINGLE_GROUP",
            "NOTHING_JUDGED",
            "SMALL_GROUP",
            "INTERSECTION_TOO_SMALL");

    /** What a finding is to its reader that no verdict hangs on. */
    public enum Remark {
        FOR_INFORMATION,
        WORTH_KNOWING
    }

    /**
     * What it is to its reader if it tells something and judges nothing; empty if it judges.
     *
     * @param ofCheck the verdict of the check that it is part of
     */
    public Optional<Remark> remark(Verdict ofCheck) {
        if (verdict != Verdict.NOT_APPLICABLE
                || ofCheck == Verdict.NOT_APPLICABLE
                || NOTHING_TO_JUDGE.contains(reasonCode)) {
            return Optional.empty();
        }
        return Optional.of(reasonCode.equals(SAID_AND_NOT_DONE) ? Remark.WORTH_KNOWING : Remark.FOR_INFORMATION);
    }
}
