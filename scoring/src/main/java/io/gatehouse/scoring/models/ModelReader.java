package io.gatehouse.scoring.models;

/** Loads model files, which nobody has vouched for. */
public interface ModelReader {

    /** @throws java.io.UncheckedIOException if a file is not there or the disk fails */
    ModelReading read(ModelFiles model);

    /** @throws java.io.UncheckedIOException if a file is not there or the disk fails */
    Rescoring rescore(RescoringRequest request);
}
