package io.gatehouse.policy;

/** How predictions act on people. Stricter from top to bottom. */
public enum Use {
    /** A person reads a list and decides. */
    HUMAN_REVIEWED,
    /** Looked up in a dashboard while a person acts. */
    ASSISTED,
    /** Acts with no person in between. Not available until a trial exists. */
    AUTOMATED
}
