package io.gatehouse.overrides;

import io.gatehouse.checks.CheckName;
import io.gatehouse.people.Actor;
import io.gatehouse.sentences.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verbs of overrides, and their readers. Each verb knows where it may start; a refusal is a value that says why. */
public interface Overrides {
    /** The kind of job that announces ends and writes them down; it finds by itself what is due. */
    String LOOK_AFTER = "look-after-overrides";

    /** Longest time that an override lasts where a policy says nothing of it, in days from the day on which it is proposed. */
    int MOST_DAYS = 90;

    /**
     * What somebody wants accepted.
     *
     * @param reason why, at most 4,000 characters
     * @param control what guards against the harm meanwhile, at most 4,000 characters
     * @param until last day
     */
    record Wanted(String reason, String control, LocalDate until) {}

    /** What became of it. */
    sealed interface Outcome {
        /** @param override as it stands now @param sentence what happened */
        record Done(CheckOverride override, Sentence sentence) implements Outcome {}

        /**
         * @param code such as {@code FOUR_EYES}, {@code NOT_OVERRIDABLE}, {@code NO_NEW_EVIDENCE}
         * @param field that is at fault; empty if none is
         * @param sentence why, and the way out
         */
        record Refused(String code, String field, Sentence sentence) implements Outcome {}
    }

    /** Proposes to accept a check of a request that awaits review. It counts for nothing until a second person agrees. */
    Outcome propose(Actor actor, long request, CheckName check, Wanted wanted);

    /** Proposes to accept the same check for longer, on the newest evaluation, whose evidence has to be another. */
    Outcome renew(Actor actor, long number, Wanted wanted);

    /** The second person agrees: it is in force, and approvals given before no longer count. */
    Outcome agree(Actor actor, long number);

    /** The second person says no. @param reason required */
    Outcome decline(Actor actor, long number, String reason);

    /** Takes back what is proposed or in force. @param reason required once it is in force */
    Outcome withdraw(Actor actor, long number, String reason);

    /**
     * Which overrides to show.
     *
     * @param states in which they are, as of now; all if empty
     * @param model name; all if absent
     * @param olderThan days since they were proposed, at least; all if absent
     */
    record Query(
            Set<OverrideState> states,
            @Nullable String model,
            @Nullable Integer olderThan) {
        public Query {
            states = Set.copyOf(states);
        }
    }

    /** Open ones first, the nearest end first; then the others, the newest first. */
    List<CheckOverride> all(Actor actor, Query query);

    Optional<CheckOverride> find(Actor actor, long number);

    /**
     * What the reader may do with an override.
     *
     * @param mayAgree to agree or to decline
     * @param whyNotAgree why not, while it waits for a second person; absent otherwise
     */
    record Yours(boolean mayAgree, @Nullable Sentence whyNotAgree, boolean mayWithdraw, boolean mayRenew) {}

    /** What the reader may do with one. */
    Yours yours(Actor actor, CheckOverride override);

    /** Whether the reader may propose one for a request at all, and if not, why; its checks and days are looked at when they do. */
    Optional<Sentence> objectionToProposing(Actor actor, long request);

    /** Longest time that one may last under the policy of a request, in days; 0 if the policy allows none. */
    int mostDays(Actor actor, long request);

    /** @param waitsForYou whether the reader is one who can agree */
    record Concern(CheckOverride override, boolean waitsForYou) {}

    /**
     * Those in force and those whose end put a version in use under review, for everybody who may read them; those that are only proposed,
     * for who could decide and whom they are about. The nearest end first.
     */
    List<Concern> concerning(Actor actor);
}
