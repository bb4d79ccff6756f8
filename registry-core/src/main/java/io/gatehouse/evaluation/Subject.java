package io.gatehouse.evaluation;

import io.gatehouse.artifacts.Artifact;
import io.gatehouse.registry.ModelVersion;
import io.gatehouse.registry.RegisteredModel;
import io.gatehouse.tracking.RunInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as it stands when it is judged, read once.
 *
 * @param run that it came from, without what it logged; absent if none is known
 * @param champion the version that it is compared with; absent if there is none, or it is this version itself
 * @param files of its model folder
 */
record Subject(
        RegisteredModel model,
        ModelVersion version,
        @Nullable RunInfo run,
        @Nullable Integer champion,
        List<Artifact> files) {

    Subject {
        files = List.copyOf(files);
    }
}
