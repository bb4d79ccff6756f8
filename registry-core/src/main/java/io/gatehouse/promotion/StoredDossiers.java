package io.gatehouse.promotion;

import io.gatehouse.evaluation.Change;
import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.evaluation.Evaluations;
import io.gatehouse.overrides.AcceptedChecks;
import io.gatehouse.overrides.CheckOverride;
import io.gatehouse.people.Action;
import io.gatehouse.people.Actor;
import io.gatehouse.people.Permissions;
import io.gatehouse.people.Person;
import io.gatehouse.people.Role;
import io.gatehouse.policy.Approver;
import io.gatehouse.promotion.PromotionDossier.Choice;
import io.gatehouse.promotion.PromotionDossier.HistoryLine;
import io.gatehouse.promotion.PromotionDossier.Seat;
import io.gatehouse.promotion.PromotionDossier.Vote;
import io.gatehouse.promotion.PromotionDossier.Waiting;
import io.gatehouse.promotion.PromotionDossier.YourVote;
import io.gatehouse.promotion.Promotions.Outcome.Refused;
import io.gatehouse.search.Page;
import io.gatehouse.search.PageToken;
import io.gatehouse.search.Placed;
import io.gatehouse.search.Question;
import io.gatehouse.sentences.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads requests as people look at them: a queue in one query, a dossier in a handful. */
@Component
class StoredDossiers implements PromotionDossiers {
    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final WantedVotes votes;
    private final PromotionRequests requests;
    private final VoteRules rules;
    private final Evaluations evaluations;
    private final ExecutionSchedule schedule;
    private final TrainingOrigins origins;
    private final StoredDiscussions discussions;
    private final AcceptedChecks accepted;
    private final GivenApprovals given;
    private final Clock clock;

    StoredDossiers(
            JdbcClient jdbc,
            RequestRows rows,
            WantedVotes votes,
            PromotionRequests requests,
            VoteRules rules,
            Evaluations evaluations,
            ExecutionSchedule schedule,
            TrainingOrigins origins,
            StoredDiscussions discussions,
            AcceptedChecks accepted,
            GivenApprovals given,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.votes = votes;
        this.requests = requests;
        this.rules = rules;
        this.evaluations = evaluations;
        this.schedule = schedule;
        this.origins = origins;
        this.discussions = discussions;
        this.accepted = accepted;
        this.given = given;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PromotionRow> rows(Actor actor, Filter filter) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.all(filter);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PromotionRow> askedBy(Actor actor, UUID person, Set<RequestState> states, int most) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return states.isEmpty() ? List.of() : rows.askedBy(person, states, most);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PromotionRow> changedSince(Actor actor, Instant since, int most) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.changedSince(since, most);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<RequestState, Long> counts(Actor actor, @Nullable String model) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.counts(model);
    }

    @Override
    @Transactional(readOnly = true)
    public VotesWanted waitingFor(Actor actor, int told, int most) {
        Permissions.require(actor, Action.READ_PROMOTION);
        List<WantedVotes.Wanted> wanted = votes.of(rules.voter(actor), most);
        List<WantedVotes.Wanted> first = wanted.stream().limit(told).toList();
        Map<Long, PromotionRow> rowOf = rows
                .told(first.stream().map(WantedVotes.Wanted::id).toList())
                .stream()
                .collect(Collectors.toMap(PromotionRow::number, Function.identity()));
        return new VotesWanted(
                first.stream()
                        .map(each -> new VoteWanted(
                                Objects.requireNonNull(rowOf.get(each.number())),
                                each.inSteadOf().stream()
                                        .map(Person::displayName)
                                        .toList()))
                        .toList(),
                wanted.size());
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> models(Actor actor, String words, int offset, int most) {
        Permissions.require(actor, Action.READ_PROMOTION);
        return rows.models(words, offset, most);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PromotionRow> page(Actor actor, Query query) {
        Permissions.require(actor, Action.READ_PROMOTION);
        Question question = Question.of(
                "promotion requests",
                Optional.ofNullable(query.model()),
                query.states().stream().sorted().toList());
        Optional<QueuePlace> after = PageToken.place(query.token(), question).map(QueuePlace::of);
        List<Placed<PromotionRow>> found = rows.after(query, after, query.size() + 1).stream()
                .map(row -> new Placed<>(row, QueuePlace.of(row).place()))
                .toList();
        return Page.of(found, query.size(), question);
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
        List<Change> changes = row.state() == RequestState.AWAITING_REVIEW || row.state() == RequestState.APPROVED
                ? evaluation
                        .map(judged -> evaluations.changesSince(actor, row.model(), judged))
                        .orElse(List.of())
                : List.of();
        List<Person> lapsed =
                row.mayLapse() ? given.lapsed(Set.of(row.id())).getOrDefault(row.id(), List.of()) : List.of();
        boolean asJudged = changes.isEmpty() && lapsed.isEmpty();
        List<CheckOverride> overrides = accepted.of(row.id());
        PromotionRequest request = requests.byNumber(row.number());
        Instant now = clock.instant();
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
                StatusLines.of(row.facts().with(changes, lapsed)),
                evaluation.map(judged -> recommendation(judged, overrides, now)).orElse(List.of()),
                evaluation.orElse(null),
                row.problem(),
                votes(row, asJudged),
                row.asked().number(),
                history(row.id()),
                yourVote(actor, request, evaluation, changes, lapsed),
                origins.of(row.modelId(), row.version()),
                changes.stream().map(Change::words).toList(),
                new Waiting(row.expiresAt(), seats(row, asJudged), executeAt(row, evaluation)),
                discussions.of(row.id()),
                overrides.stream().map(each -> each.asOf(now)).toList(),
                Objects.requireNonNullElse(request.digest(), ""));
    }

    private List<Sentence> recommendation(Evaluation judged, List<CheckOverride> overrides, Instant now) {
        return Recommendation.of(
                judged,
                rules.blocking(judged, AcceptedChecks.covered(overrides, judged.digest(), now)),
                overrides.stream()
                        .filter(each -> each.evaluationDigest().equals(judged.digest()) && each.holds(now))
                        .toList());
    }

    private @Nullable Instant executeAt(RequestRows.Row row, Optional<Evaluation> evaluation) {
        return switch (row.state()) {
            case APPROVED -> row.executeAt();
            case AWAITING_REVIEW -> evaluation.flatMap(schedule::ifApprovedNow).orElse(null);
            default -> null;
        };
    }

    /** Approvals that no longer hold fill no seat. */
    private static List<Seat> seats(RequestRows.Row row, boolean asJudged) {
        Seats seats = row.asked().seats();
        List<Integer> taken = seats.taken(asJudged ? row.approvers() : List.of());
        return IntStream.range(0, seats.kinds().size())
                .mapToObj(seat -> new Seat(seats.kinds().get(seat).role().name(), taken.get(seat) >= 0))
                .toList();
    }

    private YourVote yourVote(
            Actor actor,
            PromotionRequest request,
            Optional<Evaluation> evaluation,
            List<Change> changes,
            List<Person> lapsed) {
        Voter voter = rules.voter(actor);
        Optional<Sentence> whyNot =
                rules.objectionToVoting(actor, voter, request).map(Refused::sentence);
        Optional<Sentence> whyNotApprove = whyNot.or(
                        () -> evaluation.flatMap(judged -> rules.objectionToApproving(request.id(), judged)))
                .or(() -> evaluation.flatMap(judged -> rules.objectionToCard(request.modelId(), judged)))
                .or(() -> changes.isEmpty() ? Optional.empty() : Optional.of(VoteRules.changedSince(changes)))
                .or(() -> lapsed.isEmpty() ? Optional.empty() : Optional.of(VoteRules.lapsed(lapsed)))
                .or(() -> rules.objectionToSeat(voter, request).map(Refused::sentence));
        return new YourVote(
                whyNot.isEmpty(),
                whyNot.orElse(null),
                whyNotApprove.isEmpty(),
                whyNotApprove.orElse(null),
                rules.objectionToEvaluatingAgain(actor, request).isEmpty(),
                request.requestedBy().equals(actor.person().id()) && request.may(RequestVerb.WITHDRAW),
                voter.standsFor().stream().map(Person::displayName).toList());
    }

    /** @param asJudged whether all that the checks rest on is as it was; if not, no vote counts any more */
    private List<Vote> votes(RequestRows.Row row, boolean asJudged) {
        return jdbc.sql("""
                select p.display_name, v.choice, v.reason, v.voted_at, v.round, v.kinds,
                       (select string_agg(o.display_name, ', ' order by o.display_name) from promotion_vote_stands_for f
                          join person o on o.id = f.person_id where f.vote_id = v.id) as stands_for
                from promotion_vote v join person p on p.id = v.person_id where v.request_id = ? order by v.voted_at, v.id""")
                .param(row.id())
                .query((vote, index) -> new Vote(
                        vote.getString("display_name"),
                        role(vote.getString("kinds")).name(),
                        Choice.valueOf(vote.getString("choice")),
                        vote.getString("reason"),
                        moment(vote.getObject("voted_at", OffsetDateTime.class)),
                        vote.getInt("round") == row.round() && asJudged,
                        Objects.requireNonNullElse(vote.getString("stands_for"), "")))
                .list();
    }

    /** The role that somebody voted in; who is of several kinds is named as a reviewer. */
    private static Role role(String kinds) {
        Set<Approver> known = PromotionVote.kinds(kinds);
        return known.contains(Approver.REVIEWER) || !known.contains(Approver.RISK) ? Role.REVIEWER : Role.RISK;
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
