package io.gatehouse.scoring;

import java.nio.file.Path;

/**
 * Makes counts and exact sums of a prediction table. The engine behind it is interchangeable: the same bytes give the same statistics,
 * whatever the engine, the order of its work and the number of its threads.
 */
public interface EvidenceReducer {

    /**
     * @param table a local file, Parquet or CSV, which nobody has vouched for
     * @param description what its columns mean
     * @param threshold at which a row counts as flagged, in 0..1; the acting threshold of the use that is judged
     * @throws IllegalArgumentException if the threshold is not in 0..1
     * @throws java.io.UncheckedIOException if the file is not there or the disk fails
     */
    ReductionResult reduce(Path table, EvidenceDescription description, double threshold);
}
