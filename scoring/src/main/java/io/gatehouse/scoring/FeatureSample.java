package io.gatehouse.scoring;

import java.util.List;

/**
 * Rows of the test split with the claimed score and what the model was given.
 *
 * @param of rows of the test split, with or without features
 * @param rows by the hash of id and seed
 */
public record FeatureSample(long of, List<Row> rows) {

    public FeatureSample {
        rows = List.copyOf(rows);
    }

    /** What became of drawing a sample. */
    public sealed interface Drawing {}

    /** There is at least one row. */
    public record Drawn(FeatureSample sample) implements Drawing {}

    /** The files do not hold what the model needs, or cannot be read. */
    public record NotDrawn(Refusal reason) implements Drawing {}

    /**
     * @param id of the row; its number in the file where there are no ids
     * @param score as claimed
     * @param values by the asked order of features; NaN is a missing value
     */
    // Equality of the array is not asked for; copying it would double what is held.
    @SuppressWarnings("ArrayRecordComponent")
    public record Row(String id, double score, float[] values) {}
}
