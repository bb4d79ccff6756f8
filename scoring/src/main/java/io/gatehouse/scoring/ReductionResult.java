package io.gatehouse.scoring;

/** What became of a prediction table: its statistics, or the reason why there are none. */
public sealed interface ReductionResult {

    /** The table was read whole and counted. */
    record Reduced(EvidenceStatistics statistics) implements ReductionResult {}

    /** The table cannot be evidence; nothing of it was kept. */
    record Refused(Refusal refusal) implements ReductionResult {}
}
