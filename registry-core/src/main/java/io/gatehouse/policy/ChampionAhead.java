package io.gatehouse.policy;

import io.gatehouse.fairness.verdicts.Verdict;
import io.gatehouse.sentences.Sentence;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a proposal would say of a version in use, judged from the case and evidence that were kept when it was judged last.
 *
 * @param modelId of the registered model
 * @param model its name then
 * @param version in use then
 * @param use it was promoted for
 * @param notJudged why it could not be judged; absent if it was
 * @param fails whether a check would stand in the way
 * @param turns checks that answer otherwise, or in other words, than by what counts today
 */
public record ChampionAhead(
        UUID modelId,
        String model,
        int version,
        Use use,
        @Nullable Sentence notJudged,
        boolean fails,
        List<Turn> turns) {

    public ChampionAhead {
        turns = List.copyOf(turns);
    }

    /** Whether it passes today and would not by the proposal. */
    public boolean wouldFail() {
        return fails && turns.stream().anyMatch(Turn::against);
    }

    /** Whether it fails by both. */
    public boolean failsAlready() {
        return fails && !wouldFail();
    }

    /** The checks whose verdict is another. */
    public List<Turn> verdicts() {
        return turns.stream().filter(turn -> turn.before() != turn.after()).toList();
    }

    /**
     * One check, by what counts today and by the proposal.
     *
     * @param check its name, such as PERFORMANCE
     * @param was the sentence by what counts today
     * @param sentence by the proposal
     */
    public record Turn(String check, Verdict before, Verdict after, Sentence was, Sentence sentence) {
        /** Whether it stands in nobody's way today, and would by the proposal. */
        public boolean against() {
            return !stands(before) && stands(after);
        }

        private static boolean stands(Verdict verdict) {
            return verdict != Verdict.PASS && verdict != Verdict.NOT_APPLICABLE;
        }
    }
}
