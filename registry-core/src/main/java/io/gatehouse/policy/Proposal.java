package io.gatehouse.policy;

import static io.gatehouse.sentences.Sentences.say;

import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new version of a policy or of value assumptions, as somebody wants it.
 *
 * @param number shown as {@code PC-3}
 * @param wanted what it says
 * @param base version that was newest when it was written; 0 if there was none
 * @param sha256 of what it says
 * @param reason why
 * @param state where it stands
 * @param proposedBy who wants it
 * @param proposedAt when
 * @param decision how it ended; absent while it is open, and once another version came meanwhile without anybody's word on this one
 * @param version that came of it; absent unless accepted
 * @param judging how far judging the champions by it is
 */
public record Proposal(
        long number,
        Wanted wanted,
        int base,
        String sha256,
        String reason,
        ProposalState state,
        Who proposedBy,
        Instant proposedAt,
        @Nullable Decision decision,
        @Nullable Integer version,
        Judging judging) {

    /** What is wanted. */
    public sealed interface Wanted {
        /** Another version of a policy. */
        record Policy(PolicyDocument document) implements Wanted {}

        /** @param model name of the model that they are for; absent for those of the installation */
        record Assumptions(ValueAssumptions says, @Nullable String model) implements Wanted {}
    }

    /** @param id of the person @param human who answers for the account @param name shown */
    public record Who(UUID id, UUID human, String name) {}

    /** @param reason may be empty */
    public record Decision(Who by, Instant at, String reason) {}

    /**
     * @param state how it stands
     * @param percent how far the work is, 0..100
     * @param message what it is at, or why it ended; may be empty
     * @param at when the champions were judged; absent before
     */
    public record Judging(
            JudgingState state,
            int percent,
            String message,
            @Nullable Instant at) {}

    /** How judging the champions stands. */
    public enum JudgingState {
        WAITING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * @param champions what it would say of each version in use; empty until they are judged
     * @param movedOn where others are in use by now; empty once it is decided, which was on what was in use then
     */
    public record Read(Proposal proposal, List<ChampionAhead> champions, List<MovedOn> movedOn) {
        public Read {
            champions = List.copyOf(champions);
            movedOn = List.copyOf(movedOn);
        }

        /** The champions that pass today and would not by the proposal. */
        public List<ChampionAhead> wouldFail() {
            return champions.stream().filter(ChampionAhead::wouldFail).toList();
        }
    }

    /**
     * A model of which another version is in use than was judged.
     *
     * @param judged version that was; absent if none was in use, or none for the use that the proposal is about
     * @param now version in use; absent if none is
     */
    public record MovedOn(
            String model,
            @Nullable Integer judged,
            @Nullable Integer now) {
        public Sentence inWords() {
            if (judged == null) {
                return say("proposal.moved_on.new", "model", model, "now", String.valueOf(now));
            }
            return now == null
                    ? say("proposal.moved_on.gone", "model", model, "judged", judged)
                    : say("proposal.moved_on", "model", model, "judged", judged, "now", now);
        }
    }

    public boolean open() {
        return state == ProposalState.PROPOSED;
    }

    /** Such as {@code policy/human-reviewed}, {@code assumptions}, or {@code assumptions/} and the id of a model. */
    String target() {
        return target(wanted);
    }

    static String target(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Policy(PolicyDocument document) -> policy(document.name());
            case Wanted.Assumptions(ValueAssumptions says, var model) -> assumptions(says.model());
        };
    }

    static String policy(String name) {
        return "policy/" + name;
    }

    static String assumptions(@Nullable UUID model) {
        return model == null ? "assumptions" : "assumptions/" + model;
    }
}
