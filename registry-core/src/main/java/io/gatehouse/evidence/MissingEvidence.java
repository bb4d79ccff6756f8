package io.gatehouse.evidence;

import io.gatehouse.sentences.Sentence;
import java.util.Optional;
import java.util.Set;

/**
 * Evidence that is not there, or not as it must be, and that whoever logs to the run can put there.
 *
 * @param folder where it is looked for, below the artifacts of the run: a logged model has a folder of its own
 */
public record MissingEvidence(String folder) {
    private static final String FOLDER = "evaluation";
    private static final Set<String> LOGGING_HELPS =
            Set.of("evidence.table.absent", "evidence.refused", "evidence.refused.bare", "evidence.description.large");

    /**
     * Empty where logging would not help: the artifacts lie outside this registry, the version names no run, or something else went wrong.
     *
     * @param problem why a version could not be judged
     */
    public static Optional<MissingEvidence> of(Sentence problem) {
        if (!LOGGING_HELPS.contains(problem.code())) {
            return Optional.empty();
        }
        Object path = problem.parameters().get("path");
        Object place = problem.parameters().getOrDefault("place", "");
        return Optional.of(new MissingEvidence(folder(path == null ? FOLDER + "/" + place : path.toString())));
    }

    private static String folder(String path) {
        int from = path.indexOf(FOLDER + "/");
        int to = path.lastIndexOf('/');
        // A bare table of early clients lies beside the folder, and is replaced by what the folder holds.
        return from < 0 || to < from ? FOLDER : path.substring(from, to);
    }
}
