package io.gatehouse.checks;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
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
}
