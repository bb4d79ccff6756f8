package io.gatehouse.policy;

/** Where a proposal stands. */
public enum ProposalState {
    /** It waits for a second person. */
    PROPOSED,
    /** A second person agreed, and it is a version. */
    ACCEPTED,
    /** A second person did not agree. */
    REJECTED,
    /** Whoever proposed it took it back. */
    WITHDRAWN,
    /** Another version came meanwhile. */
    OUTDATED
}
