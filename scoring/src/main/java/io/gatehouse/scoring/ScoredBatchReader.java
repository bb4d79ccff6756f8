package io.gatehouse.scoring;

import java.nio.file.Path;

/** Reads an uploaded scored population and hands out its flagged rows, and the score of every customer. */
public interface ScoredBatchReader {

    /**
     * @param table a local file, Parquet or CSV, which nobody has vouched for
     * @param taker gets the rows only after the whole file was found good; what it throws is passed on. When the result is a refusal
     *     all the same, because the reader broke down between two rows, the rows taken are to be dropped
     * @throws java.io.UncheckedIOException if the file is not there or the disk fails
     */
    ScoredBatchResult read(Path table, ScoredBatchDescription description, ScoredBatchTaker taker);
}
