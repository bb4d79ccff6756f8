package io.gatehouse.scoring;

/** What came of a table of outcomes. */
public sealed interface OutcomeResult {

    /**
     * All rows hold up and were handed out.
     *
     * @param sha256 of the file's bytes
     * @param rows in the table, said twice or not
     */
    record Accepted(String sha256, long rows) implements OutcomeResult {}

    /** The file cannot be used; no row of it was handed out. */
    record Refused(Refusal refusal) implements OutcomeResult {}
}
