package io.gatehouse.scoring.models;

import io.gatehouse.scoring.EvidenceDescription;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which scores to compare.
 *
 * @param model of the version
 * @param table the evidence
 * @param description what its columns mean
 * @param features the file {@code features.parquet} or {@code features.csv} beside the table: one column named as the id column, and
 *     one for each feature of the model by its name, for some rows or all; absent, the table's own columns are looked at
 * @param rows at most; those whose id and seed hash to the smallest numbers
 * @param seed of the sample
 */
public record RescoringRequest(
        ModelFiles model,
        Path table,
        EvidenceDescription description,
        @Nullable Path features,
        int rows,
        long seed) {

    /** Claimed and given score may differ by this: float32 sums in another order, and decimals cut off when written. */
    public static final double TOLERANCE = 1e-5;

    /** @throws IllegalArgumentException if no rows are asked for */
    public RescoringRequest {
        if (rows <= 0) {
            throw new IllegalArgumentException("At least one row must be compared: " + rows);
        }
    }
}
