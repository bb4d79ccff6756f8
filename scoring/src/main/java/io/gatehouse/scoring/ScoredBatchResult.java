package io.gatehouse.scoring;

/** What became of a scored population. */
public sealed interface ScoredBatchResult {

    /** All rows hold up; the flagged ones were handed out. */
    record Accepted(BatchTotals totals) implements ScoredBatchResult {}

    /** The file cannot be used; no row of it was handed out. */
    record Refused(Refusal refusal) implements ScoredBatchResult {}
}
