package io.gatehouse.promotion;

import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Role;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.HistoryLine;
import io.gatehouse.promotion.PromotionDossier.Vote;
import io.gatehouse.promotion.PromotionDossier.YourVote;
import io.gatehouse.promotion.Promotions.Outcome.Refused;
import io.gatehouse.sentences.Sentence;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests as people look at them: a queue in one query, a dossier in a handful. */
@Component
class StoredDossiers implements PromotionDossiers {
    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final PromotionRequests requests;
    private final VoteRules rules;
    private final Evaluations evaluations;
    private final TrainingOrigins origins;

    StoredDossiers(
            JdbcClient jdbc,
            RequestRows rows,
            PromotionRequests requests,
            VoteRules rules,
            Evaluations evaluations,
            TrainingOrigins origins) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.requests = requests;
        this.rules = rules;
        this.evaluations = evaluations;
        this.origins = origins;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PromotionRow> rows(Actor actor, Filter filter) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.all(filter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PromotionRow> page(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.page(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PromotionDossier> dossier(Actor actor, long number) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.one(number).map(row -> dossier(actor, row));
    }

    private PromotionDossier dossier(Actor actor, RequestRows.Row row) {
        Optional<Evaluation> evaluation =
                Optional.ofNullable(row.evaluationId()).flatMap(id -> evaluations.find(actor, id));
        List<Change> changes = row.state() == RequestState.AWAITING_REVIEW
                ? evaluation
                        .map(judged -> evaluations.changesSince(actor, row.model(), judged))
                        .orElse(List.of())
                : List.of();
        return new PromotionDossier(
                row.id(),
                row.number(),
                row.model(),
                row.version(),
                row.comparedWith(),
                row.alias(),
                row.use(),
                row.state(),
                row.requestedBy(),
                row.trainedBy(),
                row.requestedAt(),
                row.note(),
                StatusLines.of(row.facts().with(changes)),
                evaluation
                        .map(judged -> Recommendation.of(judged, rules.blocking(judged)))
                        .orElse(List.of()),
                evaluation.orElse(null),
                row.problem(),
                votes(row, changes.isEmpty()),
                row.approvalsNeeded(),
                history(row.id()),
                yourVote(actor, row.number(), evaluation, changes),
                origins.of(row.modelId(), row.version()),
                changes.stream().map(Change::words).toList());
    }

    private YourVote yourVote(Actor actor, long number, Optional<Evaluation> evaluation, List<Change> changes) {
        PromotionRequest request = requests.byNumber(number);
        Optional<Sentence> whyNot = rules.objectionToVoting(actor, request).map(Refused::sentence);
        Optional<Sentence> whyNotApprove = whyNot.or(() -> evaluation.flatMap(rules::objectionToApproving))
                .or(() -> changes.isEmpty() ? Optional.empty() : Optional.of(VoteRules.changedSince(changes)));
        return new YourVote(
                whyNot.isEmpty(),
                whyNot.orElse(null),
                whyNotApprove.isEmpty(),
                whyNotApprove.orElse(null),
                rules.objectionToEvaluatingAgain(actor, request).isEmpty());
    }

    /** @param asJudged whether all that the checks rest on is as it was; if not, no vote counts any more */
    private List<Vote> votes(RequestRows.Row row, boolean asJudged) {
        return jdbc.sql("""
                select p.display_name, v.choice, v.reason, v.voted_at, v.round from promotion_vote v
                join person p on p.id = v.person_id where v.request_id = ? order by v.voted_at, v.id""")
                .param(row.id())
                .query((vote, index) -> new Vote(
                        vote.getString("display_name"),
                        Role.REVIEWER.name(),
                        Choice.valueOf(vote.getString("choice")),
                        vote.getString("reason"),
                        moment(vote.getObject("voted_at", OffsetDateTime.class)),
                        vote.getInt("round") == row.round() && asJudged))
                .list();
    }

    private List<HistoryLine> history(UUID request) {
        return jdbc.sql("""
                select s.at, p.display_name, s.sentence from promotion_step s join person p on p.id = s.person_id
                where s.request_id = ? order by s.seq""")
                .param(request)
                .query((step, index) -> new HistoryLine(
                        moment(step.getObject("at", OffsetDateTime.class)),
                        step.getString("display_name"),
                        PromotionSteps.read(step.getString("sentence"))))
                .list();
    }

    private static Instant moment(OffsetDateTime at) {
        return at.toInstant();
    }
}
