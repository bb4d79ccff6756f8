package io.gatehouse.promotion;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Approver;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One wish to put a version behind the protected alias. Its verbs know in which state they may start and say by their result whether
 * they did; who may use them is decided before.
 */
@Entity
@Table(name = "promotion_request")
class PromotionRequest {
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final Duration STALE = Duration.ofHours(1);

    @Id
    private UUID id;

    @Version
    private int revision;

    private long number;

    @Column(name = "model_id")
    private UUID modelId;

    private int version;
    private String alias;

    @Enumerated(EnumType.STRING)
    @Column(name = "use_for")
    private Use use;

    @Enumerated(EnumType.STRING)
    private RequestState state;

    @Column(name = "requested_by")
    private UUID requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "trained_by")
    private UUID trainedBy;

    private String note;

    @Embedded
    private ApprovalsAsked asked;

    /** Absent while it waits for nobody. */
    @Embedded
    private @Nullable Deadlines deadlines;

    private int round;

    @Column(name = "job_id")
    private UUID jobId;

    @Column(name = "evaluation_id")
    private @Nullable UUID evaluationId;

    private @Nullable String digest;

    @Column(name = "compared_with")
    private @Nullable Integer comparedWith;

    private @Nullable String problem;

    @Column(name = "last_step")
    private String lastStep;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** Absent unless it is approved for a later moment. */
    @Column(name = "execute_at")
    private @Nullable Instant executeAt;

    /** When the moment was first seen to have come. */
    @Column(name = "moment_seen_at")
    private @Nullable Instant momentSeenAt;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "request_id", nullable = false, updatable = false)
    private List<PromotionVote> votes = new ArrayList<>();

    @SuppressWarnings("NullAway") // for Hibernate, which fills the fields
    protected PromotionRequest() {}

    /** Opens a request in its first round of evaluation. */
    PromotionRequest(Opening opening, UUID id, long number, UUID jobId, Instant at) {
        this.id = id;
        this.number = number;
        this.modelId = opening.modelId;
        this.version = opening.version;
        this.alias = opening.alias;
        this.use = opening.use;
        this.state = RequestState.EVALUATING;
        this.requestedBy = opening.requestedBy;
        this.requestedAt = at;
        this.trainedBy = opening.trainedBy;
        this.note = opening.note;
        this.asked = opening.asked;
        this.round = 1;
        this.jobId = jobId;
        this.lastStep = "";
        this.openKey = openKey(opening.modelId, opening.alias, opening.version);
    }

    /** What a request is opened with. */
    record Opening(
            UUID modelId,
            int version,
            String alias,
            Use use,
            UUID requestedBy,
            UUID trainedBy,
            String note,
            ApprovalsAsked asked) {}

    static String openKey(UUID modelId, String alias, int version) {
        return modelId + "/" + alias + "/" + version;
    }

    /**
     * The checks ran: reviewers can decide. Answers false if that is not what it waits for.
     *
     * @param approvals that the policy asks for by which it was judged; it may be another than when the promotion was asked for
     * @param votesOn what votes are bound to: the evaluation, and overrides of it that are in force already
     */
    boolean evaluated(int ofRound, Evaluation evaluation, ApprovalsAsked approvals, String votesOn, Instant at) {
        if (!awaitsEvaluation(ofRound)) {
            return false;
        }
        evaluationId = evaluation.id();
        digest = votesOn;
        comparedWith = evaluation.comparedWith();
        asked = approvals;
        problem = null;
        wait(RequestState.AWAITING_REVIEW, at);
        return true;
    }

    /** The checks could not run: the requester has to supply something. Answers false if that is not what it waits for. */
    boolean notEvaluable(int ofRound, String why, Instant at) {
        if (!awaitsEvaluation(ofRound)) {
            return false;
        }
        evaluationId = null;
        digest = null;
        problem = why;
        wait(RequestState.CHANGES_REQUESTED, at);
        return true;
    }

    /** The checks found no version to judge; a number is never given twice, so they never will. */
    boolean versionGone() {
        return problem != null && PromotionSteps.read(problem).code().equals(EvaluationProblem.VERSION_GONE);
    }

    private void wait(RequestState forPeople, Instant at) {
        state = forPeople;
        deadlines = Deadlines.from(at, asked);
    }

    /** What is due of a request that waits for people. */
    Deadlines.Due due(Instant now) {
        return deadlines == null || !may(RequestVerb.EXPIRE) ? Deadlines.Due.NOTHING : deadlines.due(now);
    }

    void reminded(Instant at) {
        deadlines = Objects.requireNonNull(deadlines).reminded(at);
    }

    void expiryAnnounced(Instant at) {
        deadlines = Objects.requireNonNull(deadlines).announced(at);
    }

    /** Votes rest on something else by now: if it awaits any, those of before stop counting, as after another evaluation. */
    void restsOn(String votesOn) {
        if (state == RequestState.AWAITING_REVIEW && !votesOn.equals(digest)) {
            digest = votesOn;
            round++;
        }
    }

    boolean awaitsEvaluation(int ofRound) {
        return state == RequestState.EVALUATING && round == ofRound;
    }

    boolean may(RequestVerb verb) {
        return verb.mayStartIn(state);
    }

    private void start(RequestVerb verb) {
        if (!may(verb)) {
            throw new IllegalStateException("PR-" + number + " is " + state + ", which allows no " + verb);
        }
    }

    /**
     * Starts another round: earlier votes stop counting.
     *
     * @param brokenOff whether running the checks of this round ended for good without a result
     */
    void evaluateAgain(UUID job, boolean brokenOff) {
        if (!(brokenOff && state == RequestState.EVALUATING)) {
            start(RequestVerb.EVALUATE_AGAIN);
        }
        round++;
        jobId = job;
        deadlines = null;
        executeAt = null;
        momentSeenAt = null;
        state = RequestState.EVALUATING;
    }

    /** Puts a vote on record. The caller has checked that it may be cast. */
    void vote(UUID voteId, Voter by, Choice choice, String reason, Instant at) {
        start(
                switch (choice) {
                    case APPROVE -> RequestVerb.APPROVE;
                    case REJECT -> RequestVerb.REJECT;
                    case REQUEST_CHANGES -> RequestVerb.REQUEST_CHANGES;
                });
        if (digest == null || hasVoted(by)) {
            throw new IllegalStateException(
                    "PR-" + number + " takes no vote of " + by.person().id());
        }
        votes.add(new PromotionVote(voteId, round, by, choice, reason, digest, at));
        switch (choice) {
            case APPROVE -> {
                if (asked.seats().full(approvers())) {
                    state = RequestState.APPROVED;
                    deadlines = null;
                }
            }
            case REJECT -> close(RequestState.REJECTED, at);
            case REQUEST_CHANGES -> wait(RequestState.CHANGES_REQUESTED, at);
        }
    }

    /** Whether anybody with whom this voter counts as one has had their say in this round. */
    boolean hasVoted(Voter voter) {
        return voter.pair().stream().anyMatch(this::hasVoted);
    }

    boolean hasVoted(Person person) {
        return votes.stream().anyMatch(vote -> vote.isOf(round, person.answersTo()));
    }

    /** The kinds that each approver of this round is of, in the order of their approvals. */
    List<Set<Approver>> approvers() {
        return votes.stream()
                .filter(vote -> vote.isApprovalOf(round))
                .sorted(Comparator.comparing(PromotionVote::at))
                .map(PromotionVote::kinds)
                .toList();
    }

    /** The approvals of this round, in their order. */
    List<PromotionVote> approvalsGiven() {
        return votes.stream()
                .filter(vote -> vote.isApprovalOf(round))
                .sorted(Comparator.comparing(PromotionVote::at))
                .toList();
    }

    long approvals() {
        return votes.stream().filter(vote -> vote.isApprovalOf(round)).count();
    }

    /** It comes into use at a later moment. */
    void scheduled(Instant at) {
        start(RequestVerb.SCHEDULE);
        executeAt = at;
        momentSeenAt = null;
    }

    /**
     * Whether its moment has come, by two looks that lie a minute to an hour apart: a clock that jumps ahead, or a portal that stood
     * still, is seen by the first and executes nothing yet.
     */
    boolean momentCame(Instant now) {
        if (state != RequestState.APPROVED || executeAt == null || now.isBefore(executeAt)) {
            return false;
        }
        Instant seen = momentSeenAt;
        boolean steady = seen != null && !now.isBefore(seen.plus(STEADY)) && !now.isAfter(seen.plus(STALE));
        boolean waiting = seen != null && !seen.isAfter(now) && now.isBefore(seen.plus(STEADY));
        if (!steady && !waiting) {
            momentSeenAt = now;
        }
        return steady;
    }

    /** The alias moved. */
    void executed(Instant at) {
        start(RequestVerb.EXECUTE);
        close(RequestState.EXECUTED, at);
    }

    /** Its requester took it back. */
    void withdrawn(Instant at) {
        start(RequestVerb.WITHDRAW);
        close(RequestState.WITHDRAWN, at);
    }

    /** Nobody did in time what it waits for. */
    void expired(Instant at) {
        start(RequestVerb.EXPIRE);
        close(RequestState.EXPIRED, at);
    }

    /** What it compared with is no longer so. */
    void outdated(Instant at) {
        start(RequestVerb.OUTDATE);
        close(RequestState.OUTDATED, at);
    }

    /** The alias moved back from what this request had made of it. */
    void rolledBack() {
        start(RequestVerb.ROLL_BACK);
        state = RequestState.ROLLED_BACK;
    }

    private void close(RequestState end, Instant at) {
        state = end;
        decidedAt = at;
        deadlines = null;
        openKey = null;
    }

    void remember(String step) {
        lastStep = step;
    }

    UUID id() {
        return id;
    }

    long number() {
        return number;
    }

    UUID modelId() {
        return modelId;
    }

    int version() {
        return version;
    }

    String alias() {
        return alias;
    }

    Use use() {
        return use;
    }

    RequestState state() {
        return state;
    }

    UUID requestedBy() {
        return requestedBy;
    }

    UUID trainedBy() {
        return trainedBy;
    }

    ApprovalsAsked asked() {
        return asked;
    }

    int round() {
        return round;
    }

    UUID jobId() {
        return jobId;
    }

    @Nullable
    UUID evaluationId() {
        return evaluationId;
    }

    @Nullable
    String digest() {
        return digest;
    }

    @Nullable
    Integer comparedWith() {
        return comparedWith;
    }
}
