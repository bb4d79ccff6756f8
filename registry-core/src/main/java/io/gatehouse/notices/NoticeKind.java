package io.gatehouse.notices;

/** Why somebody is told; each person chooses by kind how. */
public enum NoticeKind {
    /** Something waits for them. */
    YOUR_TURN,
    /** What became of something that they asked for, decided on or made. */
    OUTCOME,
    /** Somebody spoke where they had. */
    DISCUSSION,
    /** Reviewing was handed to them. */
    DELEGATION,
    /** There is a new list of customers who may leave. */
    RISK_LIST,
    /** Somebody else changed their account, or made a way into it. */
    ACCOUNT
}
