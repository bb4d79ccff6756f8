package io.gatehouse.scoring;

/** Takes the rows of a scored population, once the whole file was found good. */
@FunctionalInterface
public interface ScoredBatchTaker {

    /** Flagged rows come first, by rank. */
    void flagged(ScoredRow row);

    /** Every customer of the population, flagged or not, after the last flagged row; in no particular order. */
    default void scored(CustomerScore customer) {}
}
