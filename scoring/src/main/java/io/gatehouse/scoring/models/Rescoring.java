package io.gatehouse.scoring.models;

import io.gatehouse.scoring.Refusal;

/** Whether a version's own model file gives the scores that its evidence claims. */
public sealed interface Rescoring {

    /**
     * All rows looked at have the score that the model gives.
     *
     * @param rows looked at
     * @param of rows of the test split
     * @param maxDifference largest of |claimed − given|
     * @param rounds of the model that the scores come from: all, or those up to the best iteration
     */
    record Agrees(long rows, long of, double maxDifference, int rounds) implements Rescoring {}

    /**
     * @param rows looked at
     * @param of rows of the test split
     * @param differing by more than the tolerance
     * @param worst the row that differs most
     */
    record Disagrees(long rows, long of, long differing, Example worst) implements Rescoring {}

    /** Nothing was compared, and why. */
    record NotVerified(Refusal reason) implements Rescoring {}

    /**
     * @param id of the row; its number in the file where there are no ids
     * @param claimed score in the evidence
     * @param given score by the model
     */
    record Example(String id, double claimed, double given) {}
}
