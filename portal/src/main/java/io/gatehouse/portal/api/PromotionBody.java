package io.gatehouse.portal.api;

import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.promotion.PromotionDossier;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.RequestState;
import io.gatehouse.sentences.Sentence;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion request on the wire, with its evaluation in the shape that evaluations have everywhere.
 *
 * @param expires_at when it expires if nobody decides; absent: never
 * @param execute_at when an approved one comes into use, where its policy schedules that; absent otherwise
 * @param approvals that it needs, in order where there is one
 * @param digest that votes are bound to: over the evaluation and the overrides in force
 * @param overrides of its checks, whatever became of them, in the order in which they were proposed
 * @param changes what the evaluation rests on and is otherwise by now, so that approvals of it no longer hold
 */
record PromotionBody(
        String id,
        String number,
        String model,
        int version,
        @Nullable Integer champion_version,
        String alias,
        String use,
        String state,
        boolean open,
        String requested_by,
        String trained_by,
        Instant requested_at,
        String note,
        String status,
        List<String> recommendation,
        @Nullable EvaluationBody evaluation,
        @Nullable String evaluation_problem,
        List<Vote> votes,
        int approvals_needed,
        List<Step> history,
        YourVote your_vote,
        Origin origin,
        List<String> changes,
        @Nullable Instant expires_at,
        @Nullable Instant execute_at,
        List<Seat> approvals,
        List<CommentBody> comments,
        String digest,
        List<Accepted> overrides,
        String link) {

    /** @param current false once what was voted on has changed @param stands_for in whose stead it was cast; empty if nobody's */
    record Vote(String by, String role, Choice vote, String reason, Instant at, boolean current, String stands_for) {}

    /** An approval that it needs. @param role of who must give it @param given whether somebody did */
    record Seat(String role, boolean given) {}

    record Step(Instant at, String by, String sentence) {}

    /** An override in short; {@code GET /overrides/{id}} tells all of it. @param until last day */
    record Accepted(
            String id,
            String check,
            String state,
            LocalDate until,
            String proposed_by,
            @Nullable String agreed_by) {}

    /** What the caller may do now, and if not, why. */
    record YourVote(
            boolean allowed,
            @Nullable String why_not,
            boolean may_approve,
            @Nullable String why_not_approve,
            boolean may_evaluate_again,
            boolean may_withdraw,
            List<String> stands_for) {}

    record Origin(
            @Nullable String run_id,
            @Nullable String run_name,
            @Nullable String data_hash,
            @Nullable String data_version,
            @Nullable String git_commit) {}

    /** @param link to its screen */
    static PromotionBody of(PromotionDossier dossier, URI link) {
        return new PromotionBody(
                dossier.id().toString(),
                "PR-" + dossier.number(),
                dossier.model(),
                dossier.version(),
                dossier.championVersion(),
                dossier.alias(),
                dossier.use().name(),
                dossier.state().name(),
                dossier.state().open(),
                dossier.requestedBy(),
                dossier.trainedBy(),
                dossier.requestedAt(),
                dossier.note(),
                dossier.statusLine().english(),
                dossier.recommendation().stream().map(Sentence::english).toList(),
                dossier.evaluation() == null ? null : EvaluationBody.of(dossier.evaluation()),
                english(dossier.evaluationProblem()),
                dossier.votes().stream().map(PromotionBody::vote).toList(),
                dossier.approvalsNeeded(),
                dossier.history().stream()
                        .map(line ->
                                new Step(line.at(), line.by(), line.sentence().english()))
                        .toList(),
                yours(dossier.yourVote()),
                origin(dossier.lineage()),
                dossier.changes().stream().map(Sentence::english).toList(),
                dossier.waiting().expiresAt(),
                dossier.state() == RequestState.APPROVED ? dossier.waiting().executeAt() : null,
                dossier.waiting().seats().stream()
                        .map(seat -> new Seat(seat.role(), seat.taken()))
                        .toList(),
                dossier.comments().stream().map(CommentBody::of).toList(),
                dossier.digest(),
                dossier.overrides().stream().map(PromotionBody::accepted).toList(),
                link.toString());
    }

    private static Vote vote(PromotionDossier.Vote vote) {
        return new Vote(
                vote.by(), vote.role(), vote.choice(), vote.reason(), vote.at(), vote.current(), vote.standsFor());
    }

    private static Accepted accepted(CheckOverride override) {
        return new Accepted(
                override.id(),
                override.check().name(),
                override.state().name(),
                override.lastDay(),
                override.proposedBy(),
                override.agreedBy());
    }

    private static YourVote yours(PromotionDossier.YourVote vote) {
        return new YourVote(
                vote.allowed(),
                english(vote.whyNot()),
                vote.mayApprove(),
                english(vote.whyNotApprove()),
                vote.mayEvaluateAgain(),
                vote.mayWithdraw(),
                vote.standsFor());
    }

    private static Origin origin(PromotionDossier.Origin origin) {
        return new Origin(
                origin.runId(), origin.runName(), origin.dataHash(), origin.dataVersion(), origin.gitCommit());
    }

    private static @Nullable String english(@Nullable Sentence sentence) {
        return sentence == null ? null : sentence.english();
    }
}
