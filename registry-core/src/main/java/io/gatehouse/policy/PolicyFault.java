package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing in the text of a policy that cannot be meant.
 *
 * @param line where it stands, counted from 1; 0 where the text has no place for it
 * @param column likewise
 * @param field path such as {@code fairness.tolerance}
 * @param problem what is wrong with it and what would be right, as the end of a sentence
 */
public record PolicyFault(int line, int column, String field, String problem) {

    /** Such as “line 14, fairness.tolerance must lie between 0 and 1”. */
    String inWords() {
        return (line == 0 ? "" : "line " + line + ", ") + field + " " + problem;
    }

    /** All faults of a text in one sentence, in the order of its lines. */
    static Sentence sentence(List<PolicyFault> faults) {
        String all = faults.stream().map(PolicyFault::inWords).collect(Collectors.joining("; "));
        return faults.size() == 1
                ? say("policy.rejected", "fault", all)
                : say("policy.rejected.many", "count", faults.size(), "faults", all);
    }
}
