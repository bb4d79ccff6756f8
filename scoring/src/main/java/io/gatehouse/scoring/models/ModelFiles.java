package io.gatehouse.scoring.models;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder that MLflow saved a model to, as local files that nobody has vouched for.
 *
 * @param files by path inside the folder, such as {@code MLmodel} and {@code model.ubj}; those that nobody reads can be left out
 */
public record ModelFiles(Map<String, Path> files) {

    public static final String DESCRIPTION = "MLmodel";

    public ModelFiles {
        files = Map.copyOf(files);
    }
}
