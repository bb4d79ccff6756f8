package io.gatehouse.promotion;

import static io.gatehouse.promotion.RequestState.APPROVED;
import static io.gatehouse.promotion.RequestState.AWAITING_REVIEW;
import static io.gatehouse.promotion.RequestState.CHANGES_REQUESTED;
import static io.gatehouse.promotion.RequestState.DRAFT;
import static io.gatehouse.promotion.RequestState.EVALUATING;
import static io.gatehouse.promotion.RequestState.EXECUTED;

import java.util.Set;

/** All that can be done to a request, each with the states in which it may start. Nothing else changes a state. */
enum RequestVerb {
    /** The checks ran. */
    EVALUATED(EVALUATING),
    /** The checks could not run. */
    NOT_EVALUABLE(EVALUATING),
    APPROVE(AWAITING_REVIEW),
    REJECT(AWAITING_REVIEW),
    REQUEST_CHANGES(AWAITING_REVIEW),
    /** Also while the checks run, once running them broke off for good. */
    EVALUATE_AGAIN(AWAITING_REVIEW, CHANGES_REQUESTED, APPROVED),
    WITHDRAW(DRAFT, EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED, APPROVED),
    /** Nobody decided, or nobody supplied what was missing, in time. */
    EXPIRE(AWAITING_REVIEW, CHANGES_REQUESTED),
    /** What it is compared with is no longer in use. */
    OUTDATE(DRAFT, EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED, APPROVED),
    /** All approvals are given, and the policy names a later moment. */
    SCHEDULE(APPROVED),
    /** The alias moves. */
    EXECUTE(APPROVED),
    /** The alias moves back. */
    ROLL_BACK(EXECUTED);

    private final Set<RequestState> starts;

    RequestVerb(RequestState... starts) {
        this.starts = Set.of(starts);
    }

    boolean mayStartIn(RequestState state) {
        return starts.contains(state);
    }
}
