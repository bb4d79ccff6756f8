package io.gatehouse.evaluation;

import io.gatehouse.artifacts.ArtifactEntry;
import io.gatehouse.artifacts.ArtifactPath;
import io.gatehouse.artifacts.ArtifactStore;
import io.gatehouse.checks.Judged;
import io.gatehouse.people.Actor;
import io.gatehouse.tracking.DatasetInput;
import io.gatehouse.tracking.Metric;
import io.gatehouse.tracking.Param;
import io.gatehouse.tracking.Run;
import io.gatehouse.tracking.Tag;
import java.util.List;
import java.util.stream.Collectors;

/** Takes from a run what checks ask of it. */
public final class TrainingRecords {
    private TrainingRecords() {}

    static Judged.TrainingRecord of(Run run, ArtifactStore artifacts, Actor actor, int modelFiles) {
        List<String> names = ArtifactPath.ofLocation(run.info().artifactUri())
                .map(root -> artifacts.list(actor, root))
                .orElse(List.of())
                .stream()
                .map(ArtifactEntry::name)
                .toList();
        return of(run, names, modelFiles);
    }

    /** Of a run that no evaluation recorded, as it stands now: what it logged, without its files. */
    public static Judged.TrainingRecord of(Run run) {
        return of(run, List.of(), 0);
    }

    private static Judged.TrainingRecord of(Run run, List<String> artifacts, int modelFiles) {
        return new Judged.TrainingRecord(
                run.params().stream().collect(Collectors.toMap(Param::key, Param::value)),
                run.metrics().stream().collect(Collectors.toMap(Metric::key, Metric::value)),
                run.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)),
                // One name may come with several digests, such as that of the training and of the test rows.
                run.datasets().stream()
                        .collect(Collectors.toMap(
                                DatasetInput::name, DatasetInput::digest, (one, other) -> one + ", " + other)),
                artifacts,
                modelFiles);
    }
}
