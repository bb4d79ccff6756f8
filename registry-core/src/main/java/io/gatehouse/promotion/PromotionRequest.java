package io.gatehouse.promotion;

import io.gatehouse.evaluation.Evaluation;
import io.gatehouse.people.Person;
import io.gatehouse.policy.Use;
import io.gatehouse.promotion.PromotionDossier.Choice;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One wish to put a version behind the protected alias. Its verbs know in which state they may start and say by their result whether
 * they did; who may use them is decided before.
 */
@Entity
@Table(name = "promotion_request")
class PromotionRequest {
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

    @Column(name = "approvals_needed")
    private int approvalsNeeded;

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
        this.approvalsNeeded = opening.approvalsNeeded;
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
            int approvalsNeeded) {}

    static String openKey(UUID modelId, String alias, int version) {
        return modelId + "/" + alias + "/" + version;
    }

    /**
     * The checks ran: reviewers can decide. Answers false if that is not what it waits for.
     *
     * @param approvals that the policy asks for by which it was judged; it may be another than when the promotion was asked for
     */
    boolean evaluated(int ofRound, Evaluation evaluation, int approvals) {
        if (!awaitsEvaluation(ofRound)) {
            return false;
        }
        evaluationId = evaluation.id();
        digest = evaluation.digest();
        comparedWith = evaluation.comparedWith();
        approvalsNeeded = approvals;
        problem = null;
        state = RequestState.AWAITING_REVIEW;
        return true;
    }

    /** The checks could not run: the requester has to supply something. Answers false if that is not what it waits for. */
    boolean notEvaluable(int ofRound, String why) {
        if (!awaitsEvaluation(ofRound)) {
            return false;
        }
        evaluationId = null;
        digest = null;
        problem = why;
        state = RequestState.CHANGES_REQUESTED;
        return true;
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
        state = RequestState.EVALUATING;
    }

    /** Puts a vote on record. The caller has checked that it may be cast. */
    void vote(UUID voteId, Person by, Choice choice, String reason, Instant at) {
        start(
                switch (choice) {
                    case APPROVE -> RequestVerb.APPROVE;
                    case REJECT -> RequestVerb.REJECT;
                    case REQUEST_CHANGES -> RequestVerb.REQUEST_CHANGES;
                });
        if (digest == null || hasVoted(by)) {
            throw new IllegalStateException("PR-" + number + " takes no vote of " + by.id());
        }
        votes.add(new PromotionVote(voteId, round, by, choice, reason, digest, at));
        switch (choice) {
            case APPROVE -> {
                if (hasEnoughApprovals()) {
                    state = RequestState.APPROVED;
                }
            }
            case REJECT -> close(RequestState.REJECTED, at);
            case REQUEST_CHANGES -> state = RequestState.CHANGES_REQUESTED;
        }
    }

    boolean hasVoted(Person person) {
        return votes.stream().anyMatch(vote -> vote.isOf(round, person.answersTo()));
    }

    private boolean hasEnoughApprovals() {
        return approvals() >= approvalsNeeded;
    }

    long approvals() {
        return votes.stream().filter(vote -> vote.isApprovalOf(round)).count();
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

    int approvalsNeeded() {
        return approvalsNeeded;
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
