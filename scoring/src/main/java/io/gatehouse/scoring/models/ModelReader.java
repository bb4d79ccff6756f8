package io.gatehouse.scoring.models;

/** Loads model files, which nobody has vouched for. */
public interface ModelReader {

    /** @throws java.io.UncheckedIOException if a file is not there or the disk fails */
    ModelReading read(ModelFiles model);

    /**
     * Reads the model and makes scores with it again, loading it once.
     *
     * @throws java.io.UncheckedIOException if a file is not there or the disk fails
     */
    Inspection inspect(RescoringRequest request);
}
