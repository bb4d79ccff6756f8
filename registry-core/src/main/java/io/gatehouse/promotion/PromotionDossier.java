package io.gatehouse.promotion;

import io.gatehouse.checks.CheckName;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evidence.MissingEvidence;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.policy.Use;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a reviewer decides on and an auditor reads afterwards: one request, its evaluation, its votes and its history. The
 * review screen and the dossier workbook show this and nothing else.
 *
 * @param id for links of the API
 * @param number shown as {@code PR-42}
 * @param model name
 * @param version the challenger
 * @param championVersion the reigning champion when last evaluated; absent if none
 * @param alias to move
 * @param use whose policy applies
 * @param state now
 * @param requestedBy display name of who asked
 * @param trainedBy display name of who trained it
 * @param requestedAt when
 * @param note the requester's own words; may be empty
 * @param statusLine what it needs and from whom, in one line
 * @param recommendation at most three sentences: what the evidence says, and what would make it wrong
 * @param evaluation absent until the checks have run
 * @param evaluationProblem why there is none, such as missing evidence, with the way out; absent if there is one or it still runs
 * @param votes in order
 * @param approvalsNeeded by the policy
 * @param history everything that happened, oldest first
 * @param yourVote what the reader may do
 * @param lineage facts of the version: run, data, commit
 * @param changes what the evaluation rests on and is otherwise by now, so that approvals of it no longer hold; empty if nothing is
 * @param waiting whose approvals it needs, and until when
 * @param comments what people said of it, in their order
 * @param overrides of its checks, in the order in which they were proposed, whatever became of them
 * @param digest that votes on it are bound to: over its evaluation and the overrides in force; empty while there is no evaluation
 */
public record PromotionDossier(
        UUID id,
        long number,
        String model,
        int version,
        @Nullable Integer championVersion,
        String alias,
        Use use,
        RequestState state,
        String requestedBy,
        String trainedBy,
        Instant requestedAt,
        String note,
        Sentence statusLine,
        List<Sentence> recommendation,
        @Nullable Evaluation evaluation,
        @Nullable Sentence evaluationProblem,
        List<Vote> votes,
        int approvalsNeeded,
        List<HistoryLine> history,
        YourVote yourVote,
        Origin lineage,
        List<Sentence> changes,
        Waiting waiting,
        List<Comment> comments,
        List<CheckOverride> overrides,
        String digest) {

    public PromotionDossier {
        overrides = List.copyOf(overrides);
        changes = List.copyOf(changes);
        comments = List.copyOf(comments);
        recommendation = List.copyOf(recommendation);
        votes = List.copyOf(votes);
        history = List.copyOf(history);
    }

    /** Whether the checks could not run since the version was deleted, so that running them again would change nothing. */
    public boolean versionGone() {
        return evaluationProblem != null && evaluationProblem.code().equals(EvaluationProblem.VERSION_GONE);
    }

    /** What the run lacks and whoever logs to it can put there; empty where logging would not help. */
    public Optional<MissingEvidence> missingEvidence() {
        return Optional.ofNullable(state.open() ? evaluationProblem : null).flatMap(MissingEvidence::of);
    }

    /** What a reviewer can say. */
    public enum Choice {
        APPROVE,
        REJECT,
        REQUEST_CHANGES
    }

    /**
     * @param by display name
     * @param role that they voted in
     * @param choice made
     * @param reason given; may be empty for an approval
     * @param at when
     * @param current false once what was voted on has changed
     * @param standsFor display names of those in whose stead it was cast; empty if none
     */
    public record Vote(
            String by, String role, Choice choice, String reason, Instant at, boolean current, String standsFor) {}

    /**
     * @param number in the order of the request's comments, from 1
     * @param check of which it speaks; absent: of the request as a whole
     * @param by display name
     * @param at when
     * @param words as they were written
     */
    public record Comment(int number, @Nullable CheckName check, String by, Instant at, String words) {}

    /**
     * @param expiresAt when it expires if nobody does what it waits for; absent: never, or while it waits for nobody
     * @param seats one for each approval needed, in order where there is one
     * @param executeAt when it is executed, once it is approved for a later moment; while it awaits review, when it would be if it were
     *     approved now; absent where that is at once, and otherwise
     */
    public record Waiting(
            @Nullable Instant expiresAt,
            List<Seat> seats,
            @Nullable Instant executeAt) {
        public Waiting {
            seats = List.copyOf(seats);
        }

        public Waiting(@Nullable Instant expiresAt, List<Seat> seats) {
            this(expiresAt, seats, null);
        }
    }

    /** @param role of who must approve @param taken whether somebody has */
    public record Seat(String role, boolean taken) {}

    /**
     * @param at when
     * @param by display name
     * @param sentence what
     */
    public record HistoryLine(Instant at, String by, Sentence sentence) {}

    /**
     * @param allowed whether the reader may vote now
     * @param whyNot if not, why, such as having asked for it
     * @param mayApprove false while checks failed that nobody has overridden
     * @param whyNotApprove if so
     * @param mayEvaluateAgain whether the reader may have the checks run again
     * @param mayWithdraw whether the reader asked for it and can still take it back
     * @param standsFor display names of those in whose stead the reader reviews
     */
    public record YourVote(
            boolean allowed,
            @Nullable Sentence whyNot,
            boolean mayApprove,
            @Nullable Sentence whyNotApprove,
            boolean mayEvaluateAgain,
            boolean mayWithdraw,
            List<String> standsFor) {
        public YourVote {
            standsFor = List.copyOf(standsFor);
        }
    }

    /**
     * @param runId 32 hex digits; absent if the version names none
     * @param runName of that run
     * @param dataHash as logged
     * @param dataVersion as logged
     * @param gitCommit as logged
     */
    public record Origin(
            @Nullable String runId,
            @Nullable String runName,
            @Nullable String dataHash,
            @Nullable String dataVersion,
            @Nullable String gitCommit) {}
}
