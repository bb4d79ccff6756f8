package io.gatehouse.scoring;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads an uploaded table of what became of customers. */
public interface OutcomeReader {

    /**
     * @param table a local file, Parquet or CSV, which nobody has vouched for
     * @param rows takes each customer once, in order of their ids, and only after the whole file was found good; what it throws is
     *     passed on. When the result is a refusal all the same, because the reader broke down between two rows, the rows taken are to
     *     be dropped
     * @throws java.io.UncheckedIOException if the file is not there or the disk fails
     */
    OutcomeResult read(Path table, OutcomeDescription description, Consumer<OutcomeRow> rows);
}
