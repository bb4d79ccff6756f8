package io.gatehouse.promotion;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a request stands. */
public enum RequestState {
    DRAFT,
    /** Its checks are queued or running. */
    EVALUATING,
    AWAITING_REVIEW,
    CHANGES_REQUESTED,
    /** Approved, and waiting for the moment that its policy schedules. */
    APPROVED,
    /** The alias moved. */
    EXECUTED,
    REJECTED,
    WITHDRAWN,
    /** Nobody decided in time. */
    EXPIRED,
    /** What it compared with is no longer so. */
    OUTDATED,
    /** Executed, and taken back since. */
    ROLLED_BACK;

    /** In which a request still waits for somebody. */
    public static final Set<RequestState> OPEN =
            Arrays.stream(values()).filter(RequestState::open).collect(Collectors.toUnmodifiableSet());

    /** In which a request ended. */
    public static final Set<RequestState> DECIDED =
            Arrays.stream(values()).filter(state -> !state.open()).collect(Collectors.toUnmodifiableSet());

    /** Whether the request still waits for somebody. */
    public boolean open() {
        return switch (this) {
            case DRAFT, EVALUATING, AWAITING_REVIEW, CHANGES_REQUESTED, APPROVED -> true;
            case EXECUTED, REJECTED, WITHDRAWN, EXPIRED, OUTDATED, ROLLED_BACK -> false;
        };
    }
}
